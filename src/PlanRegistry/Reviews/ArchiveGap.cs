using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>历史资料未录入: what of a plan lies before registry.records_from and is not recorded. Silence of that time is no breach.</summary>
public sealed record ArchiveGap(PlanOnDay Of) : IFact
{
    /// <summary>What must have been done if the plan ever took effect.</summary>
    public required IReadOnlyList<Text> Acts { get; init; }
    public required IReadOnlyList<ReviewDuty> Reviews { get; init; }
    public required IReadOnlyList<DisclosureDuty> Disclosures { get; init; }

    /// <summary>Development plans of that time that it is not known to have followed.</summary>
    public required IReadOnlyList<HorizonDuty> Horizons { get; init; }

    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("archive_gaps", Of.Id.District, Of.Plan.Code);

    public static IEnumerable<ArchiveGap> On(PlanOnDay plan) =>
        plan.IsJudged
            && OfPlan(plan, [.. HorizonDuty.On(plan).Where(h => h.IsNotRecorded && h.IsOverdue)]) is { IsEmpty: false } gap ? [gap] : [];

    /// <summary>批准、发布记录;2021年、2022年年度监测分析报告;2021年实施进展公布记录.</summary>
    public Text Contents
    {
        get
        {
            var parts = Parts().ToList();
            return new Text(string.Join(";", parts.Select(p => p.Zh)), string.Join("; ", parts.Select(p => p.En)));
        }
    }

    public FactLine Say() => new("ArchiveGap", null, Contents);

    private bool IsEmpty => Acts.Count == 0 && Reviews.Count == 0 && Disclosures.Count == 0 && Horizons.Count == 0;

    private static ArchiveGap OfPlan(PlanOnDay plan, IReadOnlyList<HorizonDuty> horizons) => new(plan)
    {
        Acts = [.. MissingActs(plan)],
        Reviews = [.. plan.ReviewDuties.Where(d => d.State == DutyState.NotRecorded)],
        Disclosures = [.. plan.DisclosureDuties.Where(d => d.State == DutyState.NotRecorded)],
        Horizons = horizons,
    };

    private IEnumerable<Text> Parts()
    {
        if (Acts.Count > 0)
        {
            yield return new Text($"{Text.Join(Acts).Zh}记录", $"the acts {Text.Join(Acts).En}");
        }
        foreach (var kind in Reviews.GroupBy(d => d.Kind))
        {
            yield return new Text($"{Years(kind.Select(d => d.Year)).Zh}{Terms.Of(kind.Key).Zh}报告",
                $"the {Terms.Of(kind.Key).En} report of {Years(kind.Select(d => d.Year)).En}");
        }
        if (Disclosures.Count > 0)
        {
            yield return new Text($"{Years(Disclosures.Select(d => d.Year)).Zh}实施进展公布记录",
                $"the disclosure of progress of {Years(Disclosures.Select(d => d.Year)).En}");
        }
        foreach (var development in Horizons.Select(h => h.Development.Title))
        {
            yield return new Text($"依据“{development}”调整修订或声明无需调整的记录",
                $"the amendment after {development}, or the declaration that nothing changes");
        }
    }

    private static Text Years(IEnumerable<int> years) => Text.Join(years.Select(y => new Text($"{y}年", $"{y}")));

    private static IEnumerable<Text> MissingActs(PlanOnDay plan)
    {
        if (!plan.IsApproved && (WasPublishedBefore(plan) || IsUntoldOfOld(plan)))
        {
            yield return new Text("批准", "approval");
        }
        if (!plan.IsPublished && (IsUntoldOfOld(plan) || WasApprovedBefore(plan)))
        {
            yield return new Text("发布", "publication");
        }
        if (plan.Kind == PlanKind.Development && MidTermReports(plan).Any(p => p.IsNotRecorded))
        {
            yield return new Text("中期评估报告审定、审议", "examination and deliberation of the mid-term report");
        }
    }

    /// <summary>
    /// Neither approved nor published as far as we know, though its horizon is over, or began years ago and nothing at all is known.
    /// </summary>
    private static bool IsUntoldOfOld(PlanOnDay plan) =>
        !plan.IsApproved && !plan.IsPublished
        && (plan.Horizon.LastDay < plan.Snapshot.RecordsFrom || (plan.Status == PlanStatus.Proposed && BeganInAnEarlierYear(plan)));

    private static bool WasPublishedBefore(PlanOnDay plan) =>
        plan.IsPublished && plan.History.PublishedOn?.Last < plan.Snapshot.RecordsFrom;

    private static bool WasApprovedBefore(PlanOnDay plan) =>
        plan.IsApproved && plan.History.ApprovedOn?.Last < plan.Snapshot.RecordsFrom && BeganInAnEarlierYear(plan);

    private static bool BeganInAnEarlierYear(PlanOnDay plan) => plan.Horizon.From < plan.Snapshot.RecordsFrom.Year;

    private static IEnumerable<MidTermProcedure> MidTermReports(PlanOnDay plan) =>
        plan.Acts.Where(a => a is { Type: ActType.Reported, About: ActAbout.MidTerm }).Select(a => new MidTermProcedure(plan, a));
}
