using System.Collections.Concurrent;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Sweeping;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Sweeping;

/// <summary>Nodes that sweep at once take from one list.</summary>
[Trait("Home", "PostgreSQL")]
public sealed class NodesTests : LedgerTest
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    public async Task Each_district_is_judged_by_one_of_them()
    {
        const int districts = 24;
        for (var n = 1; n <= districts; n++)
        {
            var code = DistrictCode.Parse($"5001{n:00}");
            Write(DistrictOf(code, $"示例{n}区"), PlanOf(code, "P-1", "交通规划"));
        }
        var judged = new ConcurrentBag<(int Node, DistrictCode District)>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(node => Task.Run(() => Sweep(node, judged))));

        judged.Select(j => j.District).Should().OnlyHaveUniqueItems().And.HaveCount(districts);
        judged.Select(j => j.Node).Distinct().Should().HaveCountGreaterThan(1, "they share the work");
        outcomes.Sum(o => o.Judged).Should().Be(districts);
        using var sweeps = Registry.OpenSweeps();
        sweeps.Left(Day).Should().Be(0);
        sweeps.Results(Day, withCounts: true).Should().HaveCount(districts).And.OnlyContain(r => r.Counts!.Plans.Count == 1);
    }

    [Fact]
    public void What_a_node_took_and_did_not_end_is_another_nodes()
    {
        Write(DistrictOf(Kaizhou, "开州区"));
        using var sweeps = Registry.OpenSweeps();
        sweeps.Enlist(Day, [Kaizhou]);
        FluentActions.Invoking(() => sweeps.Take(Day, [], (_, _) =>
        {
            // Meanwhile nobody else gets it.
            using var other = Open().OpenSweeps();
            other.Take(Day, [], (_, _) => null).Should().BeFalse();
            throw new InvalidOperationException("the node dies");
        })).Should().Throw<InvalidOperationException>();

        using var next = Open().OpenSweeps();
        next.Take(Day, [], (_, _) => null).Should().BeTrue();
        next.Left(Day).Should().Be(0);
    }

    private SweepOutcome Sweep(int node, ConcurrentBag<(int Node, DistrictCode District)> judged)
    {
        var registry = Open();
        using var sweeps = registry.OpenSweeps();
        return new Sweep(registry, sweeps, snapshot =>
        {
            judged.Add((node, snapshot.View.Code));
            Thread.Sleep(20);
            return PlanRegistry.Rules.Judge.JudgementOf(snapshot, 1);
        }, Clock).Run(Day, workers: 1);
    }
}
