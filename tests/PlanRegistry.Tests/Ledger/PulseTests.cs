using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Ledger;

public sealed class PulseTests
{
    private readonly TestClock clock = new(new DateTimeOffset(2026, 6, 30, 10, 0, 0, TimeSpan.FromHours(8)));

    [Fact]
    public void Everybody_who_waits_is_woken_and_the_next_beat_is_another()
    {
        using var pulse = new Pulse(clock);
        var (first, second) = (pulse.Next, pulse.Next);

        pulse.Beat();

        first.IsCompletedSuccessfully.Should().BeTrue();
        second.IsCompletedSuccessfully.Should().BeTrue();
        pulse.Next.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void While_somebody_waits_it_beats_every_two_seconds()
    {
        using var pulse = new Pulse(clock);
        for (var i = 0; i < 3; i++)
        {
            var next = pulse.Next;
            clock.Advance(TimeSpan.FromMilliseconds(1999));
            next.IsCompleted.Should().BeFalse();
            clock.Advance(TimeSpan.FromMilliseconds(1));
            next.IsCompletedSuccessfully.Should().BeTrue();
        }
    }

    [Fact]
    public void It_beats_at_midnight_in_Shanghai()
    {
        using var pulse = new Pulse(clock);
        clock.Now = new DateTimeOffset(2026, 6, 30, 15, 59, 59, 500, TimeSpan.Zero);
        var next = pulse.Next;

        clock.Advance(TimeSpan.FromMilliseconds(499));
        next.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(1));

        next.IsCompletedSuccessfully.Should().BeTrue();
    }
}
