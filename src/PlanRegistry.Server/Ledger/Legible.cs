using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// What is written can be kept, and hashed, alike in every home: U+0000 and halves of a character are no text, whoever sends them.
/// </summary>
internal static class Legible
{
    public static Decision Written(this Decision decision, CommandHeader header) =>
        decision.IsRefused ? decision
        : !IsText(header.EntryReason) || !IsText(header.IdempotencyKey) || !IsText(header.Actor.Name) || !IsText(header.Actor.Id)
            ? Decision.Refuse(LedgerRefusals.NoText("reason"))
        : decision.Changes.Select(c => c.Recorded).OfType<Record>().Select(Illegible).FirstOrDefault(c => c is not null) is { } column
            ? Decision.Refuse(LedgerRefusals.NoText(column))
        : decision;

    private static string? Illegible(Record record)
    {
        var shape = RecordShape.Of(record.GetType());
        var texts = shape.Texts(record);
        var bad = Array.FindIndex(texts, t => !IsText(t));
        return bad < 0 ? null : shape.Columns[bad].Name;
    }

    private static bool IsText(string? text) => text is null || IsText(text.AsSpan());

    private static bool IsText(ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny(Suspects); next >= 0; next = text.IndexOfAny(Suspects))
        {
            if (text[next] == '\0' || !char.IsHighSurrogate(text[next]) || next + 1 >= text.Length || !char.IsLowSurrogate(text[next + 1]))
            {
                return false;
            }
            text = text[(next + 2)..];
        }
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> Suspects =
        System.Buffers.SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);
}
