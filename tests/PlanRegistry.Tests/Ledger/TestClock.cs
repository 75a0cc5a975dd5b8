namespace PlanRegistry.Tests.Ledger;

/// <summary>A clock that stands still until it is told to move. Its timers ring when it moves past them.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock turn = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = now;

    public TestClock() : this(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8))) { }

    public DateTimeOffset Now
    {
        get
        {
            lock (turn)
            {
                return now;
            }
        }
        set
        {
            List<Alarm> due;
            lock (turn)
            {
                now = value;
                due = [.. alarms.Where(a => a.Due <= value).OrderBy(a => a.Due)];
                alarms.RemoveAll(due.Contains);
            }
            due.ForEach(a => a.Ring());
        }
    }

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();

    public void Advance(TimeSpan time) => Now += time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        period.Should().Be(Timeout.InfiniteTimeSpan, "nothing here rings twice by itself");
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(TestClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.turn)
            {
                clock.alarms.Remove(this);
                Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.now + dueTime;
                clock.alarms.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock.turn)
            {
                clock.alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
