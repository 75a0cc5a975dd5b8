using System.CommandLine;
using System.Diagnostics;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Sweeping;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry sweep: judges all districts whose last result holds no more, on as many nodes at once as run it.</summary>
public static class SweepCommand
{
    private const long MostKept = 512L * 1024 * 1024;
    private static readonly TimeSpan BetweenWords = TimeSpan.FromSeconds(2);

    public static Command Create(Option<string> database)
    {
        var asOf = Options.AsOf();
        var workers = new Option<int>("--workers")
        {
            Description = "How many districts at once; as many as the machine has processors by default.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        workers.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, out var number) && number is >= 1 and <= 256))
            {
                Options.Refuse(result, "--workers应为1至256的整数。", "--workers is a whole number from 1 to 256.");
            }
        });
        var command = new Command("sweep", "Judges all districts, for summaries over them; what broke off goes on when it is run again.")
        {
            asOf, workers,
        };
        // Only what has given back its task hears of Ctrl-C.
        command.SetAction((p, stop) => Task.Run(() => Start(p.GetRequiredValue(database), p.GetValue(asOf), p.GetValue(workers),
            Options.VoiceOf(p), stop), CancellationToken.None));
        return command;
    }

    private static int Start(string database, DateOnly? asOf, int workers, Voice voice, CancellationToken stop)
    {
        var today = Calendar.Today(TimeProvider.System);
        if (asOf > today)
        {
            voice.Fail($"--as-of为{asOf.Value.InWords().Zh}，这一天尚未到来。", $"--as-of is {asOf:yyyy-MM-dd}, a day that has not come.");
            return CommandLine.Usage;
        }
        return CommandLine.WithRegistry(database, voice, registry => Run(registry, asOf ?? today, workers, voice, stop));
    }

    private static int Run(Registry registry, DateOnly day, int workers, Voice voice, CancellationToken stop)
    {
        // Each district is read once: what is kept is what stands above them.
        registry.Kept.Budget = MostKept;
        using var storage = registry.OpenSweeps();
        var (watch, told, turn) = (Stopwatch.StartNew(), TimeSpan.Zero, new Lock());
        var outcome = new Sweep(registry, storage, snapshot => PlanRegistry.Rules.Judge.JudgementOf(snapshot, 1), TimeProvider.System)
            .Run(day, workers, (judged, left) =>
            {
                lock (turn)
                {
                    if (watch.Elapsed - told < BetweenWords)
                    {
                        return;
                    }
                    told = watch.Elapsed;
                    voice.Fail($"已评判{judged}个行政区，尚余{left}个。", $"{judged} districts judged, {left} left.");
                }
            }, stop: stop);
        foreach (var (district, why) in outcome.Failed)
        {
            voice.Fail($"行政区{district}未能评判：{why.Message}", $"{district} could not be judged: {why.Message}");
        }
        if (stop.IsCancellationRequested)
        {
            voice.Fail("已中断；再次运行时继续。", "Broken off; it goes on when it is run again.");
            return CommandLine.Refused;
        }
        voice.Say($"{day.InWords().Zh}：共{outcome.Districts}个行政区，评判{outcome.Judged}个，{outcome.Held}个的结果仍然有效；"
                + $"用时{watch.Elapsed.TotalSeconds:0.0}秒。",
            $"{day:yyyy-MM-dd}: {outcome.Districts} districts, {outcome.Judged} judged, {outcome.Held} whose result holds still; "
                + $"{watch.Elapsed.TotalSeconds:0.0} s.");
        return outcome.Failed.Count > 0 ? CommandLine.Refused : CommandLine.Done;
    }
}
