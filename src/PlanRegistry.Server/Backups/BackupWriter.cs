using System.Formats.Tar;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Backups;

/// <summary>
/// Makes a backup of a registry that others use meanwhile. The database is copied first: what documents it names are in their folder
/// already, and never leave it. The copy is verified, packed, and what was packed is read through again before it has its name.
/// </summary>
internal static class BackupWriter
{
    private const int Buffer = 128 * 1024;
    private static readonly TimeSpan MostWaiting = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    /// <returns>What was made, noted in the registry as its last verified backup.</returns>
    /// <exception cref="BackupException">The registry is not whole, or the file is there already.</exception>
    public static VerifiedBackup Make(string database, DocumentStore store, string target, TimeProvider clock)
    {
        RequireCurrent(database);
        if (File.Exists(target) || Directory.Exists(target))
        {
            throw new BackupException(BackupWords.Exists(target), CommandLine.Usage);
        }
        using var work = WorkFolder.Take(target + ".part");
        var (takenAt, isCertain) = Moment(database, clock);
        var copy = work.At(BackupManifest.Database);
        Homes.Copy(database, copy);
        var manifest = Describe(copy, store, takenAt, isCertain);
        var archive = work.At("backup.tar");
        Pack(archive, manifest, copy, store);
        VerifiedBackup made;
        using (var written = BackupReader.Open(archive))
        {
            written.ReadParts(_ => null);
            made = new VerifiedBackup(written.Hash, takenAt, Path.GetFullPath(target), written.Bytes);
        }
        File.Move(archive, target, overwrite: false);
        using var access = Homes.AccessOf(database);
        access.Write(MostWaiting, rows =>
        {
            rows.Save(made);
            return true;
        });
        return made;
    }

    private static void RequireCurrent(string database)
    {
        using var storage = Homes.Of(database);
        storage.RequireCurrent();
    }

    /// <summary>
    /// A moment at which nobody was writing: every entry of an earlier one is there by now, and in the copy that is made next. Where others
    /// write all the time, it is not certain.
    /// </summary>
    private static (DateTimeOffset At, bool IsCertain) Moment(string database, TimeProvider clock)
    {
        using var storage = Homes.Of(database);
        var start = clock.GetTimestamp();
        while (true)
        {
            var now = Storage.Moment.Truncate(clock.GetUtcNow());
            if (storage.Settled(storage.Districts(), now) is not null)
            {
                return (now, true);
            }
            if (clock.GetElapsedTime(start) > MostWaiting)
            {
                return (now, false);
            }
            Thread.Sleep(Often);
        }
    }

    private static BackupManifest Describe(string copy, DocumentStore store, DateTimeOffset takenAt, bool isCertain)
    {
        IReadOnlyList<VerifiedLedger> ledgers;
        IReadOnlyList<BackupPart> documents;
        using (var storage = Homes.Of(copy))
        {
            var found = Verification.Of(storage);
            if ((found.Broken ?? StoredDocuments.Of(storage, store).Broken) is { } broken)
            {
                throw new BackupException(broken);
            }
            ledgers = found.Ledgers;
            documents = [.. StoredDocuments.Named(storage).Select(d => d.Document.Sha256!).Order(StringComparer.Ordinal)
                .Select(sha => new BackupPart(BackupManifest.Documents + sha, new FileInfo(store.Find(sha)!).Length, sha))];
        }
        int accounts;
        using (var access = Homes.AccessOf(copy))
        {
            accounts = access.Read(rows => rows.Accounts().Count);
        }
        return new BackupManifest
        {
            Format = BackupManifest.ItsFormat, Version = BackupManifest.ItsVersion, Program = VersionAction.Product, Schema = Homes.Schema,
            TakenAt = takenAt, IsCertain = isCertain, Entries = ledgers.Sum(l => l.Entries), Rows = ledgers.Sum(l => l.Rows),
            Accounts = accounts, Districts = [.. ledgers.Select(l => new BackedUpLedger(l.District, l.Entries, l.HeadHash))],
            Parts = [new(BackupManifest.Database, new FileInfo(copy).Length, DocumentStore.HashOf(copy)), .. documents],
        };
    }

    private static void Pack(string archive, BackupManifest manifest, string copy, DocumentStore store)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = Buffer };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var file = new FileStream(archive, options);
        using (var tar = new TarWriter(file, TarEntryFormat.Gnu, leaveOpen: true))
        {
            using (var first = new MemoryStream(manifest.Write()))
            {
                Add(tar, BackupManifest.FileName, first, manifest.TakenAt);
            }
            foreach (var part in manifest.Parts)
            {
                using var content = File.OpenRead(part.Name == BackupManifest.Database ? copy : store.Find(part.Sha256)!);
                Add(tar, part.Name, content, manifest.TakenAt);
            }
        }
        file.Flush(flushToDisk: true);
    }

    private static void Add(TarWriter tar, string name, Stream content, DateTimeOffset at) =>
        tar.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = content, ModificationTime = at, AccessTime = at, ChangeTime = at,
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
}
