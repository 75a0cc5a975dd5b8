using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Rules;
using PlanRegistry.Server.Ledger;

namespace RegistryBench;

/// <summary>From the database to a view, and from the view to all findings; each time afresh, with the code warm.</summary>
internal static class ViewAndJudgement
{
    private const int WarmUps = 10;
    private const int Runs = 31;

    // The middle of the second horizon: most generated plans are in force or being drafted, hence judged by every rule.
    private static readonly DateOnly Day = new(2025, 6, 30);

    public static IEnumerable<Figure> Measure(string folder)
    {
        var file = Path.Combine(folder, "district", "source.db");
        var runs = Enumerable.Range(0, WarmUps + Runs).Select(_ => Run(file)).ToList();
        var (_, _, judgement) = runs[^1];
        var view = judgement.Snapshot.View;
        var size = $"{view.Own.Of<PlanRegistry.Catalogue.Plan>().Count} plans, {view.Own.Of<Target>().Count} targets, {view.Own.Count} rows";
        var judged = $"{judgement.Snapshot.OwnPlans.Count(p => p.IsJudged)} plans judged on {Day:yyyy-MM-dd}, {judgement.Findings.Count} findings";
        yield return Figure.OfTimes("view load from the database, median", runs.Skip(WarmUps).Select(r => r.Load), 150, size);
        yield return Figure.OfTimes("full judgement, median", runs.Skip(WarmUps).Select(r => r.Judge), 60, judged);
    }

    private static (double Load, double Judge, Judgement Judgement) Run(string file)
    {
        // A registry that was just opened remembers no view.
        using var registry = Registry.Open(file, TimeProvider.System);
        RegistryView view = null!;
        Judgement judgement = null!;
        var load = Figures.Time(() => view = registry.View(Packs.Code)!);
        var judge = Figures.Time(() => judgement = Judge.Assess(new Snapshot(view, Day)));
        return (load, judge, judgement);
    }
}
