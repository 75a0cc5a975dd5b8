using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>
/// 历史资料未录入: what of a plan lies before registry.records_from and is not recorded, or of a plan begun years ago everything. Silence of
/// that time is no breach.
/// </summary>
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
        IsMissing(plan) ? [OfPlan(plan)] : [];

    /// <summary>No act of the plan is recorded at all, and its horizon began in an earlier year.</summary>
    public bool IsOfEverything => Of.IsUntold;

    /// <summary>Since when something of it has been missing.</summary>
    public DateOnly Since => Unbroken.Since(Of, Turns, IsMissing);

    /// <summary>批准、发布的办理记录；2021年度、2022年度监测分析报告；2021年度实施进展公布记录.</summary>
    public Text Contents => Wording.Clauses(Parts());

    public FactLine Say() => new("ArchiveGap", null, Contents);

    private static bool IsMissing(PlanOnDay plan) => plan.IsJudged
        && (MissingReviews(plan).Any() || MissingDisclosures(plan).Any() || MissingActs(plan).Any() || MissingHorizons(plan).Any());

    private static ArchiveGap OfPlan(PlanOnDay plan) => new(plan)
    {
        Acts = [.. MissingActs(plan)],
        Reviews = [.. MissingReviews(plan)],
        Disclosures = [.. MissingDisclosures(plan)],
        Horizons = [.. MissingHorizons(plan)],
    };

    private static IEnumerable<ReviewDuty> MissingReviews(PlanOnDay plan) =>
        plan.ReviewDuties.Where(d => d.State == DutyState.NotRecorded);

    private static IEnumerable<DisclosureDuty> MissingDisclosures(PlanOnDay plan) =>
        plan.DisclosureDuties.Where(d => d.State == DutyState.NotRecorded);

    private static IEnumerable<HorizonDuty> MissingHorizons(PlanOnDay plan) =>
        HorizonDuty.On(plan).Where(h => h.IsNotRecorded && h.IsOverdue);

    private IEnumerable<Text> Parts()
    {
        if (Acts.Count > 0)
        {
            var acts = Text.Join(Acts);
            yield return new Text($"{acts.Zh}的办理记录", $"the acts {acts.En}");
        }
        foreach (var kind in Reviews.GroupBy(d => d.Kind))
        {
            var (isAnnual, name) = (kind.Key == ReviewKind.Annual, Terms.Of(kind.Key));
            var years = Years(kind.Select(d => d.Year), isAnnual ? "年度" : "年");
            yield return new Text($"{years.Zh}{(isAnnual ? "监测分析" : name.Zh)}报告", $"the {name.En} report of {years.En}");
        }
        if (Disclosures.Count > 0)
        {
            var years = Years(Disclosures.Select(d => d.Year), "年度");
            yield return new Text($"{years.Zh}实施进展公布记录", $"the disclosure of progress of {years.En}");
        }
        foreach (var development in Horizons.Select(h => h.Development.Named))
        {
            yield return new Text($"依据{development.Zh}调整修订或声明无需调整的记录",
                $"the amendment after {development.En}, or the declaration that nothing changes");
        }
    }

    private static Text Years(IEnumerable<int> years, string unit) => Text.Join(years.Select(y => new Text($"{y}{unit}", $"{y}")));

    private static IEnumerable<Text> MissingActs(PlanOnDay plan)
    {
        if (MustBeApproved(plan))
        {
            yield return new("批准", "approval");
        }
        if (MustBePublished(plan))
        {
            yield return new("发布", "publication");
        }
        if (MidTermReports(plan).Any(p => p.IsNotRecorded))
        {
            yield return new("中期评估报告审定、审议", "examination and deliberation of the mid-term report");
        }
    }

    /// <summary>Published before the registry began, so approved before; or nothing is known though it must lie in an archive.</summary>
    private static bool MustBeApproved(PlanOnDay plan) => !plan.IsApproved
        && (plan.IsPublished ? plan.History.PublishedOn!.Value.Last < plan.Snapshot.RecordsFrom : IsOfOld(plan));

    /// <summary>Approved before the registry began, in a year of its horizon but the first, so that it must be published.</summary>
    private static bool MustBePublished(PlanOnDay plan) => !plan.IsPublished
        && (plan.IsApproved
            ? plan.History.ApprovedOn!.Value.Last < plan.Snapshot.RecordsFrom && plan.AsOf >= SecondYear(plan)
            : IsOfOld(plan));

    /// <summary>
    /// Neither approved nor published as far as we know, though its horizon was over before the registry began, or began in an earlier
    /// year and nothing at all is known.
    /// </summary>
    private static bool IsOfOld(PlanOnDay plan) =>
        plan.IsUntold ? plan.AsOf >= SecondYear(plan)
        : plan.Horizon.LastDay < plan.Snapshot.RecordsFrom && plan.AsOf > plan.Horizon.LastDay;

    private static DateOnly SecondYear(PlanOnDay plan) => new(plan.Horizon.From + 1, 1, 1);

    /// <summary>The days on which something may come to be missing; that it is recorded at last makes nothing missing.</summary>
    private static IEnumerable<DateOnly> Turns(PlanOnDay plan) =>
    [
        SecondYear(plan), .. plan.Snapshot.Policy.Turns, .. plan.History.StatusTurns,
        .. plan.Snapshot.DevelopmentPlans.SelectMany(d => d.History.StatusTurns),
        .. plan.ReviewDuties.Select(d => d.Due).Concat(plan.DisclosureDuties.Select(d => d.Due))
            .Concat(HorizonDuty.On(plan).Select(d => d.Due)).Concat(MidTermReports(plan).Select(p => p.Deadline)).Select(d => d.AddDays(1)),
        .. MidTermReports(plan).Select(p => p.ReportedOn),
    ];

    private static IEnumerable<MidTermProcedure> MidTermReports(PlanOnDay plan) =>
        plan.Kind == PlanKind.Development ? ReportOnDay.On(plan).Select(r => r.Procedure).OfType<MidTermProcedure>() : [];
}
