using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Settlement;

namespace PlanRegistry.Server.Settlement;

public sealed class WaiverNode(Waiver row, Scope scope) : RecordNode<Waiver>(row, scope)
{
    internal WaiverOnDay OnDay => field ??= WaiverOnDay.Of(Scope.Judgement, Row);

    public string Code => Row.Code;
    public RuleCard? Rule => RuleBook.Find(Row.Rule);
    public PlanNode? Plan => Scope.Plan(Row.Plan);
    public DirectoryListNode? List => Scope.List(Row.List);
    public string? Finding => Row.Finding;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public PartialDate From => Row.From;
    public PartialDate? To => Row.To;
    public PartialDate LastDay => Waivers.LastDayOf(Scope.Snapshot.View, Row);
    public string? Reason => Row.Reason;
    public DocumentNode? Revocation => Scope.Document(Row.Revocation);
    public WaiverStanding Standing => OnDay.Standing;
    public bool Idle => OnDay.IsIdle;
    public IReadOnlyList<FindingNode> Waives => [.. OnDay.Waives.Where(Scope.Shows).Select(Scope.Finding)];
}

[Resolves("Waiver")]
public static class WaiverFields
{
    public static string Why(WaiverNode waiver, Language? language, [Service] Reader reader) => reader.Told(waiver.OnDay.Why, language);
}

[Resolves("Finding")]
public static class FindingWaiverFields
{
    public static bool MayBeWaived(FindingNode finding) => finding.Finding.MayBeWaived;

    public static WaiverNode? Waiver(FindingNode finding) =>
        finding.Finding.Waiver is { } row ? new WaiverNode(row, finding.Scope) : null;
}

[Resolves("Plan")]
public static class PlanWaiverFields
{
    public static IReadOnlyList<WaiverNode> Waivers(PlanNode plan) => plan.Scope is var scope
        ? [.. DistrictWaiverFields.Known(scope).Where(w => w.Plan is { } of && scope.View.Canonical(of) == plan.OnDay.Key)
            .OrderByDescending(w => w.From.First).ThenBy(w => w.Code, StringComparer.Ordinal).Select(w => new WaiverNode(w, scope))]
        : [];
}

[Resolves("District")]
public static class DistrictWaiverFields
{
    public static Connection<WaiverNode> Waivers(DistrictNode district, WaiverFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.For("District.waivers").At(page);
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.LatestFirst(Known(scope).Select(w => new WaiverNode(w, scope)).Where(fits), w => w.From, w => w.Code, w => w,
            page, "waivers", scope);
    }

    /// <summary>Those that were given by the day, or whose document was.</summary>
    internal static IEnumerable<Waiver> Known(Scope scope) => scope.View.Own.Of<Waiver>().Where(w =>
        (scope.Snapshot.View.Document(w.Document)?.IssuedOn ?? w.From).First <= scope.Snapshot.AsOf);
}

/// <summary>Which waivers: one must fit every part that is given.</summary>
public sealed record WaiverFilter
{
    public string? Plan { get; init; }
    public IReadOnlyList<string>? Rules { get; init; }
    public bool? InEffect { get; init; }
    public bool? Idle { get; init; }

    public Func<WaiverNode, bool> Test(Scope scope)
    {
        var (rules, plans) = (RuleNames.Known(Rules), PlanNames.Find(scope, Plan is null ? null : [Plan]));
        return waiver =>
            (plans is null || (waiver.Plan is { } plan && plans.Contains(plan.OnDay.Key)))
            && (rules is null || (waiver.Rule is { } rule && rules.Contains(rule.Code)))
            && (InEffect is not { } holds || (waiver.Standing == WaiverStanding.InEffect) == holds)
            && (Idle is not { } idle || waiver.Idle == idle);
    }
}
