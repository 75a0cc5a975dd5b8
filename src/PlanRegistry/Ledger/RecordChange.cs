using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>What one entry did to one record, as it is stored.</summary>
public sealed record RecordChange
{
    public required int Seq { get; init; }

    /// <summary>Its place in the entry, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The entry's.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public required RecordId Id { get; init; }

    /// <summary>sha256 of the content recorded; null when the record was withdrawn.</summary>
    public required string? ContentHash { get; init; }

    /// <summary>The seq of the row that this change retired; null when there was none.</summary>
    public required int? Retires { get; init; }

    public bool IsWithdrawal => ContentHash is null;

    public ChangeAct Act => IsWithdrawal ? ChangeAct.Retired : Retires is null ? ChangeAct.Recorded : ChangeAct.Corrected;
}
