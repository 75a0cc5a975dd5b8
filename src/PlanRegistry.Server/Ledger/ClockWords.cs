using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>What is said about the clock.</summary>
internal static class ClockWords
{
    public static Text AheadOfClock(LedgerEntry entry, TimeSpan ahead) => new(
        $"{entry.District}台账第{entry.Seq}号的时间比本机时钟晚{Length(ahead).Zh}：时钟慢了，或者此前曾经过快。",
        $"Entry {entry.Seq} of {entry.District} is {Length(ahead).En} ahead of the clock: it is slow, or was fast before.");

    public static Text NotYet(DateTimeOffset moment) => new(
        $"截至{moment.InWords().Zh}的台账尚未确定，此前的登记仍可能写入；请改用更早的时点，或者不填knownAt。",
        $"What the registry knew at {moment.InWords().En} is not settled: an entry may still come before it. "
            + "Ask of an earlier moment, or without knownAt.");

    public static Text Jumped(TimeSpan jump, DateTimeOffset now)
    {
        var (way, length) = (jump > TimeSpan.Zero ? new Text("快进", "ahead") : new Text("倒退", "back"), Length(jump));
        return new Text(
            $"本机时钟自服务启动以来{way.Zh}了{length.Zh}，现为{now.InWords().Zh}；"
                + "为免台账时间错乱，暂不写入：请校准时钟，或者确认无误后重新启动服务。",
            $"The clock has jumped {way.En} by {length.En} since the server started, to {now.InWords().En}; "
                + "nothing is written, so that the ledger keeps its order: set the clock right, or start the server again.");
    }

    public static Text Moved(TimeSpan jump) => new(
        $"本机时钟与服务启动以来经过的时间相差{Length(jump).Zh}。",
        $"The clock differs by {Length(jump).En} from the time that has passed since the server started.");

    public static Text OffHome(TimeSpan off, string home) => off > TimeSpan.Zero
        ? new($"本机时钟比数据库“{home}”的慢{Length(off).Zh}：记入台账的是数据库的时间，请校准本机时钟。",
            $"The clock is {Length(off).En} behind that of '{home}', whose moments the ledger gets: set this machine's clock right.")
        : new($"本机时钟比数据库“{home}”的快{Length(off).Zh}：记入台账的是数据库的时间，请校准本机时钟。",
            $"The clock is {Length(off).En} ahead of that of '{home}', whose moments the ledger gets: set this machine's clock right.");

    public static Text Ahead(DateTimeOffset last, DateTimeOffset now) => new(
        $"台账最后一条记于{last.InWords().Zh}，晚于本机时钟{now.InWords().Zh}；在以--clock-is-right启动确认时钟无误之前，不能写入。",
        $"The last entry was recorded at {last.InWords().En}, and the clock says {now.InWords().En}, which is before; "
            + "nothing is written until the server is started with --clock-is-right.");

    public static Text Silent(DateTimeOffset last, DateTimeOffset now) => new(
        $"台账最后一条记于{last.InWords().Zh}，距本机时钟{now.InWords().Zh}已逾30日；在以--clock-is-right启动确认时钟无误之前，不能写入。",
        $"The last entry was recorded at {last.InWords().En}, more than 30 days before {now.InWords().En}, which the clock says; "
            + "nothing is written until the server is started with --clock-is-right.");

    private static Text Length(TimeSpan span) => span.Duration() is var length && length.TotalHours >= 48
        ? new Text($"{(long)length.TotalDays}日", $"{(long)length.TotalDays} days")
        : length.TotalMinutes >= 120 ? new Text($"{(long)length.TotalHours}小时", $"{(long)length.TotalHours} hours")
        : new Text($"{(long)length.TotalMinutes}分钟", $"{(long)length.TotalMinutes} minutes");
}
