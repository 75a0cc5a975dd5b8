namespace PlanRegistry.Records;

/// <summary>Days are days in Asia/Shanghai, which has had +08:00 all year since 1991.</summary>
public static class Calendar
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    public static DateTimeOffset InShanghai(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The moment at which a day begins.</summary>
    public static DateTimeOffset BeginOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());
}
