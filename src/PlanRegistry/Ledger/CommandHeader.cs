using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>Who writes what, why, and under which key; it stands in the ledger entry.</summary>
public sealed record CommandHeader
{
    public required DistrictCode District { get; init; }
    public required Actor Actor { get; init; }

    /// <summary>The command's name as in GraphQL (recordAct) or on the command line (import).</summary>
    public required string Command { get; init; }
    public string? Reason { get; init; }

    /// <summary>文件: what the reason rests on, by number, code or title.</summary>
    public string? Document { get; init; }

    /// <summary>What was read: a workbook, by its name and its hash.</summary>
    public string? Source { get; init; }

    /// <summary>With it a retry gets the first answer; another input under the same key is refused.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>sha256 of the canonical input, so that two inputs under one key are told apart.</summary>
    public string? InputHash { get; init; }
    public int? ExpectedSeq { get; init; }

    /// <summary>What the ledger entry says: the reason, the document it rests on, and what was read.</summary>
    public string? EntryReason => Reason is null ? Source : Source is null ? Why : $"{Why}；{Source}";

    private string? Why => string.IsNullOrWhiteSpace(Document) ? Reason : $"{Reason}（{DocumentStubs.CodeFor(Document)}）";
}
