using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>
/// 编制理由: what the application by which a special plan was listed says of why its field needs the government (003 一、(三)). A plan that
/// nobody applied for in the registry has none.
/// </summary>
public sealed record AppliedField(PlanOnDay Of, EntryApplication Application) : IFact
{
    public Key<Plan> Plan => Of.Key;

    /// <summary>What the screening says of it; null where it says all that is asked.</summary>
    public Text? Why => Screening.NotForGovernment(Application)?.Sentence.WithoutStop();

    /// <summary>In principle no such plan is made; one that is justified a person judges.</summary>
    public bool IsDenied => (Application.OverallImportance == false || Application.NeedsGovernment == false) && !IsJustified;

    public bool IsLeftToJudge => (Application.OverallImportance == false || Application.NeedsGovernment == false) && IsJustified;

    public bool IsOpen => Application is { OverallImportance: not false, NeedsGovernment: not false } && Why is not null;

    public RecordId Id => Application.Id;

    public FactLine Say() => new(nameof(EntryApplication), Application.Id,
        new Text($"{Application.AppliedOn.InWords().Zh}的列入申报{Application.Code}",
            $"application {Application.Code} of {Application.AppliedOn}"));

    public static IEnumerable<AppliedField> On(PlanOnDay plan)
    {
        if (plan.Kind != PlanKind.Special || !plan.IsJudgedInFull || !plan.IsListed)
        {
            return [];
        }
        var view = plan.Snapshot.View;
        return view.Kept(_ => new OfPlans(view.Of<EntryApplication>().Where(a => a.Plan is not null)
                .ToLookup(a => view.Canonical(a.Plan!.Value)))).Applications[plan.Key]
            .Where(a => a.Kind == PlanKind.Special && a.AppliedOn.Last <= plan.AsOf).OrderBy(a => a.AppliedOn.Last).ThenBy(a => a.Seq)
            .TakeLast(1).Select(a => new AppliedField(plan, a));
    }

    private bool IsJustified => !string.IsNullOrWhiteSpace(Application.Justification);

    private sealed record OfPlans(ILookup<Key<Plan>, EntryApplication> Applications);
}
