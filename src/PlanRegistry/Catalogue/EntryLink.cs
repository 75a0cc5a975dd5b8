using PlanRegistry.Approval;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// Whether the entry that is linked to a plan means it: a link lists only where title, kind and lead agency agree, and the horizons meet.
/// What is not recorded is no difference.
/// </summary>
internal static class EntryLink
{
    public static bool Agrees(RegistryView view, DirectoryEntry entry, Plan plan, DateOnly day) =>
        !Differences(view, entry, plan, day).Any();

    /// <summary>名称、类型、规划期、牵头单位: what differs, in words.</summary>
    public static IEnumerable<Text> Differences(RegistryView view, DirectoryEntry entry, Plan plan, DateOnly day)
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
        if (entry.Horizon is { } horizon && !horizon.Overlaps(plan.Horizon))
        {
            yield return new($"条目规划期为{horizon.InWords.Zh}，规划为{plan.Horizon.InWords.Zh}",
                $"the entry's horizon is {horizon} and the plan's {plan.Horizon}");
        }
        if (!MayBeLedAlike(view, entry, plan, day))
        {
            yield return new($"条目牵头单位为{view.Agency(entry.LeadAgency)?.Name}，规划为{view.Agency(plan.LeadAgency)?.Name}",
                $"the entry is led by {view.Agency(entry.LeadAgency)?.Name} and the plan by {view.Agency(plan.LeadAgency)?.Name}");
        }
    }

    public static bool MayBeLedAlike(RegistryView view, DirectoryEntry entry, Plan plan, DateOnly day) =>
        view.Agency(entry.LeadAgency) is not { } one || view.Agency(plan.LeadAgency) is not { } other
        || Bodies.Of(view).AreOne(one, other)
        || (view.AgencyOn(one.Key, day) is { } a && view.AgencyOn(other.Key, day) is { } b && a.Key == b.Key);
}
