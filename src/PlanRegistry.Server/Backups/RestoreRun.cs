using System.Globalization;
using PlanRegistry.Access;
using PlanRegistry.Backups;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using Verification = PlanRegistry.Server.Ledger.Verification;

namespace PlanRegistry.Server.Backups;

/// <summary>
/// Restores a backup beside where the registry is to be. Only what has been verified, with the entries in it that say that it was restored,
/// is moved there, documents first: until the last step there is nothing that could be served.
/// </summary>
internal sealed class RestoreRun(RestoreOrder order, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Restored Run()
    {
        RequireNone();
        using var work = WorkFolder.Take(order.Database + ".restoring");
        RequireNone();
        using var backup = BackupReader.Open(order.File);
        RequireKnown(backup.Manifest);
        var (database, folder) = (work.At(BackupManifest.Database), work.At("documents"));
        Directory.CreateDirectory(folder);
        backup.ReadParts(part => part.Name == BackupManifest.Database ? database : Path.Combine(folder, part.Sha256));
        var restored = Restore(backup, database);
        var documents = Verify(database, new DocumentStore(folder, clock));
        Put(documents, folder);
        File.Move(database, order.Database, overwrite: false);
        return restored with { Documents = documents.Count };
    }

    private void RequireNone()
    {
        foreach (var path in new[] { "", "-wal", "-shm" }.Select(beside => order.Database + beside))
        {
            if (File.Exists(path) || Directory.Exists(path))
            {
                throw new BackupException(BackupWords.RegistryExists(path), CommandLine.Environment);
            }
        }
    }

    private void RequireKnown(BackupManifest manifest)
    {
        if (string.CompareOrdinal(manifest.Schema, Homes.Schema) > 0)
        {
            throw new BackupException(BackupWords.NewerSchema(order.File, manifest), CommandLine.Environment);
        }
        RestoreCuts.Require(manifest, order);
    }

    private Restored Restore(BackupReader backup, string database)
    {
        var now = Moment.Truncate(clock.GetUtcNow());
        IReadOnlyList<Restoration> said;
        IReadOnlyDictionary<DistrictCode, int> kept;
        using (var storage = Homes.Of(database))
        {
            storage.Migrate(clock);
            if (!backup.Manifest.Districts.Select(l => (l.District, l.Seq, l.Hash))
                .SequenceEqual(storage.Districts().Select(d => (d.Value, storage.Head(d), storage.Entry(d, storage.Head(d))!.Hash))))
            {
                throw new BackupException(BackupWords.OtherHeads(order.File));
            }
            kept = RestoreCuts.Kept(storage, order);
            said = [.. kept.OrderBy(k => k.Key.Value, StringComparer.Ordinal).Select(k => Say(storage, backup, k.Key, k.Value, now))];
        }
        if (said.Any(r => r.CutFrom is not null))
        {
            Homes.Cut(database, kept);
        }
        using (var registry = Registry.Open(database, clock))
        {
            // Superiors come first by their codes: who is below them sees that they were restored.
            foreach (var one in said)
            {
                Enter(registry, one, backup.Manifest.TakenAt);
            }
            ForgetWhoCame(database, backup);
            return new Restored(backup.Manifest, backup.Hash, [.. said.Select(r => new RestoredLedger(r.Home, kept[r.Home],
                r.CutTo - r.CutFrom + 1 ?? 0, registry.Entry(r.Home, kept[r.Home] + 1)!.Hash))], 0);
        }
    }

    private Restoration Say(IStorage storage, BackupReader backup, DistrictCode district, int kept, DateTimeOffset now)
    {
        var head = storage.Head(district);
        var whole = storage.Load(new LedgerHead(district, head));
        var last = storage.Entry(district, head)!;
        var isCut = kept < head;
        var lost = isCut ? storage.Entry(district, kept + 1)!.RecordedAt
            : backup.Manifest.IsCertain ? backup.Manifest.TakenAt : last.RecordedAt;
        IReadOnlyList<string> numbers = [.. whole.Of<FundingCertificate>().Select(c => c.Number)
            .Concat(whole.Of<Restoration>().SelectMany(r => r.Certificates ?? []))
            .Concat(order.Certificates.Where(n => n.StartsWith($"{district}-", StringComparison.Ordinal)))
            .GroupBy(n => n[..n.LastIndexOf('-')]).Select(year => year.Max(StringComparer.Ordinal)!).Order(StringComparer.Ordinal)];
        return new Restoration
        {
            Home = district, Code = "R-" + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture),
            Backup = backup.Hash, BackedUpAt = Moment.Write(backup.Manifest.TakenAt), LostFrom = Moment.Write(lost),
            CutFrom = isCut ? kept + 1 : null, CutTo = isCut ? head : null, CutHash = isCut ? last.Hash : null,
            Certificates = numbers.Count > 0 ? numbers : null,
        };
    }

    private void Enter(Registry registry, Restoration restoration, DateTimeOffset takenAt)
    {
        var cut = restoration is { CutFrom: { } from, CutTo: { } to }
            ? $"，截去原第{from}号至第{to}号（末号散列值{restoration.CutHash}）" : "";
        var header = new CommandHeader
        {
            District = restoration.Home, Actor = Actor.Named(order.Actor), Command = "restore",
            Reason = $"从{takenAt.InWords().Zh}的备份恢复（备份清单散列值{restoration.Backup}）{cut}",
        };
        var result = registry.Execute(header, _ => Decision.Write([Change.Record(restoration)]));
        if (result.IsRefused)
        {
            throw new BackupException(result.Problems[0].Message);
        }
    }

    private void ForgetWhoCame(string database, BackupReader backup)
    {
        using var access = Homes.AccessOf(database);
        access.Write(Patience, rows =>
        {
            rows.EndCredentials(clock.GetUtcNow());
            rows.Save(new VerifiedBackup(backup.Hash, backup.Manifest.TakenAt, Path.GetFullPath(order.File), backup.Bytes));
            rows.Note(clock.GetUtcNow(), AccessEvent.Restored, by: null, name: order.Actor, about: backup.Hash);
            return true;
        });
    }

    /// <returns>The files that documents name.</returns>
    private IReadOnlyList<string> Verify(string database, DocumentStore store)
    {
        using var storage = Homes.Of(database);
        if (Verification.Of(storage).Broken is { } broken)
        {
            throw new BackupException(broken);
        }
        return StoredDocuments.Of(storage, store).Broken is { } missing
            ? throw new BackupException(BackupWords.DocumentsMissing(order.File, missing))
            : [.. StoredDocuments.Named(storage).Select(d => d.Document.Sha256!)];
    }

    /// <summary>A file that is there already under its hash is that file, unless it was damaged.</summary>
    private void Put(IReadOnlyList<string> documents, string from)
    {
        if (documents.Count > 0)
        {
            Directory.CreateDirectory(order.Documents);
        }
        foreach (var sha in documents)
        {
            var place = Path.Combine(order.Documents, sha);
            if (!File.Exists(place) || DocumentStore.HashOf(place) != sha)
            {
                File.Move(Path.Combine(from, sha), place, overwrite: true);
            }
        }
    }
}
