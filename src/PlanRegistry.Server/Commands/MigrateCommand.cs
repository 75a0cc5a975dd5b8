using System.CommandLine;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry migrate: makes the database, or brings its schema up to date.</summary>
public static class MigrateCommand
{
    public static Command Create(Option<string> database)
    {
        var command = new Command("migrate", "Makes the database, or brings its schema up to date.");
        command.SetAction(p => Run(p.GetRequiredValue(database), TimeProvider.System, Console.Out, Console.Error));
        return command;
    }

    public static int Run(string file, TimeProvider clock, TextWriter output, TextWriter errors)
    {
        try
        {
            using var storage = Homes.Of(file);
            var applied = storage.Migrate(clock);
            foreach (var name in applied)
            {
                output.WriteLine($"Applied {name}.");
            }
            output.WriteLine($"The schema of '{file}' {(applied.Count > 0 ? "is up to date" : "was up to date already")}.");
            return CommandLine.Done;
        }
        catch (StorageException e)
        {
            errors.WriteLine(e.Message);
            return CommandLine.Environment;
        }
    }
}
