using PlanRegistry.Records;

namespace PlanRegistry.Server.Backups;

/// <summary>What is to be restored, and where to.</summary>
public sealed record RestoreOrder
{
    public required string File { get; init; }
    public required string Database { get; init; }

    /// <summary>Where the files of documents are to lie.</summary>
    public required string Documents { get; init; }
    public required string Actor { get; init; }

    /// <summary>What was recorded later is cut; null: nothing.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>What came after these entries is cut. Of a district that is not named, nothing.</summary>
    public IReadOnlyList<(DistrictCode District, int Seq)> Heads { get; init; } = [];

    /// <summary>Numbers on paper that were given after the backup.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];
}

/// <summary>A district's ledger as it was restored.</summary>
/// <param name="Cut">How many entries of the backup were cut.</param>
/// <param name="Hash">Of the entry that says so, with which it goes on.</param>
public sealed record RestoredLedger(DistrictCode District, int Kept, int Cut, string Hash);

/// <summary>What was restored.</summary>
public sealed record Restored(BackupManifest Manifest, string Hash, IReadOnlyList<RestoredLedger> Ledgers, int Documents);
