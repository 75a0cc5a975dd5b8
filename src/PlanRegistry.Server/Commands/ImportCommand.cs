using System.CommandLine;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;
using Spectre.Console;
using Calendar = PlanRegistry.Records.Calendar;

namespace PlanRegistry.Server.Commands;

/// <summary>
/// plan-registry import PACK [--dry-run] [--replace] [--reason TEXT] [--document NUMBER]: one line per problem, one line for what was
/// done.
/// </summary>
public static class ImportCommand
{
    private const int WorthProgress = 5_000;

    public static Command Create(Option<string> database, Option<string> actor)
    {
        var pack = new Argument<string>("PACK") { Description = "A folder or a .zip that holds one district." };
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Checks every row, tells which findings would open and clear today, and writes nothing.",
        };
        var replace = new Option<bool>("--replace") { Description = "Retires what the pack lacks." };
        var reason = new Option<string?>("--reason") { Description = "Why recorded values are overwritten or withdrawn." };
        var document = new Option<string?>("--document") { Description = "The document that the reason rests on." };
        var command = new Command("import", "Imports a district pack: all of it in one ledger entry, or nothing.")
        {
            pack, dryRun, replace, reason, document,
        };
        command.SetAction(p => CommandLine.WithRegistry(p.GetRequiredValue(database), registry => Run(
            registry, p.GetRequiredValue(pack), p.GetRequiredValue(actor), p.GetValue(dryRun), p.GetValue(replace),
            Console.Out, Console.Error, AnsiConsole.Console, reason: p.GetValue(reason), document: p.GetValue(document))));
        return command;
    }

    /// <returns>0 done, also when nothing has changed; 1 refused; 2 there is no such pack.</returns>
    /// <param name="terminal">Where progress is shown for large packs, when it is a terminal.</param>
    /// <param name="isSample">Its days are invented, and may lie ahead of a clock that is behind them.</param>
    public static int Run(
        Registry registry, string pack, string actor, bool dryRun, bool replace,
        TextWriter output, TextWriter errors, IAnsiConsole? terminal = null, TimeProvider? clock = null,
        string? reason = null, string? document = null, bool isSample = false)
    {
        if (!Path.Exists(pack))
        {
            errors.WriteLine($"There is no pack '{pack}'.");
            return CommandLine.Usage;
        }
        try
        {
            var read = Pack.Read(pack);
            if (read.District is not { } district)
            {
                return Refuse(read.Problems, errors);
            }
            var header = new CommandHeader
            {
                District = district, Actor = Actor.Named(actor), Command = "import", Reason = reason, Document = document,
            };
            var result = WithProgress(terminal, read.Rows, progress => dryRun
                ? registry.Rehearse(header, Decide)
                : registry.Execute(header, Decide, progress));
            return result.IsRefused ? Refuse(result.Problems, errors)
                : Tell(result, read, Calendar.Today(clock ?? TimeProvider.System), output);

            Decision Decide(RegistryView view) =>
                read.Decide(view, replace, document) is var decision && isSample ? decision with { Happened = [] } : decision;
        }
        catch (PackException e)
        {
            errors.WriteLine(e.Message);
            return CommandLine.Refused;
        }
    }

    private static int Refuse(IReadOnlyList<Problem> problems, TextWriter errors)
    {
        foreach (var problem in problems)
        {
            errors.WriteLine(problem);
        }
        var count = problems.Count;
        errors.WriteLine(count == 1 ? "Nothing was written: 1 problem." : $"Nothing was written: {count} problems.");
        return CommandLine.Refused;
    }

    private static int Tell(WriteResult result, Pack pack, DateOnly today, TextWriter output)
    {
        var dryRun = result.After.IsRehearsal;
        var corrected = result.Changes.Count(c => c is { Recorded: not null, Retired: not null });
        var withdrawn = result.Changes.Count(c => c.Recorded is null);
        var counts = $"{result.Changes.Count - corrected - withdrawn} rows recorded, {corrected} corrected, {withdrawn} withdrawn";
        output.WriteLine(
            result.Changes.Count == 0 ? $"{pack.District}: nothing has changed; all {pack.Rows} rows are recorded already."
            : dryRun ? $"{pack.District}: {counts} if this were no dry run; nothing was written."
            : $"{pack.District}: {counts} in ledger entry {result.Entry!.Seq}.");
        if (dryRun)
        {
            TellFindings(result, today, output);
        }
        return CommandLine.Done;
    }

    /// <summary>What the pack would change among the findings of today.</summary>
    private static void TellFindings(WriteResult result, DateOnly today, TextWriter output)
    {
        IReadOnlyList<Finding> Findings(RegistryView view) =>
            view.District is null ? [] : Judge.JudgementOf(new Snapshot(view, today)).Findings;
        var (before, after) = (Findings(result.Before), Findings(result.After));
        var (opened, cleared) = (after.NotIn(before), before.NotIn(after));
        output.WriteLine(opened.Count + cleared.Count == 0
            ? $"On {today:yyyy-MM-dd} no finding would open or clear."
            : $"Findings of {today:yyyy-MM-dd} that would open: {opened.Count}, that would clear: {cleared.Count}.");
        foreach (var (word, finding) in opened.Select(f => ("opens", f)).Concat(cleared.Select(f => ("clears", f))))
        {
            output.WriteLine($"{word}  {finding.Rule}  {Terms.Of(finding.Severity).En}  {finding.Sentence.En}");
        }
    }

    private static WriteResult WithProgress(IAnsiConsole? terminal, int rows, Func<Action<int, int>?, WriteResult> import)
    {
        if (terminal is not { Profile.Capabilities.Interactive: true } || rows < WorthProgress)
        {
            return import(null);
        }
        return terminal.Progress().AutoClear(true).Start(context =>
        {
            var checking = context.AddTask($"Checking {rows} rows").IsIndeterminate();
            var writing = context.AddTask("Writing", autoStart: false);
            return import((done, all) =>
            {
                checking.IsIndeterminate(false).Value(checking.MaxValue);
                writing.MaxValue(all).Value(done);
                writing.StartTask();
            });
        });
    }
}
