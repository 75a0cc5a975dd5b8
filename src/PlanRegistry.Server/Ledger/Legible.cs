using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// What is written can be kept, and hashed, alike in every home: U+0000 and halves of a character are no text, whoever sends them.
/// </summary>
internal static class Legible
{
    private static readonly System.Buffers.SearchValues<char> Suspects =
        System.Buffers.SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <exception cref="IllegibleException">What an entry itself would say, or is looked for by, is no text.</exception>
    public static void Require(CommandHeader header)
    {
        if (!new[] { header.EntryReason, header.IdempotencyKey, header.Actor.Name, header.Actor.Id }.All(IsText))
        {
            throw new IllegibleException("reason");
        }
    }

    /// <exception cref="IllegibleException">A row's texts, as they are about to be written, hold what is no text.</exception>
    public static void Require(RecordShape shape, string?[] texts)
    {
        if (Array.FindIndex(texts, t => !IsText(t)) is >= 0 and var bad)
        {
            throw new IllegibleException(shape.Columns[bad].Name);
        }
    }

    private static bool IsText(string? text)
    {
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny(Suspects); next >= 0; next = rest.IndexOfAny(Suspects))
        {
            if (!char.IsHighSurrogate(rest[next]) || next + 1 >= rest.Length || !char.IsLowSurrogate(rest[next + 1]))
            {
                return false;
            }
            rest = rest[(next + 2)..];
        }
        return true;
    }
}

/// <summary>Found before anything is written.</summary>
internal sealed class IllegibleException(string column) : Exception
{
    public string Column { get; } = column;
}
