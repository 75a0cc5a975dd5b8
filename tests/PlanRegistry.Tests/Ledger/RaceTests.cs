using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Storage;

namespace PlanRegistry.Tests.Ledger;

/// <summary>Several writers on one file: threads of a process, and instances as two processes would have them.</summary>
public sealed class RaceTests : LedgerTest
{
    [Fact]
    public void A_second_instance_sees_a_write_at_once()
    {
        var other = Open();
        other.View(Kaizhou).Should().BeNull();

        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        Titles(other.View(Kaizhou)).Should().Equal("交通规划");

        Retitle("P-1", "综合交通规划");
        TestHome.WhenHeard(() => Titles(other.View(Kaizhou)).First() == "综合交通规划");
        Titles(other.View(Kaizhou)).Should().Equal("综合交通规划");
    }

    [Fact]
    public void A_writer_who_was_second_decides_again_on_a_fresh_view()
    {
        var other = Open();
        var seen = new List<int>();

        var result = Registry.Execute(By(Kaizhou), view =>
        {
            seen.Add(view.Own.Seq);
            if (seen.Count == 1)
            {
                other.Execute(By(Kaizhou) with { Actor = Actor.Named("wang") },
                    _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-1", "交通规划"))]));
            }
            return Decision.Write([Change.Record(PlanOf(Kaizhou, "P-2", "水利规划"))]);
        });

        seen.Should().Equal(0, 1);
        result.Entry!.Vector.Should().Be("500154:1");
        Titles(Registry.View(Kaizhou)).Should().Equal("交通规划", "水利规划");
    }

    [Fact]
    public void A_writer_who_is_always_second_is_told_so()
    {
        var other = Open();
        var tries = 0;

        var result = Registry.Execute(By(Kaizhou), _ =>
        {
            other.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, $"X-{++tries}", "交通规划"))]));
            return Decision.Write([Change.Record(PlanOf(Kaizhou, "P-1", "水利规划"))]);
        });

        result.Problems.Should().ContainSingle().Which.Message.En
            .Should().Be("Others wrote to the ledger of 500154 first, 20 times in a row; try again.");
        tries.Should().Be(20);
    }

    [Fact]
    public void Writers_that_race_all_land_in_order_and_readers_never_see_half_an_entry()
    {
        const int writers = 4, each = 15;
        var instances = new[] { Open(), Open() };
        var landed = new System.Collections.Concurrent.ConcurrentBag<int>();

        Parallel.For(0, writers * 2, new ParallelOptions { MaxDegreeOfParallelism = writers * 2 }, n =>
        {
            var registry = instances[n % 2];
            for (var i = 0; i < each; i++)
            {
                if (n < writers)
                {
                    landed.Add(registry.Execute(By(Kaizhou), _ => Decision.Write(Pair(n, i).Select(Change.Record))).Entry!.Seq);
                }
                else if (registry.View(Kaizhou) is { } view)
                {
                    view.Own.Of<Plan>().Should().HaveCount(view.Own.Seq * 2);
                }
            }
        });

        landed.Order().Should().Equal(Enumerable.Range(1, writers * each));
        using var storage = Home();
        Verification.Of(storage).Broken.Should().BeNull();
    }

    [Fact]
    public void Two_that_send_the_same_command_at_once_get_one_entry()
    {
        var instances = new[] { Open(), Open() };
        var header = By(Kaizhou) with { IdempotencyKey = "k-1", InputHash = "aa" };
        var seqs = new int[8];

        Parallel.For(0, seqs.Length, n =>
            seqs[n] = instances[n % 2].Execute(header, _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-1", "交通规划"))])).Entry!.Seq);

        seqs.Should().AllBeEquivalentTo(1);
        Registry.Head(Kaizhou).Should().Be(1);
    }

    [Fact]
    public void Two_instances_that_start_on_a_new_file_at_once_make_one_schema()
    {
        Parallel.For(0, 4, _ => Registry.Open(Home(), Clock).Dispose());

        Write(PlanOf(Kaizhou, "P-1", "交通规划")).Entry!.Seq.Should().Be(1);
    }

    private static Plan[] Pair(int writer, int i) => [PlanOf(Kaizhou, $"A-{writer}-{i}", "甲"), PlanOf(Kaizhou, $"B-{writer}-{i}", "乙")];
}
