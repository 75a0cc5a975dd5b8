using System.CommandLine;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;
using Spectre.Console;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry import PACK [--dry-run] [--replace]: one line per problem, one line for what was done.</summary>
public static class ImportCommand
{
    private const int WorthProgress = 5_000;

    public static Command Create(Option<string> database, Option<string> actor)
    {
        var pack = new Argument<string>("PACK") { Description = "A folder or a .zip that holds one district." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Checks every row and writes nothing." };
        var replace = new Option<bool>("--replace") { Description = "Retires what the pack lacks." };
        var command = new Command("import", "Imports a district pack: all of it in one ledger entry, or nothing.")
        {
            pack, dryRun, replace,
        };
        command.SetAction(p => CommandLine.WithRegistry(p.GetRequiredValue(database), registry => Run(
            registry, p.GetRequiredValue(pack), p.GetRequiredValue(actor), p.GetValue(dryRun), p.GetValue(replace),
            Console.Out, Console.Error, AnsiConsole.Console)));
        return command;
    }

    /// <returns>0 done, also when nothing has changed; 1 refused; 2 there is no such pack.</returns>
    /// <param name="terminal">Where progress is shown for large packs, when it is a terminal.</param>
    public static int Run(
        Registry registry, string pack, string actor, bool dryRun, bool replace,
        TextWriter output, TextWriter errors, IAnsiConsole? terminal = null)
    {
        if (!Path.Exists(pack))
        {
            errors.WriteLine($"There is no pack '{pack}'.");
            return CommandLine.Usage;
        }
        try
        {
            var read = Pack.Read(pack);
            var result = WithProgress(terminal, read.Rows, progress =>
                PackImport.Run(registry, read, actor, dryRun, replace, progress: progress));
            return result.IsRefused ? Refuse(result, errors) : Tell(result, read, dryRun, output);
        }
        catch (PackException e)
        {
            errors.WriteLine(e.Message);
            return CommandLine.Refused;
        }
    }

    private static int Refuse(ImportResult result, TextWriter errors)
    {
        foreach (var problem in result.Problems)
        {
            errors.WriteLine(problem);
        }
        var count = result.Problems.Count;
        errors.WriteLine(count == 1 ? "Nothing was written: 1 problem." : $"Nothing was written: {count} problems.");
        return CommandLine.Refused;
    }

    private static int Tell(ImportResult result, Pack pack, bool dryRun, TextWriter output)
    {
        var counts = $"{result.Recorded} rows recorded, {result.Corrected} corrected, {result.Withdrawn} withdrawn";
        output.WriteLine(
            result.Changes.Count == 0 ? $"{result.District}: nothing has changed; all {pack.Rows} rows are recorded already."
            : dryRun ? $"{result.District}: {counts} if this were no dry run; nothing was written."
            : $"{result.District}: {counts} in ledger entry {result.Entry!.Seq}.");
        return CommandLine.Done;
    }

    private static ImportResult WithProgress(IAnsiConsole? terminal, int rows, Func<Action<int, int>?, ImportResult> import)
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
