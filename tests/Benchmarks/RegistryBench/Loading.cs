using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Ledger;

namespace RegistryBench;

/// <summary>From the database to a view, with the code warm.</summary>
internal static class Loading
{
    private const int WarmUps = 10;
    private const int Runs = 31;

    public static IEnumerable<Figure> Measure(string folder)
    {
        RegistryView view = null!;
        var times = Enumerable.Range(0, WarmUps + Runs).Select(_ =>
        {
            // A registry that was just opened remembers no view.
            using var registry = Registry.Open(Packs.Source(folder, 300), TimeProvider.System);
            return Figures.Time(() => view = registry.View(Packs.Code)!);
        }).Skip(WarmUps).ToList();
        yield return Figure.OfTimes("view load from the database, median", times, 150,
            $"{view.Plans.Count} plans, {view.Own.Of<Target>().Count} targets, {view.Own.Count} rows");
    }
}
