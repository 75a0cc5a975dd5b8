using System.Globalization;
using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>Ledger heads of a district and its superiors, the district first. Written 500154:41 500000:7 000000:3.</summary>
public sealed record Vector(IReadOnlyList<LedgerHead> Heads)
{
    public DistrictCode District => Heads[0].District;

    public int Seq => Heads[0].Seq;

    /// <summary>How far the vector sees into a ledger; 0 when it does not.</summary>
    public int SeqOf(DistrictCode district) => Heads.FirstOrDefault(h => h.District == district).Seq;

    public static bool TryParse(string text, out Vector vector)
    {
        vector = null!;
        var heads = new List<LedgerHead>();
        foreach (var part in text.Split(' '))
        {
            if (part.Length < 8 || part[6] != ':' || !DistrictCode.TryParse(part[..6], out var district)
                || !int.TryParse(part.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
            {
                return false;
            }
            heads.Add(new LedgerHead(district, seq));
        }
        vector = new Vector(heads);
        return true;
    }

    public static Vector Parse(string text) =>
        TryParse(text, out var vector) ? vector : throw new FormatException($"'{text}' is no vector: write 500154:41 500000:7 000000:3.");

    public bool Equals(Vector? other) => other is not null && Heads.SequenceEqual(other.Heads);

    public override int GetHashCode() => Heads.Aggregate(17, HashCode.Combine);

    public override string ToString() => string.Join(' ', Heads);
}
