using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>台账: one entry per write and district, as it is stored.</summary>
public sealed record LedgerEntry
{
    public required DistrictCode District { get; init; }
    public required int Seq { get; init; }

    /// <summary>The form its hash was made in.</summary>
    public required int Form { get; init; }

    /// <summary>What its hash was made with: SHA-256.</summary>
    public required string HashAlgorithm { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required Actor Actor { get; init; }
    public required string Command { get; init; }
    public string? Reason { get; init; }
    public string? IdempotencyKey { get; init; }
    public string? InputHash { get; init; }

    /// <summary>The vector it was decided on, before its own entry.</summary>
    public required string Vector { get; init; }

    /// <summary>How many changes it makes.</summary>
    public required int Changes { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}
