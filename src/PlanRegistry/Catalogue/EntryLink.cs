using PlanRegistry.Approval;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// Whether the entry that is linked to a plan means it: a link lists only where title, kind, lead agency and five-year period agree. A
/// lead agency that one of them lacks does not agree; where neither has one, or the entry tells no period, the title decides.
/// </summary>
public static class EntryLink
{
    public static bool Agrees(RegistryView view, DirectoryEntry entry, Plan plan, AsOfDay day) =>
        !Differences(view, entry, plan, day).Any();

    /// <summary>名称、类型、规划期、牵头单位: what differs, in words.</summary>
    public static IEnumerable<Text> Differences(RegistryView view, DirectoryEntry entry, Plan plan, AsOfDay day)
    {
        if (!TitleKey.Same(entry.Title, plan.Title) && !TitleNearness.AreNear(entry.Title, plan.Title, view.DistrictNames))
        {
            yield return new($"条目名称为{entry.Named.Zh}", $"the entry's title is {entry.Title}");
        }
        if (entry.Kind != plan.Kind)
        {
            yield return new($"条目类型为{Terms.Of(entry.Kind).Zh}，规划登记为{Terms.Of(plan.Kind).Zh}",
                $"the entry is a {Terms.Of(entry.Kind).En} and the plan is recorded as a {Terms.Of(plan.Kind).En}");
        }
        if (view.List(entry.List) is { } list && !list.Covers(plan.Kind))
        {
            yield return new($"目录清单{list.Code}不含{Terms.Of(plan.Kind).Zh}",
                $"the list {list.Code} is not one of {Terms.Of(plan.Kind).En}s");
        }
        foreach (var difference in Periods(entry, plan).Concat(Leads(view, entry, plan, day)))
        {
            yield return difference;
        }
    }

    /// <summary>The list of the last period says nothing of a plan of this one, though both may hold the year in which they meet.</summary>
    private static IEnumerable<Text> Periods(DirectoryEntry entry, Plan plan)
    {
        var (named, called) = (FiveYearPeriod.NamedIn(entry.Title), FiveYearPeriod.NamedIn(plan.Title));
        if (entry.Horizon is { } horizon
            && (!horizon.Overlaps(plan.Horizon) || FiveYearPeriod.Of(horizon) != FiveYearPeriod.Of(plan.Horizon)))
        {
            yield return new($"条目规划期为{horizon.InWords.Zh}，规划为{plan.Horizon.InWords.Zh}",
                $"the entry's horizon is {horizon} and the plan's {plan.Horizon}");
        }
        else if (named.Count > 0 && called.Count > 0 && !named.Any(called.Contains))
        {
            yield return new($"条目名称所指为{named[0].InWords.Zh}，规划名称所指为{called[0].InWords.Zh}",
                $"the entry's title names the {named[0].InWords.En} and the plan's the {called[0].InWords.En}");
        }
        else if (!Fit(named, called, plan.Horizon))
        {
            yield return new($"条目名称所指为{named[0].InWords.Zh}，规划期为{plan.Horizon.InWords.Zh}",
                $"the entry's title names the {named[0].InWords.En} and the plan's horizon is {plan.Horizon}");
        }
        else if (!Fit(called, named, entry.Horizon))
        {
            yield return new($"规划名称所指为{called[0].InWords.Zh}，条目规划期为{entry.Horizon!.Value.InWords.Zh}",
                $"the plan's title names the {called[0].InWords.En} and the entry's horizon is {entry.Horizon}");
        }
    }

    /// <summary>One period that a title names is the other's, or is named by both and shares a year with it.</summary>
    private static bool Fit(IReadOnlyList<FiveYearPeriod> named, IReadOnlyList<FiveYearPeriod> others, Horizon? horizon) =>
        named.Count == 0 || horizon is not { } years
        || named.Any(p => p == FiveYearPeriod.Of(years) || (others.Contains(p) && p.Years.Overlaps(years)));

    private static IEnumerable<Text> Leads(RegistryView view, DirectoryEntry entry, Plan plan, AsOfDay day)
    {
        var (one, other) = (view.Agency(entry.LeadAgency)?.Name, view.Agency(plan.LeadAgency)?.Name);
        if (one is null != other is null)
        {
            yield return one is null ? new($"条目的牵头单位未录入，规划为{other}", $"the entry's lead agency is not recorded and the plan's is {other}")
                : new($"条目牵头单位为{one}，规划的未录入", $"the entry is led by {one} and the plan's lead agency is not recorded");
        }
        else if (!MayBeLedAlike(view, entry, plan, day))
        {
            yield return new($"条目牵头单位为{one}，规划为{other}", $"the entry is led by {one} and the plan by {other}");
        }
    }

    /// <summary>An agency that is not recorded may be the same one: so an entry without a link comes near a plan.</summary>
    public static bool MayBeLedAlike(RegistryView view, DirectoryEntry entry, Plan plan, AsOfDay day) =>
        view.Agency(entry.LeadAgency) is not { } one || view.Agency(plan.LeadAgency) is not { } other
        || Bodies.Of(view).AreOne(one, other)
        || (view.AgencyOn(one.Key, day) is { } a && view.AgencyOn(other.Key, day) is { } b && a.Key == b.Key);
}
