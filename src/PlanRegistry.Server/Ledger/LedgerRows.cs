using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>A row of <c>ledger</c> just as it is stored.</summary>
internal sealed record EntryRow
{
    public required string District { get; init; }
    public required int Seq { get; init; }
    public required string RecordedAt { get; init; }
    public required string Actor { get; init; }
    public required string Command { get; init; }
    public string? Reason { get; init; }
    public string? IdempotencyKey { get; init; }
    public string? InputHash { get; init; }
    public required string Vector { get; init; }
    public required int Changes { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }

    public LedgerEntry ToEntry() => new()
    {
        District = DistrictCode.Parse(District), Seq = Seq, RecordedAt = Moment.Read(RecordedAt), Actor = Actor, Command = Command, Reason = Reason,
        IdempotencyKey = IdempotencyKey, InputHash = InputHash, Vector = Vector, Changes = Changes, PreviousHash = PreviousHash, Hash = Hash,
    };
}

/// <summary>A row of <c>ledger_changes</c> just as it is stored.</summary>
internal sealed record ChangeRow
{
    public required string District { get; init; }
    public required int Seq { get; init; }
    public required int Number { get; init; }
    public required string TableName { get; init; }
    public required string RecordId { get; init; }
    public string? ContentHash { get; init; }
    public int? Retires { get; init; }

    public LedgerChange ToChange(DateTimeOffset recordedAt) => new()
    {
        District = DistrictCode.Parse(District), Seq = Seq, Number = Number, RecordedAt = recordedAt,
        Id = new RecordId(TableName, DistrictCode.Parse(District), RecordId), ContentHash = ContentHash, Retires = Retires,
    };
}
