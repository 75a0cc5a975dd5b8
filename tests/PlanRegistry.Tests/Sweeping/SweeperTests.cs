
namespace PlanRegistry.Tests.Sweeping;

/// <summary>A server that is told so keeps the results up by itself.</summary>
public sealed class SweeperTests() : SweepTest(("Sweep:Processors", "1"))
{
    [Fact]
    public void It_judges_what_was_written_and_what_a_day_changes()
    {
        WhenJudged(1);
        HaveWanzhou();
        WhenJudged(2);
        Begin("SPE-2", "万州区教育规划(示例)", "2026-06-02");
        When(() => Sweeps.Results(Today, withCounts: true).Any(r => r.District == Wanzhou && r.Vector.Seq == 2));

        Clock.Now = Clock.Now.AddDays(1);

        When(() => Sweeps.Results(Today, withCounts: false).Any(r => r.Day == Today));
    }

    private void WhenJudged(int districts) => When(() => Sweeps.Results(Today, withCounts: false).Count == districts);

    private static void When(Func<bool> isSo)
    {
        for (var tries = 0; !isSo() && tries < 1_000; tries++)
        {
            Thread.Sleep(20);
        }
        isSo().Should().BeTrue();
    }
}
