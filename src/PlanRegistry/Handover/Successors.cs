using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using static PlanRegistry.Handover.SuccessionStanding;

namespace PlanRegistry.Handover;

/// <summary>
/// Looks for what succeeds the plans of the old period: recorded by an act, else told by title, kind and lead agency together. What is
/// only alike in title is named as to be checked.
/// </summary>
public sealed class Successors
{
    private const int MostAlike = 3;

    private readonly PeriodHandover handover;
    private readonly RegistryView seen;
    private readonly List<PlanOnDay> plans;
    private readonly List<DirectoryEntry> entries;
    private readonly ILookup<(PlanKind, string), PlanOnDay> plansBySubject;
    private readonly ILookup<(PlanKind, string), DirectoryEntry> entriesBySubject;

    /// <param name="seen">What of the district may be told: a plan that is hidden succeeds none here.</param>
    public Successors(PeriodHandover handover, RegistryView seen)
    {
        (this.handover, this.seen) = (handover, seen);
        var snapshot = handover.Snapshot;
        plans = [.. snapshot.OwnPlans.Where(p => p.Exists && !p.HasEnded && !p.Plan.IsSecret && p.Horizon.To >= handover.From
            && p.Kind != PlanKind.Development && seen.Plan(p.Key) is not null)];
        entries = [.. seen.Of<DirectoryEntry>().Where(e => e.Plan is null && e.Dropped != true && IsOfTheNewPeriod(e))];
        plansBySubject = plans.ToLookup(p => (p.Kind, Subject(p.Title)));
        entriesBySubject = entries.ToLookup(e => (e.Kind, Subject(e.Title)));
    }

    public Succession Of(PlanOnDay plan) => Superseded(plan)
        ?? (plan.Horizon.To >= handover.From && !plan.HasEnded
            ? Succession.Of(NotNeeded, new($"规划期至{plan.Horizon.To}年，自身延续到新一期。",
                $"Its horizon ends in {plan.Horizon.To}: it runs on into the new period itself."))
        : plan.Kind == PlanKind.Development ? NextOutline()
        : plan.Plan.IsSecret ? Succession.Of(NotRecorded,
            new("涉密规划不按名称认定接续的规划。", "Of a secret plan no successor is told by its title."))
        : Subject(plan.Title) is { Length: > 0 } subject && Told(plan, subject) is { } told ? told
        : Alike(plan) ?? Missing(plan));

    private Succession? Superseded(PlanOnDay plan)
    {
        if (plan.History.Ends.FirstOrDefault(e => e.Act.Type == ActType.Superseded && e.From <= plan.AsOf) is not { From: { } from } end)
        {
            return null;
        }
        var next = seen.Plan(end.Act.Against!.Value.Plan) is { } successor ? plan.Snapshot.Plan(successor.Key) : null;
        return new(Recorded, next is null
            ? new($"已登记自{from.InWords().Zh}起被另一规划替代。", $"It is recorded to be superseded by another plan from {from:yyyy-MM-dd} on.")
            : new($"已登记自{from.InWords().Zh}起被{next.Named.Zh}替代。",
                $"It is recorded to be superseded by {next.Title} from {from:yyyy-MM-dd} on."),
            next is null ? [] : [next], [], end.Act);
    }

    private Succession NextOutline() => handover.Begins is { } next
        ? new(Recorded, new($"新一期全区发展规划为{next.Named.Zh}。", $"The development plan of the new period is {next.Title}."), [next], [])
        : Succession.Of(NotRecorded, new("新一期全区发展规划未录入。", "The development plan of the new period is not recorded."));

    /// <summary>Of its kind, and of a title that says the same beyond the period; of another lead agency somebody has to look.</summary>
    private Succession? Told(PlanOnDay plan, string subject)
    {
        var next = plansBySubject[(plan.Kind, subject)].Where(p => Follows(p, plan)).ToList();
        var listed = entriesBySubject[(plan.Kind, subject)].ToList();
        if (next.Where(p => IsLedAlike(plan, p.Plan.LeadAgency)).ToList() is { Count: > 0 } sure)
        {
            return new(Recorded, new(
                $"{Names(sure).Zh}与本规划除规划期外名称一致，类别和牵头单位相同。",
                $"{Names(sure).En} has this plan's title but for the period, its kind and its lead agency."), sure, []);
        }
        if (listed.Where(e => IsLedAlike(plan, e.LeadAgency)).ToList() is { Count: > 0 } entered)
        {
            return new(Listed, new(
                $"{DirectoryEntry.Places(entered).Zh}与本规划除规划期外名称一致，类别和牵头单位相同，尚未登记规划。",
                $"{DirectoryEntry.Places(entered).En} has this plan's title but for the period, its kind and its lead agency; "
                    + "no plan is registered of it yet."), [], entered);
        }
        return next.Count + listed.Count == 0 ? null : new(Possible, new(
            $"{What(next, listed).Zh}与本规划除规划期外名称一致，牵头单位不同或者未录入，是否接续待核实。",
            $"{What(next, listed).En} has this plan's title but for the period and another lead agency, or none recorded: "
                + "whether it succeeds it is to be checked."), next, listed);
    }

