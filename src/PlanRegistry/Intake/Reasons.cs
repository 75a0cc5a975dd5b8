using PlanRegistry.Ledger;

namespace PlanRegistry.Intake;

/// <summary>理由: what a reason for an entry must be. It stands in the ledger for good.</summary>
public static class Reasons
{
    private const int Most = 4000;

    private static readonly ColumnName Given = new("reason", "理由");

    /// <summary>Why it may not stand; null when it may, or none is given.</summary>
    public static Problem? Refusal(string? reason) => reason is null ? null
        : (Cells.Unfit(Given, reason, Most, isLong: true)
            ?? (string.IsNullOrWhiteSpace(reason) ? Refusals.Blank(Given)
                : Placeholders.Has(reason) ? Refusals.Placeholder(Given, reason)
                : Placeholders.IsNoReason(reason) ? Refusals.NoReason(Given, reason)
                : null)) is { } refusal ? refusal with { Path = [Given.Name] } : null;
}
