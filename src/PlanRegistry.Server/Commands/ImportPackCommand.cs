using System.CommandLine;
using PlanRegistry.Server.Packs;
using Spectre.Console;

namespace PlanRegistry.Server.Commands;

public static class ImportPackCommand
{
    public static Command Create(Option<string> database, Option<string> actor)
    {
        var pack = new Argument<string>("PACK") { Description = "A folder or a .zip that holds one district." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Checks every row and writes nothing." };
        var replace = new Option<bool>("--replace") { Description = "Retires what the pack lacks." };
        var command = new Command("import", "Imports a district pack: all of it in one ledger entry, or nothing.") { pack, dryRun, replace };
        command.SetAction(p => CommandLine.WithRegistry(p.GetRequiredValue(database), registry => ImportCommand.Run(
            registry, p.GetRequiredValue(pack), p.GetRequiredValue(actor), p.GetValue(dryRun), p.GetValue(replace), Console.Out, Console.Error, AnsiConsole.Console)));
        return command;
    }
}
