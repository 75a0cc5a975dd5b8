using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry restore FILE --database NEW: makes a registry of a backup, whole or up to a moment or to entries.</summary>
public static partial class RestoreCommand
{
    public static Command Create(Option<string> database, Option<string> actor)
    {
        var file = new Argument<string>("FILE") { Description = "A file that backup has written." };
        var to = new Option<string[]>("--to")
        {
            Description = "Cuts what came later: a moment, such as 2026-06-30T17:30:00+08:00, or entries, as \"500154:41 500000:7\".",
            AllowMultipleArgumentsPerToken = true,
        };
        var given = new Option<string[]>("--certificate-given")
        {
            Description = "The last certificate's number that was given after the backup, as on paper; may be given more than once.",
        };
        var command = new Command("restore", "Makes a new registry of a backup, and verifies it.") { file, to, given };
        command.SetAction(p =>
        {
            var voice = Options.VoiceOf(p);
            var target = p.GetRequiredValue(database);
            if (Homes.IsServer(target))
            {
                voice.Fail(BackupWords.OfAServer);
                return CommandLine.Usage;
            }
            var order = new RestoreOrder
            {
                File = p.GetRequiredValue(file), Database = target, Actor = p.GetRequiredValue(actor),
                Documents = DocumentSettings.OfTheProgram().FolderOf(Homes.DocumentsFolder(target)), Certificates = p.GetValue(given) ?? [],
            };
            return BackupCommand.Telling(voice, target, () => Run(To(order, p.GetValue(to) ?? []), TimeProvider.System, voice));
        });
        return command;
    }

    public static int Run(RestoreOrder order, TimeProvider clock, Voice voice)
    {
        if (order.Certificates.FirstOrDefault(n => !Number().IsMatch(n)) is { } wrong)
        {
            throw new BackupException(BackupWords.NoCertificate(wrong), CommandLine.Usage);
        }
        var restored = new RestoreRun(order, clock).Run();
        foreach (var (district, kept, cut, hash) in restored.Ledgers)
        {
            voice.Say($"{district}  保留至第{kept}号，截去{cut}条，恢复登记为第{kept + 1}号，散列值{hash}",
                $"{district}  kept up to {kept}, {cut} entries cut, restored with entry {kept + 1}, its hash {hash}");
        }
        var takenAt = restored.Manifest.TakenAt.InWords();
        voice.Say($"已将{takenAt.Zh}的备份恢复到“{order.Database}”并经校验，电子文件{restored.Documents}个。",
            $"The backup of {takenAt.En} is restored to '{order.Database}' and verified, with {restored.Documents} documents.");
        voice.Say("所有人须重新登录，令牌和日历地址均已停用，请重新签发。",
            "Everybody signs in again; tokens and calendar addresses are ended: make new ones.");
        voice.Say("账户、密码、角色是备份当时的：此后停用的账户请再停用（user list、user end）。",
            "Accounts, passwords and roles are those of the backup: end once more who was ended since (user list, user end).");
        voice.Say("备份之后签发的核验单不在其中：编号请以纸质存档核对，恢复时以--certificate-given写明最后一号。",
            "Certificates issued after the backup are not in it: compare the papers, and name the last number by --certificate-given.");
        return CommandLine.Done;
    }

    /// <summary>A moment, or one or more DISTRICT:SEQ.</summary>
    private static RestoreOrder To(RestoreOrder order, string[] words)
    {
        var text = string.Join(' ', words.SelectMany(w => w.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return text.Length == 0 ? order
            : Vector.TryParse(text, out var vector) ? order with { Heads = [.. vector.Heads.Select(h => (h.District, h.Seq))] }
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? order with { To = moment }
            : throw new BackupException(BackupWords.NoMoment(text), CommandLine.Usage);
    }

    [GeneratedRegex(@"\A[0-9]{6}-[0-9]{4}-[0-9]{6}\z")]
    private static partial Regex Number();
}
