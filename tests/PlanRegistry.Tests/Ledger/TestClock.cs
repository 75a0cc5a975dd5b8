namespace PlanRegistry.Tests.Ledger;

/// <summary>A clock that stands still until it is told to move.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public TestClock() : this(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8))) { }

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();

    public void Advance(TimeSpan time) => Now += time;
}
