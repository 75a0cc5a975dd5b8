using System.Collections.Concurrent;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>An indicator that a plan holds on the day, under whatever code or alias, with its figure for each target year.</summary>
public sealed record HeldIndicator(PlanOnDay Of, string Identity, IReadOnlyList<Figure> Figures) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public Indicator Indicator => Figures[0].Indicator;

    /// <summary>Its readings that stand by the day.</summary>
    internal ReadingSeries Readings => Of.Series[Identity];

    public RecordId Id => new("held_indicators", Of.Plan.Home, $"{Of.Key}|{Identity}");

    public FactLine Say() => new("HeldIndicator", Figures[0].Source.Id,
        Wording.Clauses(Figures.Select(f => f.Line)) is var lines
            ? new Text($"{Of.Named.Zh}：{lines.Zh}", $"{Of.Title}: {lines.En}") : default);

    /// <summary>From the targets in force; where a plan states one indicator twice for a year, the first by code speaks.</summary>
    public static IReadOnlyList<HeldIndicator> HeldBy(PlanOnDay plan)
    {
        var targets = plan.Targets;
        return targets.Targets.Count == 0 ? []
            : [.. plan.Snapshot.View.Kept(_ => new OfVersions()).Figures
                .GetOrAdd((plan.Key, targets.Targets[0].Version, targets.Since), (_, set) => OfVersion(plan.Snapshot.View, set), targets)
                .Select(f => new HeldIndicator(plan, f.Identity, f.Figures))];
    }

    private static IReadOnlyList<FiguresOf> OfVersion(RegistryView view, TargetSet targets) =>
    [
        .. targets.Targets
            .OrderBy(t => t.TargetYear).ThenBy(t => t.Indicator.Code, StringComparer.Ordinal)
            .Select(t => view.Indicator(t.Indicator) is { } indicator ? Figure.Of(t, indicator, targets.Since) : null)
            .OfType<Figure>()
            .GroupBy(f => view.Identity(f.Indicator.Key), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new FiguresOf(g.Key, [.. g.DistinctBy(f => f.Year)])),
    ];

    /// <summary>A version says the same on every day on which it is in force.</summary>
    private sealed class OfVersions
    {
        public ConcurrentDictionary<(Key<Plan>, int Version, PartialDate? Since), IReadOnlyList<FiguresOf>> Figures { get; } = [];
    }

    private sealed record FiguresOf(string Identity, IReadOnlyList<Figure> Figures);
}
