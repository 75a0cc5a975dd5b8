using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>
/// A due day beside the working days. No text moves a due day that falls on a day off, so none is moved: the last working day before it is
/// told, by which an office has to be done.
/// </summary>
public readonly record struct DueDay(DateOnly Due, DateOnly AsOf)
{
    private static readonly Text[] Weekdays =
    [
        new("周日", "a Sunday"), new("周一", "a Monday"), new("周二", "a Tuesday"), new("周三", "a Wednesday"), new("周四", "a Thursday"),
        new("周五", "a Friday"), new("周六", "a Saturday"),
    ];

    private static WorkingDays Days => WorkingDays.Known;

    /// <summary>
    /// The working days after the day that is asked about, up to the due day; negative: so many have gone since. Null where not known.
    /// </summary>
    public int? WorkingDaysLeft => Days.Between(AsOf, Due);

    public bool? IsOnWorkingDay => Days.IsWorking(Due);

    /// <summary>The due day, or the last working day before it.</summary>
    public DateOnly? LastWorkingDay => Days.OnOrBefore(Due);

    /// <summary>
    /// What is to be borne in mind: that the day is one off, or that it is not known. Null where there is nothing, and once it is past.
    /// </summary>
    public Text? Note => Due < AsOf ? null : IsOnWorkingDay == false ? OfADayOff() : Days.NoteOn(AsOf, Due);

    /// <summary>剩3个工作日; null where it is not known, or past.</summary>
    public Text? Left => Due < AsOf || WorkingDaysLeft is not { } left ? (Text?)null
        : Due == AsOf ? new Text("当日到期", "due that day")
        : left == 0 ? new Text("其间没有工作日", "no working day until then")
        : new Text($"剩{left}个工作日", left == 1 ? "1 working day left" : $"{left} working days left");

    /// <summary>The same as a sentence, with the day from which it is counted.</summary>
    public Text? LeftInWords => Left is { } left
        ? new Text($"截至{AsOf.InWords().Zh}，{left.Zh}。", $"As of {AsOf:yyyy-MM-dd}: {left.En}.") : (Text?)null;

    /// <summary>最后一个工作日2月14日: by when an office has to be done, where the day is one off and that one is not over.</summary>
    public Text? Early => Due >= AsOf && IsOnWorkingDay == false && LastWorkingDay is { } last && last >= AsOf
        ? new Text($"最后一个工作日{last.Month}月{last.Day}日", $"last working day {last:yyyy-MM-dd}") : (Text?)null;

    private Text OfADayOff()
    {
        var day = Days.SpecialOn(Due) is { } off ? new Text($"{off.Name.Zh}（{off.Notice}）", $"{off.Name.En} ({off.Notice})")
            : Weekdays[(int)Due.DayOfWeek];
        var what = new Text($"到期日{Due.InWords().Zh}为{day.Zh}，不因节假日顺延", $"The due day {Due:yyyy-MM-dd} is {day.En} and is not moved");
        return LastWorkingDay is not { } last ? new($"{what.Zh}。", $"{what.En}.")
            : last < AsOf ? new($"{what.Zh}；此前最后一个工作日{last.InWords().Zh}已过。",
                $"{what.En}; {last:yyyy-MM-dd}, the last working day before it, is over.")
            : new($"{what.Zh}；此前最后一个工作日为{last.InWords().Zh}，请提前办理。",
                $"{what.En}; the last working day before it is {last:yyyy-MM-dd}: be done by then.");
    }
}
