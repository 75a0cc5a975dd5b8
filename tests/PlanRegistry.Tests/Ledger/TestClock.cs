using Microsoft.Extensions.Time.Testing;

namespace PlanRegistry.Tests.Ledger;

/// <summary>A clock in Shanghai that stands still until it is told to move, also backwards, as a clock does that is set right.</summary>
public sealed class TestClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public TestClock() : this(new DateTimeOffset(2026, 11, 22, 8, 0, 0, Shanghai)) { }

    /// <summary>Timers ring when it moves past them.</summary>
    public DateTimeOffset Now
    {
        get => GetUtcNow().ToOffset(Shanghai);
        set
        {
            if (value < Now)
            {
                AdjustTime(value);
            }
            else
            {
                SetUtcNow(value);
            }
        }
    }
}
