using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage;

/// <summary>One row as it will be written. Texts, hash and record are null where it only retires.</summary>
public sealed record DraftRow(
    RecordShape Shape, string RecordId, IReadOnlyList<string?>? Texts, string? ContentHash, Record? Recorded, Record? Retired);
