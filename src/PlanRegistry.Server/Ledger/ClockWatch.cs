using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Keeps a wrong clock out of the ledger, whose moments never go back: one entry of next year would hold up every one until then.
/// A jump shows against the time that has passed since the process began, which no one sets.
/// </summary>
public sealed class ClockWatch
{
    /// <summary>More is no correction of a clock, but another time.</summary>
    private static readonly TimeSpan MostJump = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongSilence = TimeSpan.FromDays(30);
    private static readonly TimeSpan Noteworthy = TimeSpan.FromMinutes(1);

    private readonly IStorage storage;
    private readonly Action<Text> notice;
    private readonly DateTimeOffset start;
    private readonly long stamp;
    private readonly Lock telling = new();
    private readonly Dictionary<DistrictCode, DateTimeOffset> certain = [];
    private DateTimeOffset told;
    private TimeSpan noted;
    private TimeSpan offHome;
    private Text? doubt;
    private TimeSpan? lastOff;

    internal ClockWatch(IStorage storage, TimeProvider time, Action<Text> notice)
    {
        this.storage = storage;
        this.notice = notice;
        Time = time;
        (start, stamp) = (time.GetUtcNow(), time.GetTimestamp());
    }

    public TimeProvider Time { get; }

    /// <summary>How far the home's clock was ahead of this machine's at the last write; null where the home has none.</summary>
    public TimeSpan? OffHome => lastOff;

    /// <summary>
    /// Compares the clock with the last entry of all. Where it may be wrong, nothing is written until somebody has looked at it:
    /// <c>--clock-is-right</c>.
    /// </summary>
    /// <returns>What there is to look at.</returns>
    public Text? Compare(bool isRight)
    {
        var last = storage.Districts().Select(d => storage.Entry(d, storage.Head(d))!.RecordedAt).DefaultIfEmpty().Max();
        var now = Time.GetUtcNow();
        Text? found = last == default ? default(Text?)
            : last - now > Noteworthy ? ClockWords.Ahead(last, now)
            : now - last > LongSilence ? ClockWords.Silent(last, now)
            : default(Text?);
        doubt = isRight ? default(Text?) : found;
        return found;
    }

    /// <summary>Why nothing may be written; null when it may.</summary>
    public Text? Doubt()
    {
        var now = Time.GetUtcNow();
        var jump = now - start - Time.GetElapsedTime(stamp);
        return jump.Duration() > MostJump ? ClockWords.Jumped(jump, now) : doubt;
    }

    /// <summary>The moment of an entry that is about to be written.</summary>
    /// <param name="home">The moment by the home's clock, which wins over this machine's.</param>
    internal DateTimeOffset ToWrite(DateTimeOffset? home)
    {
        if (Doubt() is { } sentence)
        {
            throw new ClockException(sentence, ClockException.InDoubt);
        }
        var now = Time.GetUtcNow();
        var jump = now - start - Time.GetElapsedTime(stamp);
        if ((jump - noted).Duration() > Noteworthy)
        {
            noted = jump;
            notice(ClockWords.Moved(jump));
        }
        if (home is { } moment)
        {
            Compare(moment, now);
            return moment;
        }
        lock (telling)
        {
            // What was said of a moment stays true: an entry of the same millisecond would change it.
            return Moment.Truncate(now) > told ? now : Moment.Truncate(told).AddMilliseconds(1);
        }
    }

    /// <summary>A node whose clock is off says so, and again when that changes.</summary>
    private void Compare(DateTimeOffset home, DateTimeOffset now)
    {
        lastOff = home - now;
        if ((home - now - offHome).Duration() > Noteworthy)
        {
            offHome = home - now;
            notice(ClockWords.OffHome(offHome, storage.Name));
        }
    }

    internal void Wrote(LedgerEntry entry)
    {
        // Where the home has a clock, it was compared with that.
        if (entry.RecordedAt - Time.GetUtcNow() - offHome is var ahead && ahead > Noteworthy)
        {
            notice(ClockWords.AheadOfClock(entry, ahead));
        }
    }

    /// <summary>Throws where an entry may still come that belongs before the moment.</summary>
    internal void RequireCertain(IReadOnlyList<DistrictCode> sight, DateTimeOffset moment)
    {
        var now = Time.GetUtcNow();
        lock (telling)
        {
            if (moment <= certain.GetValueOrDefault(sight[0]))
            {
                return;
            }
            // Who takes a moment from here on takes a later one; who has taken one before holds the lock that is asked for next.
            told = moment <= now && moment > told ? moment : told;
        }
        if (storage.Settled(sight, now) is not { } settled || moment > settled)
        {
            throw new ClockException(ClockWords.NotYet(moment), ClockException.NotYetCertain);
        }
        lock (telling)
        {
            var before = certain.GetValueOrDefault(sight[0]);
            certain[sight[0]] = moment > before ? moment : before;
        }
    }
}
