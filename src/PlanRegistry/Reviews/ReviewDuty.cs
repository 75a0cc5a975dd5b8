using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>年度监测分析、中期评估、总结评估.</summary>
public enum ReviewKind { Annual, MidTerm, Final }

/// <summary>未到期、临近、逾期、已完成、逾期完成、历史资料未录入.</summary>
public enum DutyState { Upcoming, DueSoon, Overdue, Done, DoneLate, NotRecorded }

/// <summary>评估任务: one report that a plan owes, when, to whom, and what became of it by the day.</summary>
public sealed record ReviewDuty : IFact
{
    public required PlanOnDay Of { get; init; }
    public required ReviewKind Kind { get; init; }

    /// <summary>
    /// The year that the report is about: of a mid-term evaluation the year it falls in, of a final one the last year of the horizon.
    /// </summary>
    public required int Year { get; init; }
    public required DateOnly Due { get; init; }

    /// <summary>Why this date: clause, policy rows, horizon, publication.</summary>
    public Text Reason => Why();
    public required DutyState State { get; init; }

    /// <summary>The report that does it: its own, or for a year's monitoring the mid-term or final report of that year.</summary>
    public Act? Report { get; init; }

    /// <summary>
    /// A recorded report that may be it: its year is not recorded, or its day not closely enough to say that it lies behind us.
    /// </summary>
    public Act? Doubt { get; init; }

    internal Func<Text> Why { get; init; } = () => default;

    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("review_duties", Of.Id.District, $"{Of.Plan.Code}/{Names.Of(Kind)}/{Year}");

    public DateOnly? DoneOn => Report?.On.Last;

    public ReportRoute Route => ReportRoute.Of(Of, Kind);

    public IReadOnlyList<Agency> Recipients => [.. Route.To.Select(a => a.Agency).OfType<Agency>()];

    public IReadOnlyList<Agency> Copies => [.. Route.Copies.Select(a => a.Agency).OfType<Agency>()];

    /// <summary>Overdue, and no report recorded can be it.</summary>
    public bool IsMissed => State == DutyState.Overdue && Doubt is null;

    /// <summary>Overdue unless the report in doubt is it.</summary>
    public bool IsDoubtful => State == DutyState.Overdue && Doubt is not null;

    /// <summary>2022年度监测分析报告.</summary>
    public Text Name => new($"{Year}年{ReviewKinds.NameOf(Kind).Zh}报告", $"the {Year} {ReviewKinds.NameOf(Kind).En} report");

    /// <summary>Of several of one kind: 2022年度、2023年度监测分析报告.</summary>
    public static Text NameOf(IEnumerable<ReviewDuty> duties)
    {
        var several = duties.ToList();
        return several.Count == 1 ? several[0].Name : new(
            $"{string.Join('、', several.Select(d => d.Kind == ReviewKind.Annual ? $"{d.Year}年度" : $"{d.Year}年"))}"
                + $"{ReviewKinds.NameOf(several[0].Kind).Zh.TrimStart('度')}报告",
            $"the {string.Join(", ", several.Select(d => d.Year))} {ReviewKinds.NameOf(several[0].Kind).En} reports");
    }

    /// <summary>What is still to be done, sent or recorded.</summary>
    public IReadOnlyList<Text> Missing =>
        Report is null ? [new Text($"{Name.Zh}尚无报送记录", $"No record of {Name.En}")]
        : ReviewKinds.Of(Report.About) != Kind ? []
        : new ReportOnDay(Of, Report).Missing;

    public FactLine Say() => Reason.WithoutStop() is var why ? new("ReviewDuty", null,
        new Text($"{Name.Zh}（{Terms.Of(State).Zh}）：{why.Zh}", $"{Name.En} ({Terms.Of(State).En}): {why.En}")) : null!;
}
