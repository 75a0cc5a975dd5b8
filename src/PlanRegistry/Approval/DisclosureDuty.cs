using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Approval;

/// <summary>公布实施进展: the disclosure of a year's progress, and what became of it by the day. 003 三、(四).</summary>
public sealed record DisclosureDuty : IFact
{
    public required PlanOnDay Of { get; init; }
    public required int Year { get; init; }
    public required DateOnly Due { get; init; }
    public required DutyState State { get; init; }
    public Act? Disclosure { get; init; }

    /// <summary>
    /// A disclosure whose day is recorded too roughly to say that it is this year's, or that it lies behind us, or that is another body's.
    /// </summary>
    public Act? Doubt { get; init; }

    /// <summary>Why it is another body's; null where its day leaves it open.</summary>
    public Text? AnothersWord => Doubt is null ? null : Disclosures.AnothersWord(Of, Doubt);

    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("disclosure_duties", Of.Id.District, $"{Of.Plan.Code}/{Year}");

    public bool IsMissed => IsOverdue && Doubt is null;

    public bool IsDoubtful => IsOverdue && Doubt is not null;

    private bool IsOverdue => State == DutyState.Overdue && Of.Owed(Due);

    public Text Reason => new($"{Year}年度实施进展应不晚于{Due.InWords().Zh}公布。", $"The progress of {Year} is to be disclosed by {Due:yyyy-MM-dd}.");

    public FactLine Say() => new("DisclosureDuty", null, new Text(
        $"{Year}年度实施进展应不晚于{Due.InWords().Zh}公布（{Terms.Of(State).Zh}）",
        $"the progress of {Year} is to be disclosed by {Due:yyyy-MM-dd} ({Terms.Of(State).En})"));
}
