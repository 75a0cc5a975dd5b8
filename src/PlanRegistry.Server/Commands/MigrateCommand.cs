using System.CommandLine;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry migrate: makes the database, or brings its schema up to date.</summary>
public static class MigrateCommand
{
    public static Command Create(Option<string> database)
    {
        var command = new Command("migrate", "Makes the database, or brings its schema up to date.");
        command.SetAction(p => Run(p.GetRequiredValue(database), TimeProvider.System, Options.VoiceOf(p)));
        return command;
    }

    public static int Run(string file, TimeProvider clock, Voice voice)
    {
        try
        {
            using var storage = Homes.Of(file);
            var applied = storage.Migrate(clock);
            foreach (var name in applied)
            {
                voice.Say($"已执行{name}。", $"Applied {name}.");
            }
            voice.Say($"“{storage.Name}”的数据库结构{(applied.Count > 0 ? "已更新到最新" : "原已是最新")}。",
                $"The schema of '{storage.Name}' {(applied.Count > 0 ? "is up to date" : "was up to date already")}.");
            return CommandLine.Done;
        }
        catch (StorageException e)
        {
            voice.Fail(e.Sentence);
            return CommandLine.Environment;
        }
    }
}
