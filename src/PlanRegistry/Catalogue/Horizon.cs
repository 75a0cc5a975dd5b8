using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>规划期: from year to year, both inclusive. A vision year (远景目标) is no part of it.</summary>
public readonly record struct Horizon(int From, int To)
{
    /// <summary>Calendar years, inclusive: 2026-2028 is three.</summary>
    public int Years => To - From + 1;

    public DateOnly LastDay => new(To, 12, 31);

    public bool Holds(int year) => From <= year && year <= To;

    public bool Overlaps(Horizon other) => From <= other.To && other.From <= To;

    public Text InWords => Wording.Span(From, To);

    public override string ToString() => $"{From}-{To}";
}
