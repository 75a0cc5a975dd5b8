using PlanRegistry.Applications;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Settlement;

namespace PlanRegistry.Reviews;

/// <summary>每周提示: what an agency owes, in words to be sent on: overdue, in seven days, in thirty.</summary>
public static class Digest
{
    private const int Week = 7;
    private const int Month = 30;

    /// <summary>As many of each part as are told one by one.</summary>
    private const int Most = 100;

    /// <param name="duties">All that are owed in the district; others' are left out.</param>
    public static Text Of(Snapshot snapshot, Agency agency, IEnumerable<OwedDuty> duties)
    {
        var (day, view) = (snapshot.AsOf.Unwatched, snapshot.View);
        var own = duties.Where(d => d.Agency?.Key == agency.Key).OrderBy(d => d.Due).ThenBy(d => d.Id, StringComparer.Ordinal).ToList();
        var late = own.Where(d => d.State == DutyState.Overdue).ToList();
        var undated = own.Where(d => d.IsUndated).ToList();
        var coming = own.Except(late).Except(undated).ToList();
        Text[] parts =
        [
            new($"{agency.Name}：规划工作每周提示", $"{agency.Name}: what is owed this week"),
            new($"{view.District?.Name}，{day.InWords().Zh}；台账{view.Vector}",
                $"{view.District?.Name}, {day:yyyy-MM-dd}; ledger {view.Vector}"),
            Part(snapshot, new("逾期", "Overdue"), late),
            Part(snapshot, new($"{Week}日内到期", $"Due in {Week} days"), coming.Where(d => d.Due <= day.AddDays(Week))),
            Part(snapshot, new($"{Week + 1}至{Month}日内到期", $"Due in {Week + 1} to {Month} days"),
                coming.Where(d => d.Due > day.AddDays(Week) && d.Due <= day.AddDays(Month))),
            .. undated.Count == 0 ? [] : new[] { Part(snapshot, PastReference, undated) },
            .. Unknown(day),
            .. PutOff(own.Count(d => d.Finding?.Waiver is not null)),
        ];
        return new(string.Join("\n\n", parts.Select(p => p.Zh)) + "\n", string.Join("\n\n", parts.Select(p => p.En)) + "\n");
    }

    /// <summary>What is put off by leave stands by the day until which it is.</summary>
    private static Text[] PutOff(int waived) => waived == 0 ? []
        : [new($"其中{Waivers.Word.Zh}{waived}项，以暂缓届满之日为到期日。",
            $"Of all that is owed {waived} are {Waivers.Word.En}, and due on the last day of that.")];

    private static Text PastReference { get; } = new("无法定期限，参考日期已过", "No text sets a day, and the one to go by is past");

    /// <summary>Why working days are not told of all that is due in these days.</summary>
    private static Text[] Unknown(DateOnly day) =>
        WorkingDays.WhyUnknown(WorkingDays.Known.UnknownWithin(day, day.AddDays(Month))) is { } why ? [why] : [];

    /// <summary>Of a calendar that has as many as it may.</summary>
    public static Text LeftOut(int count) => new($"另有{count}项离今天较远，未列入。", $"{count} more, farther from today, are left out.");

    private static Text Part(Snapshot snapshot, Text head, IEnumerable<OwedDuty> duties)
    {
        var all = duties.ToList();
        var lines = all.Take(Most).Select((d, i) => Line(snapshot, d, i + 1)).ToList();
        if (all.Count > Most)
        {
            lines.Add(new($"另有{all.Count - Most}项，见“我的任务”。", $"And {all.Count - Most} more, on the page of tasks."));
        }
        return all.Count == 0 ? new($"{head.Zh}：没有。", $"{head.En}: nothing.")
            : new($"{head.Zh}（{all.Count}项）：\n{string.Join('\n', lines.Select(l => l.Zh))}",
                $"{head.En} ({all.Count}):\n{string.Join('\n', lines.Select(l => l.En))}");
    }

    /// <summary>With the working days that are left and, where the day is one off, the last working day before it.</summary>
    private static Text Line(Snapshot snapshot, OwedDuty duty, int number)
    {
        var (title, missing, reason) = (Subject(snapshot.View, duty), Text.Join(duty.Missing()), duty.Reason());
        var day = duty.DaySeenOn(snapshot.AsOf);
        var left = day.Left is { } days ? new Text($"（{days.Zh}）", $" ({days.En})") : default;
        var note = day.IsOnWorkingDay == false && day.Note is { } off ? new Text(off.Zh, $" {off.En}") : default;
        return new(
            $"{number}. {duty.Due:yyyy-MM-dd} {title.Zh}{left.Zh}"
                + $"{(missing.Zh == "" ? "" : $"；尚缺：{missing.Zh.TrimEnd('。')}")}。{reason.Zh}{note.Zh}",
            $"{number}. {duty.Due:yyyy-MM-dd} {title.En}{left.En}"
                + $"{(missing.En == "" ? "" : $"; missing: {missing.En.TrimEnd('.')}")}. {reason.En}{note.En}");
    }

    /// <summary>年度监测分析 2025 《规划》.</summary>
    public static Text Subject(RegistryView view, OwedDuty duty)
    {
        var kind = Terms.Of(duty.Kind);
        var year = duty.Year is { } of ? $"{of} " : "";
        var plan = duty.Plan is { } key && view.Plan(key) is { } known ? known.Named
            : duty.About is EntryApplication application ? application.Named
            : duty.About is DirectoryList list ? new Text($"目录清单{list.Code}", $"the list {list.Code}")
            : new Text("清单或多个规划", "a list, or several plans");
        return new($"{kind.Zh} {year}{plan.Zh}", $"{kind.En} {year}{plan.En}");
    }
}
