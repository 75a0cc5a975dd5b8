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
    public required IReadOnlyList<MissingAct> Acts { get; init; }
    public required IReadOnlyList<ReviewDuty> Reviews { get; init; }
    public required IReadOnlyList<DisclosureDuty> Disclosures { get; init; }

    /// <summary>Development plans of that time that it is not known to have followed.</summary>
    public required IReadOnlyList<HorizonDuty> Horizons { get; init; }

    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("archive_gaps", Of.Id.District, Of.Plan.Code);

    public static IEnumerable<ArchiveGap> On(PlanOnDay plan) =>
        plan.IsJudged
            && OfPlan(plan, [.. HorizonDuty.On(plan).Where(h => h.IsNotRecorded && h.IsOverdue)]) is { IsEmpty: false } gap ? [gap] : [];

    /// <summary>No act of the plan is recorded at all, and its horizon began in an earlier year.</summary>
    public bool IsOfEverything => Of.IsUntold;

    /// <summary>The first day on which something was missing that still is.</summary>
    public DateOnly Since => Acts.Select(a => a.Since).Concat(
        Reviews.Select(d => d.Due).Concat(Disclosures.Select(d => d.Due)).Concat(Horizons.Select(d => d.Due))
            .Select(due => ReviewCalendar.OwesFrom(Of) is { } from && from > due ? from : due.AddDays(1))).Min();

    /// <summary>批准、发布的办理记录；2021年度、2022年度监测分析报告；2021年度实施进展公布记录.</summary>
    public Text Contents => Wording.Clauses(Parts());

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
            var acts = Text.Join(Acts.Select(a => a.Name));
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

    private static IEnumerable<MissingAct> MissingActs(PlanOnDay plan)
    {
        if (ApprovalMissingSince(plan) is { } approval)
        {
            yield return new(new Text("批准", "approval"), approval);
        }
        if (PublicationMissingSince(plan) is { } publication)
        {
            yield return new(new Text("发布", "publication"), publication);
        }
        if (plan.Kind == PlanKind.Development && MidTermReports(plan).FirstOrDefault(p => p.IsNotRecorded) is { } steps)
        {
            yield return new(new Text("中期评估报告审定、审议", "examination and deliberation of the mid-term report"), steps.Deadline.AddDays(1));
        }
    }

    /// <summary>Published before the registry began, so approved before; or nothing is known though it must lie in an archive.</summary>
    private static DateOnly? ApprovalMissingSince(PlanOnDay plan) =>
        plan.IsApproved ? null
        : plan.IsPublished
            ? plan.History.PublishedOn!.Value.Last is var published && published < plan.Snapshot.RecordsFrom ? published : null
        : UntoldSince(plan);

    /// <summary>Approved before the registry began, in a year of its horizon but the first, so that it must be published.</summary>
    private static DateOnly? PublicationMissingSince(PlanOnDay plan) =>
        plan.IsPublished ? null
        : plan.IsApproved
            ? plan.History.ApprovedOn!.Value.Last is var approved && approved < plan.Snapshot.RecordsFrom && plan.AsOf >= SecondYear(plan)
                ? Later(approved, SecondYear(plan)) : null
        : UntoldSince(plan);

    /// <summary>
    /// Neither approved nor published as far as we know, though its horizon was over before the registry began, or began in an earlier
    /// year and nothing at all is known.
    /// </summary>
    private static DateOnly? UntoldSince(PlanOnDay plan)
    {
        var since = plan.IsUntold ? SecondYear(plan)
            : plan.Horizon.LastDay < plan.Snapshot.RecordsFrom ? plan.Horizon.LastDay.AddDays(1)
            : DateOnly.MaxValue;
        return since <= plan.AsOf ? Later(since, plan.History.ExistsFrom) : null;
    }

    private static DateOnly SecondYear(PlanOnDay plan) => new(plan.Horizon.From + 1, 1, 1);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static IEnumerable<MidTermProcedure> MidTermReports(PlanOnDay plan) =>
        ReportOnDay.On(plan).Select(r => r.Procedure).OfType<MidTermProcedure>();
}

/// <summary>An act that must have been taken and is not recorded, and since when that can be said.</summary>
public sealed record MissingAct(Text Name, DateOnly Since);
