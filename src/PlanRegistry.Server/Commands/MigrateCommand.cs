using System.CommandLine;

namespace PlanRegistry.Server.Commands;

public static class MigrateCommand
{
    public static Command Create(Option<string> database)
    {
        var command = new Command("migrate", "Makes the database, or brings its schema up to date.");
        command.SetAction(p => Migrate.Run(p.GetRequiredValue(database), TimeProvider.System, Console.Out, Console.Error));
        return command;
    }
}
