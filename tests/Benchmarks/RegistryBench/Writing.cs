using System.Globalization;
using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Rules;
using PlanRegistry.Server.Ledger;

namespace RegistryBench;

/// <summary>recordAct, from the command to the durable entry, the new view and the new findings.</summary>
internal static class Writing
{
    private const int WarmUps = 10;
    private const int Writes = 200;
    private static readonly DateOnly Day = new(2025, 6, 30);

    public static IEnumerable<Figure> Measure(string folder)
    {
        var file = Path.Combine(folder, "writing.db");
        File.Copy(Path.Combine(folder, "district", "source.db"), file, overwrite: true);
        using var registry = Registry.Open(file, TimeProvider.System);
        var plans = registry.View(Packs.Code)!.Own.Of<PlanRegistry.Catalogue.Plan>().Where(p => !p.IsSecret).Select(p => p.Code).ToList();
        var times = Enumerable.Range(0, WarmUps + Writes).Select(i => Write(registry, plans[i % plans.Count], i)).Skip(WarmUps).ToList();
        yield return Figure.OfTimes("recordAct to entry, view and findings, median of 200", times.Select(t => t.All), 100,
            $"entry and view {Figures.Median(times.Select(t => t.Entry)):N1} ms, slowest {times.Max(t => t.All):N1} ms");
    }

    private static (double Entry, double All) Write(Registry registry, string plan, int number)
    {
        var input = new Dictionary<string, object?>
        {
            ["id"] = $"BENCH-{number}", ["plan"] = plan, ["act"] = ActType.ProgressDisclosed, ["on"] = "2025-05-20",
            ["year"] = 2024, ["note"] = number.ToString(CultureInfo.InvariantCulture),
        };
        var header = new CommandHeader { District = Packs.Code, Actor = "bench", Command = "recordAct" };
        WriteResult result = null!;
        var entry = Figures.Time(() => result = registry.Execute(header, view => RowIntake.Decide(view, Inputs.Single("acts", input)).ToDecision()));
        if (result.Entry is null)
        {
            throw new InvalidOperationException(result.Problems.Count > 0 ? result.Problems[0].Message.En : "The act was written before.");
        }
        var judge = Figures.Time(() => Judge.Assess(new Snapshot(result.After, Day)));
        return (entry, entry + judge);
    }
}
