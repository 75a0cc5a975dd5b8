using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Reviews;

[Resolves("Query")]
public static class WorkingDayFields
{
    public static WorkingDaysNode WorkingDays(PartialDate from, PartialDate to)
    {
        Days.Forward(from, to);
        return to.Last.DayNumber - from.First.DayNumber < Days.Most ? new WorkingDaysNode(from.First, to.Last)
            : throw RequestErrors.Request($"from 至 to 共{to.Last.DayNumber - from.First.DayNumber + 1}日，一次至多{Days.Most}日。",
                $"from and to span {to.Last.DayNumber - from.First.DayNumber + 1} days; {Days.Most} at most are told at once.");
    }
}

/// <summary>What a span of days may be.</summary>
internal static class Days
{
    public const int Most = 1000;

    /// <summary>A span that runs backwards is a request error: nothing found would read as nothing there.</summary>
    public static void Forward(PartialDate? from, PartialDate? to)
    {
        if (from is { } start && to is { } end && end.Last < start.First)
        {
            throw RequestErrors.Request($"起日{start}晚于止日{end}，请对调。", $"from ({start}) lies after to ({end}): exchange the two.");
        }
    }
}

public sealed class WorkingDaysNode(DateOnly from, DateOnly to)
{
    private static WorkingDays Known => PlanRegistry.Records.WorkingDays.Known;

    public PartialDate From => from;
    public PartialDate To => to;

    /// <summary>Both days counted.</summary>
    public int? Count => UnknownYears.Count > 0 ? null : Known.Between(from, to) + (Known.IsWorking(from) == true ? 1 : 0);

    public IReadOnlyList<SpecialDayNode> Days => [.. Known.SpecialWithin(from, to).Select(d => new SpecialDayNode(d))];
    public IReadOnlyList<int> UnknownYears { get; } = Known.UnknownWithin(from, to);
}

public sealed class SpecialDayNode(SpecialDay day)
{
    internal SpecialDay Special { get; } = day;

    public PartialDate Day => Special.Day;
    public bool IsWorking => Special.IsWorking;
    public string Notice => Special.Notice;
    public PartialDate NoticeIssuedOn => Special.NoticeIssuedOn;
}

[Resolves("WorkingDays")]
public static class WorkingDaysTexts
{
    public static string? Note(WorkingDaysNode days, Language? language, [Service] Reader reader) =>
        WorkingDays.Known.NoteOn(days.From.First, days.To.Last) is { } why ? reader.Told(why, language) : null;
}

[Resolves("SpecialDay")]
public static class SpecialDayTexts
{
    public static string Name(SpecialDayNode day, Language? language, [Service] Reader reader) => reader.Told(day.Special.Name, language);
}
