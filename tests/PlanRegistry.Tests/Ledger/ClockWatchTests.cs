using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Ledger;

/// <summary>A wrong clock does not get into the ledger, and what was known at a moment does not change any more.</summary>
public sealed class ClockWatchTests : LedgerTest
{
    private readonly SetClock set = new();

    [Theory]
    [InlineData(48, "ahead by 2 days", "2026-11-24T08:00:00+08:00")]
    [InlineData(-25, "back by 25 hours", "2026-11-21T07:00:00+08:00")]
    public void A_clock_that_jumps_while_the_server_runs_writes_nothing_until_it_is_set_right(int hours, string jump, string now)
    {
        using var registry = Registry.Open(Home(), set);
        Record(registry, "P-1").Entry!.Seq.Should().Be(1);
        set.Wall += TimeSpan.FromHours(hours);

        var refused = FluentActions.Invoking(() => Record(registry, "P-2")).Should().Throw<ClockException>().Which;

        refused.Code.Should().Be("CLOCK_IN_DOUBT");
        refused.Message.Should().Be($"The clock has jumped {jump} since the server started, to {now}; "
            + "nothing is written, so that the ledger keeps its order: set the clock right, or start the server again.");
        set.Wall -= TimeSpan.FromHours(hours);
        Record(registry, "P-2").Entry!.Seq.Should().Be(2);
    }

    [Fact]
    public void A_long_silence_while_the_server_runs_is_no_jump()
    {
        using var registry = Registry.Open(Home(), set);
        Record(registry, "P-1");
        set.Pass(TimeSpan.FromDays(400));

        registry.Notice = _ => throw new InvalidOperationException("There is nothing to say.");
        Record(registry, "P-2").Entry!.RecordedAt.Should().Be(set.Wall);
    }

    [Fact]
    public void A_clock_that_is_set_by_more_than_a_minute_is_noted_once()
    {
        using var registry = Registry.Open(Home(), set);
        var notices = new List<string>();
        registry.Notice = text => notices.Add(text.Zh);
        Record(registry, "P-1");
        set.Wall += TimeSpan.FromMinutes(90);
        Record(registry, "P-2");
        Record(registry, "P-3");
        set.Wall -= TimeSpan.FromMinutes(90);
        Record(registry, "P-4");

        notices.Should().Equal(
            "本机时钟与服务启动以来经过的时间相差90分钟。",
            "本机时钟与服务启动以来经过的时间相差0分钟。",
            "500154台账第4号的时间比本机时钟晚90分钟：时钟慢了，或者此前曾经过快。");
    }

    [Theory]
    [InlineData(31, "The last entry was recorded at 2026-11-22T08:00:00+08:00, more than 30 days before 2026-12-23T08:00:00+08:00, "
        + "which the clock says; nothing is written until the server is started with --clock-is-right.")]
    [InlineData(-1, "The last entry was recorded at 2026-11-22T08:00:00+08:00, and the clock says 2026-11-21T08:00:00+08:00, "
        + "which is before; nothing is written until the server is started with --clock-is-right.")]
    public void A_server_whose_last_entry_is_of_another_time_writes_when_it_is_told_that_the_clock_is_right(int days, string sentence)
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        Clock.Now += TimeSpan.FromDays(days);
        using var registry = Open();

        registry.Clock.Compare(isRight: false)!.Value.En.Should().Be(sentence);
        FluentActions.Invoking(() => Record(registry, "P-2")).Should().Throw<ClockException>().WithMessage(sentence);

        registry.Clock.Compare(isRight: true)!.Value.En.Should().Be(sentence, "it is said all the same");
        Record(registry, "P-2").Entry!.Seq.Should().Be(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void A_server_whose_last_entry_is_of_late_has_nothing_to_look_at(int days)
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        Clock.Now += TimeSpan.FromDays(days);

        Open().Clock.Compare(isRight: false).Should().BeNull();
    }

    [Fact]
    public void What_will_be_known_at_a_moment_to_come_is_not_told()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));

        var refused = FluentActions.Invoking(() => Registry.View(Kaizhou, Clock.Now.AddMilliseconds(1)))
            .Should().Throw<ClockException>().Which;

        refused.Code.Should().Be("NOT_YET_CERTAIN");
        refused.Message.Should().Be("What the registry knew at 2026-11-22T08:00:00.001+08:00 is not settled: "
            + "an entry may still come before it. Ask of an earlier moment, or without knownAt.");
    }

    [Fact]
    public void What_was_known_a_moment_ago_is_not_told_while_somebody_writes_an_entry_of_it()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        using var storage = Home();
        var moment = Clock.Now;
        var asked = 0;

        storage.Append([Kaizhou],
            _ =>
            {
                FluentActions.Invoking(() => Registry.View(Kaizhou, moment)).Should().Throw<ClockException>();
                asked++;
                return Drafting.Draft(By(Kaizhou), Registry.View(Kaizhou)!, Registry.Entry(Kaizhou, 1)!.Hash,
                    Clock.Now, [Change.Record(PlanOf(Kaizhou, "P-2", "水利规划"))]);
            },
            new Waiting(storage.Patience)).Should().BeTrue();

        asked.Should().Be(1);
        Titles(Registry.View(Kaizhou, moment)).Should().HaveCount(2);
    }

    [Fact]
    public void What_was_once_told_of_a_moment_stays_true_though_an_entry_follows_in_the_same_millisecond()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        var then = Titles(Registry.View(Kaizhou, Clock.Now)).ToList();

        Write(PlanOf(Kaizhou, "P-2", "水利规划"));

        Titles(Registry.View(Kaizhou, Clock.Now)).Should().Equal(then);
        Titles(Registry.View(Kaizhou)).Should().HaveCount(2);
    }

    private static WriteResult Record(Registry registry, string code) =>
        registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, code, "交通规划"))]));

    /// <summary>A clock that can be set without that any time passes.</summary>
    private sealed class SetClock : TimeProvider
    {
        private long passed;

        public DateTimeOffset Wall { get; set; } = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

        public void Pass(TimeSpan time) => (Wall, passed) = (Wall + time, passed + time.Ticks);

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => passed;
    }
}
