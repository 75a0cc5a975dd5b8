using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Backups;

/// <summary>Up to which entry each ledger of a backup is kept, so that no entry remains that was decided on one that goes.</summary>
internal static class RestoreCuts
{
    /// <summary>What can be told from the manifest alone, before anything is unpacked.</summary>
    public static void Require(BackupManifest manifest, RestoreOrder order)
    {
        if (order.To is { } moment && moment > manifest.TakenAt)
        {
            throw Wrong(BackupWords.After(moment, manifest));
        }
        foreach (var (district, seq) in order.Heads)
        {
            var ledger = manifest.Districts.FirstOrDefault(l => l.District == district.Value)
                ?? throw Wrong(BackupWords.NoDistrict(district));
            if (seq > ledger.Seq)
            {
                throw Wrong(BackupWords.NotSoFar(district, seq, ledger.Seq));
            }
        }
        if (order.Heads.GroupBy(h => h.District).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Wrong(BackupWords.Twice(twice.Key));
        }
    }

    /// <returns>Of every district of the backup.</returns>
    public static IReadOnlyDictionary<DistrictCode, int> Kept(IStorage storage, RestoreOrder order)
    {
        var kept = storage.Districts().ToDictionary(d => d, d => storage.Head(d, order.To));
        foreach (var (district, seq) in order.Heads)
        {
            kept[district] = seq;
        }
        foreach (var (district, seq) in kept.Where(k => k.Value > 0))
        {
            // What is seen only grows, so the last entry that is kept has seen the most.
            var entry = storage.Entry(district, seq)!;
            foreach (var seen in Vector.Parse(entry.Vector).Heads.Where(h => h.Seq > kept.GetValueOrDefault(h.District)))
            {
                throw Wrong(BackupWords.Undermined(entry, seen.District, seen.Seq, kept.GetValueOrDefault(seen.District)));
            }
        }
        return kept;
    }

    private static BackupException Wrong(Text sentence) => new(sentence, CommandLine.Usage);
}
