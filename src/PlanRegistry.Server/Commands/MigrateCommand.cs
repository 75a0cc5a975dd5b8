using System.CommandLine;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry migrate: makes the database, or brings its schema up to date.</summary>
public static class MigrateCommand
{
    public static Command Create(Option<string> database)
    {
        var parts = new Option<int?>("--parts")
        {
            Description = "PostgreSQL: into how many parts tables are made, 1 to 1024; 64 by default.",
        };
        parts.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int?>() is < 1 or > 1024)
            {
                Options.Refuse(r, "--parts应为1至1024。", "--parts is 1 to 1024.");
            }
        });
        var role = new Option<string?>("--server-role")
        {
            Description = "PostgreSQL: the role that serves; it may add rows and retire them, and neither delete nor change the schema.",
        };
        var bare = new Option<bool>("--no-copy") { Description = "Keeps no copy of the database as it was before." };
        var command = new Command("migrate", "Makes the database, or brings its schema up to date.") { bare, parts, role };
        command.SetAction(p => Run(p.GetRequiredValue(database), TimeProvider.System, Options.VoiceOf(p), !p.GetValue(bare),
            p.GetValue(parts), p.GetValue(role)));
        return command;
    }

    /// <param name="keeps">A copy of what is there, beside it.</param>
    public static int Run(string file, TimeProvider clock, Voice voice, bool keeps = true, int? parts = null, string? role = null)
    {
        if (!Homes.IsServer(file) && (parts is not null || role is not null))
        {
            voice.Fail("--parts和--server-role只用于PostgreSQL。", "--parts and --server-role are for PostgreSQL alone.");
            return CommandLine.Usage;
        }
        try
        {
            using var storage = Homes.Of(file, parts: parts ?? Homes.Parts);
            if (keeps && storage.KeepCopy(clock) is { } copy)
            {
                voice.Say(BackupWords.Kept(copy).Zh, BackupWords.Kept(copy).En);
            }
            var applied = storage.Migrate(clock);
            foreach (var name in applied)
            {
                voice.Say($"已执行{name}。", $"Applied {name}.");
            }
            if (role is not null)
            {
                Homes.Grant(file, role);
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
