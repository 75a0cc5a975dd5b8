using System.Globalization;
using PlanRegistry.Records;

namespace PlanRegistry.Backups;

/// <summary>
/// 恢复登记: with it the ledger of a restored registry goes on. It says from which backup it was restored, what was cut, what was given
/// before and is not given again, and from when on the registry may have known more than is kept.
/// </summary>
[Table("restorations", "恢复登记", null)]
public sealed record Restoration : Record
{
    /// <summary>R-20261130T142156123: when it was restored.</summary>
    [KeyColumn, Column("恢复编号", WhenSecret.Told)]
    public required string Code { get; init; }

    /// <summary>The SHA-256 of the backup's manifest.</summary>
    [Column("备份清单散列值", WhenSecret.Told)]
    public required string Backup { get; init; }

    /// <summary>As the ledger writes moments.</summary>
    [Column("备份时刻", WhenSecret.Told)]
    public required string BackedUpAt { get; init; }

    /// <summary>Of this moment and those after it, until the restoration, nobody can say what the registry knew.</summary>
    [Column("此后所知可能缺失", WhenSecret.Told)]
    public required string LostFrom { get; init; }

    /// <summary>The first entry of the backup that was cut; null where none was.</summary>
    [Column("截去的首号", WhenSecret.Told)]
    public int? CutFrom { get; init; }

    /// <summary>The last one.</summary>
    [Column("截去的末号", WhenSecret.Told)]
    public int? CutTo { get; init; }

    /// <summary>The hash of the last one, by which a sheet of heads filed on paper finds it again.</summary>
    [Column("截去末号的散列值", WhenSecret.Told)]
    public string? CutHash { get; init; }

    /// <summary>The last certificate of each year that is known to have been given, in the backup or on paper.</summary>
    [Column("已用的核验单末号", WhenSecret.Told)]
    public IReadOnlyList<string>? Certificates { get; init; }

    /// <summary>Whether the moment lies where something may be lost.</summary>
    public bool Lost(DateTimeOffset moment) =>
        moment >= DateTimeOffset.Parse(LostFrom, CultureInfo.InvariantCulture) && moment < RecordedAt;
}
