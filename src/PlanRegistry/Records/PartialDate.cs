using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PlanRegistry.Records;

/// <summary>A day, or as much of it as the record says: 2021-03-26, 2021-03 or 2021. The precision is kept.</summary>
public readonly record struct PartialDate
{
    private PartialDate(DateOnly first, DateOnly last) => (First, Last) = (first, last);

    public PartialDate(DateOnly day) : this(day, day) { }

    /// <summary>The earliest day it can mean.</summary>
    public DateOnly First { get; }

    /// <summary>The latest day it can mean; a status changes on this one.</summary>
    public DateOnly Last { get; }

    public bool IsExact => First == Last;

    public int Year => First.Year;

    /// <summary>True, false, or null when the gap leaves the order open.</summary>
    public bool? IsBefore(PartialDate other) => Last < other.First ? true : First >= other.Last ? false : null;

    public bool? IsAfter(PartialDate other) => other.IsBefore(this);

    public static implicit operator PartialDate(DateOnly day) => new(day);

    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (text is null)
        {
            return false;
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            date = new PartialDate(day);
            return true;
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            date = new PartialDate(month, new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
            return true;
        }
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1 and <= 9999)
        {
            date = new PartialDate(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            return true;
        }
        return false;
    }

    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is no date: write 2021-03-26, 2021-03 or 2021.");

    public override string ToString() =>
        IsExact ? First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : First.Month == Last.Month ? First.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : First.ToString("yyyy", CultureInfo.InvariantCulture);
}