    private Succession? Alike(PlanOnDay plan)
    {
        var asked = TitleLikeness.Of(handover.Snapshot.View, plan.Title);
        var (mayFollow, mayEnter) = (plans.Where(p => p.Kind == plan.Kind && Follows(p, plan)), entries.Where(e => e.Kind == plan.Kind));
        List<PlanOnDay> next = [.. asked.Nearest(mayFollow, p => [p.Title], p => p.Plan.Code)
            .Union(mayFollow.Where(p => p.Horizon.From >= handover.From && IsOfTheField(plan, p.Plan.Field, p.Plan.LeadAgency)))
            .Take(MostAlike)];
        List<DirectoryEntry> listed = [.. asked.Nearest(mayEnter, e => [e.Title], e => e.RecordCode)
            .Union(mayEnter.Where(e => IsOfTheField(plan, e.Category, e.LeadAgency))).Take(MostAlike)];
        return next.Count + listed.Count == 0 ? null : new(Possible, new(
            $"{What(next, listed).Zh}名称与本规划相近，或者类别、领域、牵头单位相同，是否接续待核实。",
            $"{What(next, listed).En} has a title like this plan's, or its kind, field and lead agency: "
                + "whether it succeeds it is to be checked."),
            next, listed);
    }

    private bool IsOfTheField(PlanOnDay plan, string? field, Key<Agency>? lead) =>
        TitleKey.Same(plan.Plan.Field, field) && plan.Plan.Field is { Length: > 0 } && IsLedAlike(plan, lead);

    /// <summary>Without a list of the new period nobody can say that there is none.</summary>
    private Succession Missing(PlanOnDay plan) => Listing.ListsFor(handover.Snapshot.View, plan.Kind, plan.AsOf).Any(HoldsTheNewPeriod)
        ? Succession.Of(None, new("登记的规划和新一期的目录清单中未见接续的规划；没有条款要求必须接续。",
            "Neither the plans registered nor the directory lists of the new period show a successor; no clause demands one."))
        : Succession.Of(NotRecorded, new("新一期的目录清单未录入，是否有接续的规划待核实。",
            "No directory list of the new period is recorded: whether there is a successor is to be checked."));

    private bool HoldsTheNewPeriod(DirectoryList list) =>
        handover.Snapshot.View.EntriesIn[list.Key].Any(e => e.Dropped != true && IsOfTheNewPeriod(e));

    /// <summary>On an approved list; its horizon, else the year of its list, says of which period it is.</summary>
    private bool IsOfTheNewPeriod(DirectoryEntry entry) =>
        handover.Snapshot.View.List(entry.List) is { } list && ListApproval.Of(handover.Snapshot.View, list) is { Lists: true } approval
        && approval.HoldsOn(handover.Snapshot.AsOf)
        && (entry.Horizon is { } years ? years.From >= handover.From : list.Year >= handover.From);

    /// <summary>It began later, and is another.</summary>
    private static bool Follows(PlanOnDay next, PlanOnDay plan) => next.Key != plan.Key && next.Horizon.From > plan.Horizon.From;

    /// <summary>By the same agency, or what became of it.</summary>
    private bool IsLedAlike(PlanOnDay plan, Key<Agency>? lead) =>
        plan.LeadAgency is { } own && handover.Snapshot.Agency(lead)?.Key == own.Key;

    private string Subject(string title) => TitleNearness.Subject(title, handover.Snapshot.View.DistrictNames);

    private static Text Names(IEnumerable<PlanOnDay> plans) => Text.Join(plans.Select(p => p.Named));

    private static Text What(List<PlanOnDay> plans, List<DirectoryEntry> entries) => Text.Join(
        [.. plans.Select(p => p.Named), .. entries.Select(e => new Text($"{e.Place.Zh}{e.Named.Zh}", $"{e.Place.En} ({e.Title})"))]);
}
