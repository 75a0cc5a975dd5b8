using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;

namespace PlanRegistry.Tests.Ledger;

public sealed class IdempotencyTests : LedgerTest
{
    private int decisions;

    [Fact]
    public void A_retry_gets_the_first_answer_and_writes_nothing()
    {
        var first = Send("k-1", "aa");
        Retitle("P-1", "综合交通规划");

        var again = Send("k-1", "aa");

        again.Replayed.Should().BeTrue();
        again.Entry.Should().Be(first.Entry);
        again.Recorded.Should().Equal(first.Recorded);
        Titles(again.After).Should().Equal("交通规划");
        again.Before.Vector.ToString().Should().Be("500154:0");
        again.After.Vector.ToString().Should().Be("500154:1");
        decisions.Should().Be(1);
        Registry.Head(Kaizhou).Should().Be(2);
    }

    [Fact]
    public void A_retry_after_a_restart_gets_the_first_answer()
    {
        var first = Send("k-1", "aa");

        var again = Open().Execute(Header("k-1", "aa"), _ => throw new InvalidOperationException("decided again"));

        again.Entry.Should().Be(first.Entry);
        again.Recorded.Should().Equal(first.Recorded);
    }

    [Fact]
    public void Another_input_under_the_same_key_is_refused()
    {
        Send("k-1", "aa");

        var other = Send("k-1", "bb");

        other.Entry.Should().BeNull();
        var problem = other.Problems.Should().ContainSingle().Which;
        problem.Code.Should().Be(ProblemCode.IdempotencyConflict);
        problem.Message.En
            .Should().Be("The idempotency key was used for entry 1 of 500154 (import) with another input; use a new key.");
        problem.Message.Zh.Should().Be("该幂等键已用于500154台账第1号（import），本次内容与其不同；请换用新的幂等键。");
        problem.Path.Should().Equal("idempotencyKey");
    }

    [Fact]
    public void A_key_belongs_to_its_actor_and_its_district()
    {
        Send("k-1", "aa");

        var other = Registry.Execute(Header("k-1", "bb") with { Actor = Actor.Named("wang") },
            _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-2", "水利规划"))]));
        var elsewhere = Registry.Execute(Header("k-1", "bb") with { District = Chongqing },
            _ => Decision.Write([Change.Record(PlanOf(Chongqing, "P-3", "市级规划"))]));

        other.Entry!.Seq.Should().Be(2);
        elsewhere.Entry!.Seq.Should().Be(1);
    }

    [Fact]
    public void A_stale_write_is_refused()
    {
        Send("k-1", "aa");
        Retitle("P-1", "综合交通规划");

        var stale = Registry.Execute(By(Kaizhou) with { ExpectedSeq = 1 }, _ => throw new InvalidOperationException("decided"));

        var problem = stale.Problems.Should().ContainSingle().Which;
        problem.Code.Should().Be(ProblemCode.StaleWrite);
        problem.Message.En
            .Should().Be("The ledger of 500154 is at entry 2, not at 1 as this command expects; read it again and decide again.");
        problem.Message.Zh.Should().Be("500154的台账已到第2号，本次提交依据的是第1号；请看过新记入的内容后再次提交。");
        Registry.Head(Kaizhou).Should().Be(2);
    }

    [Fact]
    public void A_write_that_expects_the_head_goes_through()
    {
        Send("k-1", "aa");

        Registry.Execute(By(Kaizhou) with { ExpectedSeq = 1 },
            _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-2", "水利规划"))])).Entry!.Seq.Should().Be(2);
    }

    private static CommandHeader Header(string key, string hash) => By(Kaizhou) with { IdempotencyKey = key, InputHash = hash };

    private Server.Ledger.WriteResult Send(string key, string hash) => Registry.Execute(Header(key, hash), _ =>
        {
            decisions++;
        return Decision.Write([Change.Record(PlanOf(Kaizhou, "P-1", "交通规划"))]);
    });
}
