using System.CommandLine;
using PlanRegistry.Records;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry backup FILE: database and documents in one file, while the registry is used; --check reads one through.</summary>
public static class BackupCommand
{
    public static Command Create(Option<string> database)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The .tar file to write; or a folder, in which it is named by database and moment.",
        };
        var check = new Option<bool>("--check") { Description = "Verifies such a file through and through, and restores nothing." };
        var command = new Command("backup", "Writes database and documents to one file, while the registry is used, and verifies it.")
        {
            file, check,
        };
        command.SetAction(p =>
        {
            var voice = Options.VoiceOf(p);
            var path = p.GetRequiredValue(file);
            return Telling(voice, path, () => p.GetValue(check) ? Check(path, voice)
                : Make(p.GetRequiredValue(database), path, TimeProvider.System, voice));
        });
        return command;
    }

    public static int Make(string database, string path, TimeProvider clock, Voice voice)
    {
        if (Homes.IsServer(database))
        {
            voice.Fail(BackupWords.OfAServer);
            return CommandLine.Usage;
        }
        var target = Directory.Exists(path) ? Path.Combine(path, Name(database, clock)) : path;
        var store = new DocumentStore(DocumentSettings.OfTheProgram().FolderOf(Homes.DocumentsFolder(database)), clock);
        var made = BackupWriter.Make(database, store, target, clock);
        voice.Say($"备份已写入“{target}”并经校验：{made.Bytes}字节，清单散列值{made.Hash}。",
            $"The backup is in '{target}' and was verified: {made.Bytes} bytes, hash of the manifest {made.Hash}.");
        return CommandLine.Done;
    }

    public static int Check(string path, Voice voice)
    {
        var folder = Directory.CreateTempSubdirectory("plan-registry-backup-");
        try
        {
            using var backup = BackupReader.Open(path);
            var (copy, manifest) = (Path.Combine(folder.FullName, BackupManifest.Database), backup.Manifest);
            if (string.CompareOrdinal(manifest.Schema, Homes.Schema) > 0)
            {
                voice.Fail(BackupWords.NewerSchema(path, manifest));
                return CommandLine.Environment;
            }
            backup.ReadParts(part => part.Name == BackupManifest.Database ? copy : null);
            if (Broken(path, copy, manifest) is { } broken)
            {
                voice.Fail(broken);
                return CommandLine.Refused;
            }
            foreach (var ledger in manifest.Districts)
            {
                voice.Say($"{ledger.District}  至第{ledger.Seq}号，末条散列值{ledger.Hash}",
                    $"{ledger.District}  up to {ledger.Seq}, head {ledger.Hash}");
            }
            var documents = manifest.Parts.Count - 1;
            voice.Say($"备份完整：制作于{manifest.TakenAt.InWords().Zh}，条目{manifest.Entries}条，记录{manifest.Rows}行，"
                + $"电子文件{documents}个，账户{manifest.Accounts}个，清单散列值{backup.Hash}。",
                $"The backup is whole: made at {manifest.TakenAt.InWords().En}, {manifest.Entries} entries, {manifest.Rows} rows, "
                    + $"{documents} documents, {manifest.Accounts} accounts, hash of the manifest {backup.Hash}.");
            return CommandLine.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What goes wrong with files and disks, in one sentence.</summary>
    internal static int Telling(Voice voice, string path, Func<int> act)
    {
        try
        {
            return act();
        }
        catch (BackupException e)
        {
            voice.Fail(e.Sentence);
            return e.Code;
        }
        catch (SpokenException e)
        {
            voice.Fail(e.Sentence);
            return CommandLine.Environment;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = e.Message.TrimEnd('.');
            voice.Fail($"“{path}”未完成，什么都没有留下：{why}。", $"'{path}' was not finished, and nothing of it is left: {why}.");
            return CommandLine.Environment;
        }
    }

    /// <summary>An older schema is brought up to date in the copy first, as it would be in what is restored.</summary>
    private static Text? Broken(string path, string copy, BackupManifest manifest)
    {
        using var storage = Homes.Of(copy);
        storage.Migrate(TimeProvider.System);
        var found = Verification.Of(storage);
        var documents = manifest.Parts.Skip(1).Select(p => p.Sha256).ToHashSet(StringComparer.Ordinal);
        return found.Broken is { } broken ? broken
            : !found.Ledgers.Select(l => new BackedUpLedger(l.District, l.Entries, l.HeadHash)).SequenceEqual(manifest.Districts)
                ? BackupWords.OtherHeads(path)
            : StoredDocuments.Named(storage).Select(d => d.Document.Sha256!).FirstOrDefault(sha => !documents.Contains(sha)) is { } missing
                ? BackupWords.PartMissing(path, BackupManifest.Documents + missing)
            : default(Text?);
    }

    /// <summary>registry_20261130T142156.tar, by the time in Asia/Shanghai.</summary>
    private static string Name(string database, TimeProvider clock) =>
        $"{Path.GetFileNameWithoutExtension(database)}_{Calendar.InShanghai(clock.GetUtcNow()):yyyyMMdd'T'HHmmss}.tar";
}
