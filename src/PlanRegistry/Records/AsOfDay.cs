using System.Globalization;

namespace PlanRegistry.Records;

/// <summary>
/// 评判日: the day judged. It answers as a day does, and for each answer notes the first later day that would be answered otherwise, so
/// that a judgement knows until when it holds. It never becomes a plain day by itself: what enters an outcome is <see cref="Day"/>, what is
/// only told <see cref="Unwatched"/>. A plain day becomes one that notes nothing: it is the same whatever day is judged.
/// </summary>
public readonly struct AsOfDay : IEquatable<AsOfDay>
{
    private readonly NextTurn? next;
    private readonly int ahead;

    /// <param name="next">Is told when an answer changes.</param>
    public AsOfDay(DateOnly day, NextTurn next) : this(day, next, 0) { }

    private AsOfDay(DateOnly day, NextTurn? next, int ahead) => (Unwatched, this.next, this.ahead) = (day, next, ahead);

    /// <summary>The plain day: for sentences, for pages, and where both ways come to one. Nothing that is found may hang on it.</summary>
    public DateOnly Unwatched { get; }

    /// <summary>The plain day as part of an outcome, which is another tomorrow.</summary>
    public DateOnly Day => Changing(Unwatched.DayNumber + 1, Unwatched);

    public int Year => Changing(FirstOfYear(Unwatched.Year + 1), Unwatched.Year);

    /// <summary>So many days after the day judged, whichever that is, or before it.</summary>
    public AsOfDay AddDays(int days) => new(Unwatched.AddDays(days), next, ahead + days);

    /// <summary>How far ahead of the day judged it is; null for a plain day.</summary>
    internal int? Ahead => next is null ? null : ahead;

    public static implicit operator AsOfDay(DateOnly day) => new(day, null, 0);

    public static bool operator <(AsOfDay day, DateOnly other) =>
        day.Unwatched < other ? day.Changing(other.DayNumber, true) : false;

    public static bool operator <=(AsOfDay day, DateOnly other) =>
        day.Unwatched <= other ? day.Changing(other.DayNumber + 1, true) : false;

    public static bool operator >(AsOfDay day, DateOnly other) => !(day <= other);
    public static bool operator >=(AsOfDay day, DateOnly other) => !(day < other);

    public static bool operator <(DateOnly other, AsOfDay day) => day > other;
    public static bool operator <=(DateOnly other, AsOfDay day) => day >= other;
    public static bool operator >(DateOnly other, AsOfDay day) => day < other;
    public static bool operator >=(DateOnly other, AsOfDay day) => day <= other;

    public static bool operator ==(AsOfDay day, DateOnly other) => day <= other && day >= other;
    public static bool operator !=(AsOfDay day, DateOnly other) => !(day == other);
    public static bool operator ==(DateOnly other, AsOfDay day) => day == other;
    public static bool operator !=(DateOnly other, AsOfDay day) => !(day == other);

    public bool Equals(AsOfDay other) => Day == other.Day;

    public override bool Equals(object? obj) => obj is AsOfDay other && Equals(other);

    public override int GetHashCode() => Day.GetHashCode();

    public override string ToString() => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What is so until this day comes to that one, and must not be before it.</summary>
    private T Changing<T>(int dayNumber, T now)
    {
        next?.Note(dayNumber - ahead);
        return now;
    }

    private static int FirstOfYear(int year) =>
        year > DateOnly.MaxValue.Year ? DateOnly.MaxValue.DayNumber + 1 : new DateOnly(year, 1, 1).DayNumber;
}
