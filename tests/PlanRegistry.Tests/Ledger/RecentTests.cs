using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Ledger;

public sealed class RecentTests
{
    private readonly Kept kept = new() { Budget = 20 };
    private readonly Recent<int, string> recent;
    private int loads;

    public RecentTests() => recent = new(kept, text => [new Part(text, text.Length)]);

    [Fact]
    public void What_was_used_longest_ago_goes_first()
    {
        Get(1, "aaaaaa");
        Get(2, "bbbbbb");
        Get(3, "cccccc");

        recent.Keys.Should().BeEquivalentTo([2, 3]);
        loads.Should().Be(3);
    }

    [Fact]
    public void A_value_heavier_than_all_room_stays_until_the_next()
    {
        Get(1, new string('a', 17));
        recent.TryGet(1, out _).Should().BeTrue();

        Get(2, "b");
        recent.TryGet(1, out _).Should().BeFalse();
        recent.Count.Should().Be(1);
    }

    [Fact]
    public void A_load_that_failed_is_tried_again()
    {
        FluentActions.Invoking(() => recent.GetOrAdd(1, () => throw new InvalidOperationException("no")))
            .Should().Throw<InvalidOperationException>();

        Get(1, "aaaa").Should().Be("aaaa");
    }

    [Fact]
    public void Those_who_ask_at_once_wait_for_one_load()
    {
        Parallel.For(0, 8, _ => Get(1, "aaaa"));

        loads.Should().Be(1);
    }

    private string Get(int key, string value) => recent.GetOrAdd(key, () =>
        {
            Interlocked.Increment(ref loads);
            return value;
        });
}
