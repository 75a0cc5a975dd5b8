using System.CommandLine;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry migrate: makes the database, or brings its schema up to date.</summary>
public static class MigrateCommand
{
    public static Command Create(Option<string> database)
    {
        var bare = new Option<bool>("--no-copy") { Description = "Keeps no copy of the database as it was before." };
        var command = new Command("migrate", "Makes the database, or brings its schema up to date.") { bare };
        command.SetAction(p => Run(p.GetRequiredValue(database), TimeProvider.System, Options.VoiceOf(p), !p.GetValue(bare)));
        return command;
    }

    /// <param name="keeps">A copy of what is there, beside it.</param>
    public static int Run(string file, TimeProvider clock, Voice voice, bool keeps = true)
    {
        try
        {
            using var storage = Homes.Of(file);
            if (keeps && storage.KeepCopy(clock) is { } copy)
            {
                voice.Say(BackupWords.Kept(copy).Zh, BackupWords.Kept(copy).En);
            }
            var applied = storage.Migrate(clock);
            foreach (var name in applied)
            {
                voice.Say($"已执行{name}。", $"Applied {name}.");
            }
            voice.Say($"“{file}”的数据库结构{(applied.Count > 0 ? "已更新到最新" : "原已是最新")}。",
                $"The schema of '{file}' {(applied.Count > 0 ? "is up to date" : "was up to date already")}.");
            return CommandLine.Done;
        }
        catch (StorageException e)
        {
            voice.Fail(e.Sentence);
            return CommandLine.Environment;
        }
    }
}
