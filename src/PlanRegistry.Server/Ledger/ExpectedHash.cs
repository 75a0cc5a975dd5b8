using System.Diagnostics.CodeAnalysis;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// The hash of an entry as somebody noted it earlier, outside the database. It must still stand in the chain: cutting the end of a
/// ledger leaves a chain that is whole, but without it. The ledger may have grown since.
/// </summary>
public sealed record ExpectedHash(DistrictCode? District, string Hash)
{
    /// <summary>Reads HASH or DISTRICT:HASH.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ExpectedHash? expected)
    {
        expected = null;
        DistrictCode? district = null;
        if (text.IndexOf(':') is > 0 and var colon)
        {
            if (!DistrictCode.TryParse(text[..colon], out var code))
            {
                return false;
            }
            (district, text) = (code, text[(colon + 1)..]);
        }
        if (text.Length != 64 || !text.All(char.IsAsciiHexDigit))
        {
            return false;
        }
        expected = new ExpectedHash(district, text.ToLowerInvariant());
        return true;
    }

    /// <summary>Whether it is the entry's.</summary>
    internal bool Is(LedgerEntry entry) => Hash == entry.Hash && (District is null || District == entry.District);

    /// <summary>The sentence when no entry has the hash.</summary>
    internal Text Missing => new(
        $"{(District is { } code ? $"{code}的台账" : "各台账")}中没有散列值为“{Hash}”的条目：台账末尾被截断，或者该值属于另一台账。",
        $"No entry of {(District is { } d ? $"the ledger of {d}" : "any ledger")} has the expected "
            + $"hash '{Hash}': the end of the ledger was cut, or it is another ledger's hash.");
}
