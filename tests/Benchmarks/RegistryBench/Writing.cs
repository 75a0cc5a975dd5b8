using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PlanRegistry.Approval;
using PlanRegistry.Intake;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Ledger;

namespace RegistryBench;

/// <summary>recordAct, from the command to the durable entry; and on to what it opens and clears, for a client that asks.</summary>
internal static class Writing
{
    private const int WarmUps = 20;
    private const int Writes = 20;

    /// <param name="plans">What the district holds, as the figure says it.</param>
    /// <param name="judged">The bound for a write whose findings are asked for.</param>
    public static IEnumerable<Figure> Measure(string source, int plans, double judged)
    {
        var file = Path.Combine(Path.GetDirectoryName(source)!, "writing.db");
        File.Copy(source, file, overwrite: true);
        using var registry = Registry.Open(file, TimeProvider.System);
        var judgements = new Judgements(registry, new MiddleOfTheHorizon(), NullLogger<Judgements>.Instance);
        var codes = registry.View(Packs.Code)!.Own.Of<PlanRegistry.Catalogue.Plan>().Where(p => !p.IsSecret).Select(p => p.Code).ToList();
        var times = Enumerable.Range(0, WarmUps + Writes)
            .Select(i => Write(judgements, codes[i * 37 % codes.Count], i)).Skip(WarmUps).ToList();
        yield return Figure.OfFastest($"recordAct to a durable entry, {plans} plans, fastest of {Writes}",
            times.Select(t => t.Entry), 15, $"of which deciding {times.Min(t => t.Deciding):N1} ms");
        yield return Figure.OfFastest($"recordAct with opened and cleared, {plans} plans, fastest of {Writes}",
            times.Select(t => t.Entry + t.Judging), judged, "the view before it judged already");
    }

    private static (double Deciding, double Entry, double Judging) Write(Judgements judgements, string plan, int number)
    {
        var input = new RecordActInput
        {
            District = Packs.Code.Value, Code = $"BENCH-{number}", Plan = plan,
            Type = ActType.ProgressDisclosed, On = new DateOnly(2025, 5, 20),
            Year = 2024, Note = number.ToString(CultureInfo.InvariantCulture),
        };
        var header = new CommandHeader { District = Packs.Code, Actor = Actor.Named("bench"), Command = "recordAct" };
        WriteResult result = null!;
        var deciding = 0.0;
        var entry = Figures.Time(() => result = judgements.Registry.Execute(header, view =>
        {
            Decision decision = null!;
            deciding = Figures.Time(() => decision = RowIntake.Add(view, [InputRows.Of<Act>(input)]));
            return decision;
        }));
        judgements.Of(judgements.Snapshot(result.Before, judgements.Today));
        var judging = Figures.Time(() => judgements.Of(judgements.Snapshot(result.After, judgements.Today)));
        return result.Entry is not null ? (deciding, entry, judging)
            : throw new InvalidOperationException(result.Problems.Count > 0
                ? result.Problems[0].Message.En
                : "The act was written before.");
    }

    /// <summary>2025-06-30: most generated plans are in force or being drafted, hence judged by every rule.</summary>
    private sealed class MiddleOfTheHorizon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 6, 30, 4, 0, 0, TimeSpan.Zero);
    }
}
