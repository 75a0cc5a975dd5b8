using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Sweeping;

/// <summary>评判结果: what a district was judged to, on a day and at a vector, by which rules.</summary>
/// <param name="Number">In the order in which results were kept, of all districts together; 0 before it is.</param>
/// <param name="Name">Of the district.</param>
/// <param name="HoldsUntil">The first day on which it may differ while nothing is written; null where there is none.</param>
/// <param name="Rules">Codes and versions of the rules.</param>
/// <param name="Mark">Equal for equal findings.</param>
/// <param name="Counts">Null where only the rest was asked for.</param>
public sealed record SweptResult(int Number, Vector Vector, string Name, DateOnly Day, DateOnly? HoldsUntil, string Rules, string Mark,
    DateTimeOffset JudgedAt, SweptCounts? Counts)
{
    public DistrictCode District => Vector.District;

    /// <summary>Whether judging again on a day, with the ledgers as they are, would come to the same.</summary>
    public bool HoldsOn(DateOnly day, IReadOnlyDictionary<DistrictCode, int> heads, string rules) => Covers(day, rules) && IsAt(heads);

    /// <summary>The same as long as nothing was written.</summary>
    public bool Covers(DateOnly day, string rules) => Day <= day && !(HoldsUntil <= day) && Rules == rules;

    /// <summary>Whether it was judged at the present heads. One that had no superior's ledger to look up to may have one now.</summary>
    private bool IsAt(IReadOnlyDictionary<DistrictCode, int> heads) =>
        Vector.Heads.All(h => heads.GetValueOrDefault(h.District) == h.Seq)
        && !(Vector.Heads[^1].District.Above is { } above && heads.ContainsKey(above));

    /// <summary>The district that it looks up to; null where none has a ledger.</summary>
    public DistrictCode? Superior => Vector.Heads.Count > 1 ? Vector.Heads[1].District : null;
}

/// <summary>A result whose findings are others than those of the one before.</summary>
public sealed record SweptChange(int Number, Vector Vector, DateOnly Day, Vector BeforeVector, DateOnly BeforeDay)
{
    public bool IsUnder(DistrictCode superior) => Vector.Heads.Skip(1).Any(h => h.District == superior);
}
