using System.Globalization;

namespace PlanRegistry.Indicators;

/// <summary>A part of a whole, kept as two numbers so that exactly 20 % stays exactly 20 %.</summary>
public readonly record struct Share(decimal Part, decimal Whole)
{
    /// <summary>This minus the other is more than the limit.</summary>
    public bool Exceeds(Share other, decimal limit)
    {
        var (left, right) = (Positive(), other.Positive());
        return (left.Part * right.Whole) - (right.Part * left.Whole) > limit * left.Whole * right.Whole;
    }

    public Share Minus(Share other) => new((Part * other.Whole) - (other.Part * Whole), Whole * other.Whole);

    public override string ToString() => (Whole == 0 ? 0 : Part * 100 / Whole).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private Share Positive() => Whole < 0 ? new(-Part, -Whole) : this;
}
