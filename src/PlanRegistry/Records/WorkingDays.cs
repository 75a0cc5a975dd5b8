namespace PlanRegistry.Records;

/// <summary>
/// 工作日: Monday to Friday but for the days off, and the weekends worked in exchange, of the State Council's notice of the year. Of a year
/// whose notice is not at hand nothing is known, its weekends neither: any of them may be worked in exchange. Nothing is guessed: what
/// would reach into such a year is null.
/// </summary>
public sealed class WorkingDays
{
    private readonly Dictionary<DateOnly, SpecialDay> special;
    private readonly HashSet<int> years;

    /// <param name="table">Every day off and every weekend worked of the years that are known.</param>
    public WorkingDays(IEnumerable<SpecialDay> table)
    {
        special = table.ToDictionary(d => d.Day);
        years = [.. special.Values.Select(d => d.Year)];
    }

    /// <summary>By the notices that the registry has.</summary>
    public static WorkingDays Known { get; } = new(Holidays.Read());

    /// <summary>The years whose notice is at hand.</summary>
    public IEnumerable<int> Years => years.Order();

    public SpecialDay? SpecialOn(DateOnly day) => special.GetValueOrDefault(day);

    public IEnumerable<SpecialDay> SpecialWithin(DateOnly from, DateOnly to) =>
        special.Values.Where(d => d.Day >= from && d.Day <= to).OrderBy(d => d.Day);

    /// <summary>Null where the year's notice is not at hand.</summary>
    public bool? IsWorking(DateOnly day) => !years.Contains(day.Year) ? null
        : SpecialOn(day)?.IsWorking ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself, or the first working day after it.</summary>
    public DateOnly? OnOrAfter(DateOnly day) => Nearest(day, 1);

    /// <summary>The day itself, or the last working day before it.</summary>
    public DateOnly? OnOrBefore(DateOnly day) => Nearest(day, -1);

    /// <summary>
    /// The working days after the first day up to the second, that one counted; where the second lies before the first, those after the
    /// second up to the first, as a negative number.
    /// </summary>
    public int? Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorking(day) is not { } works)
            {
                return null;
            }
            count += works ? 1 : 0;
        }
        return count;
    }

    /// <summary>The day that is so many working days after a day; null where it is not known, as for a number below one.</summary>
    public DateOnly? After(DateOnly day, int count)
    {
        for (var left = count; left > 0;)
        {
            if (day == DateOnly.MaxValue || IsWorking(day = day.AddDays(1)) is not { } works)
            {
                return null;
            }
            left -= works ? 1 : 0;
            if (left == 0)
            {
                return day;
            }
        }
        return null;
    }

    /// <summary>The years within a span, both days counted, of which nothing is known.</summary>
    public IReadOnlyList<int> UnknownWithin(DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year + 1)).Where(y => !years.Contains(y))];

    /// <summary>Why working days are not told; null where all are known.</summary>
    public static Text? WhyUnknown(IReadOnlyList<int> unknown) => unknown.Count == 0 ? null
        : new($"登记册没有国务院办公厅关于{Span(unknown).Zh}部分节假日安排的通知，其工作日尚不能确定。",
            $"The registry has no notice of the State Council on the days off of {Span(unknown).En}: its working days are not known.");

    /// <summary>
    /// What is to be borne in mind of the working days of a span: that they are not known, or, of a year's last week, that the notice of
    /// the next year, which is not at hand, may still change them (2022-12-31 was off by that for 2023). Null where there is nothing.
    /// </summary>
    public Text? NoteOn(DateOnly from, DateOnly to) => WhyUnknown(UnknownWithin(from, to)) ?? LastWeek(from, to);

    private Text? LastWeek(DateOnly from, DateOnly to) => Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year + 1))
        .Where(y => years.Contains(y) && !years.Contains(y + 1) && from <= new DateOnly(y, 12, 31) && to >= new DateOnly(y, 12, 25))
        .Select(y => (Text?)new Text(
            $"登记册没有国务院办公厅关于{y + 1}年部分节假日安排的通知，{y}年12月25日至31日的工作日可能随该通知调整。",
            $"The registry has no notice of the State Council on the days off of {y + 1}, which may still change the working days of "
                + $"{y}-12-25 to {y}-12-31.")).FirstOrDefault();

    /// <summary>2027年, or 2027年至2030年.</summary>
    private static Text Span(IReadOnlyList<int> unknown) =>
        unknown.Count > 2 && unknown[^1] - unknown[0] == unknown.Count - 1
            ? new($"{unknown[0]}年至{unknown[^1]}年", $"{unknown[0]} to {unknown[^1]}")
            : Text.Join(unknown.Select(y => new Text($"{y}年", $"{y}")));

    private DateOnly? Nearest(DateOnly day, int step)
    {
        for (; ; day = day.AddDays(step))
        {
            switch (IsWorking(day))
            {
                case null:
                    return null;
                case true:
                    return day;
            }
        }
    }
}
