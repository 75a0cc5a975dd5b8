using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

public enum PlanOrder { Code, Title, Horizon, Light, LeadAgency }

/// <summary>Which plans: a plan must fit every part that is given.</summary>
public sealed record PlanFilter
{
    public IReadOnlyList<PlanKind>? Kinds { get; init; }
    public IReadOnlyList<PlanTier>? Tiers { get; init; }
    public IReadOnlyList<PlanStatus>? Statuses { get; init; }
    public IReadOnlyList<Light>? Lights { get; init; }
    public IReadOnlyList<PlanListing>? Listings { get; init; }
    public IReadOnlyList<string>? Agencies { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<int>? Years { get; init; }

    public Func<PlanOnDay, bool> Test(Scope scope)
    {
        var agencies = AgencyNames.Find(scope, Agencies);
        var title = Title is null ? null : TitleKey.Of(Title);
        return plan =>
            (Kinds is null || Kinds.Contains(plan.Kind))
            && (Tiers is null || Tiers.Contains(plan.Tier))
            && (Statuses is null || Statuses.Contains(plan.Status))
            && (Lights is null || (scope.Judgement.LightOf(plan) is { } light && Lights.Contains(light)))
            && (Listings is null || Listings.Contains(plan.Directory.Listing))
            && (agencies is null || (plan.LeadAgency is { } lead && agencies.Contains(lead.Key)))
            && (title is null || TitleKey.Of(plan.Title).Contains(title, StringComparison.Ordinal))
            && (Years is null || Years.Any(plan.Horizon.Holds));
    }
}

/// <summary>Agencies named by code, name, alias or uscc.</summary>
public static class AgencyNames
{
    /// <summary>Null when none are named; a name that is nobody's is a request error: nothing found would read as nothing there.</summary>
    public static HashSet<Key<Agency>>? Find(Scope scope, IReadOnlyList<string>? names) =>
        names is null ? null : [.. names.SelectMany(n => scope.View.All<Agency>().Where(a => Fits(a, n)).Select(a => a.Key).ToList()
            is { Count: > 0 } found ? found : throw PlanNames.Unknown(new("单位", "agency"), n, scope))];

    public static bool Fits(Agency agency, string name) =>
        agency.Code == name || agency.Key.ToString() == name || agency.Uscc == name
        || TitleKey.Same(agency.Name, name) || agency.Aliases?.Any(a => TitleKey.Same(a, name)) == true;
}
