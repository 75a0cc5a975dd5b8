using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Storage;

/// <summary>The contract holds when something goes wrong on the way.</summary>
public abstract class FaultyHomeTests(Fault fault) : StorageContract
{
    private FaultyHome? faulty;
    private Registry? other;
    private int rivals;

    protected override IStorage Home() => faulty = new FaultyHome(base.Home(), fault, district =>
        (other ??= Registry.Open(base.Home(), Clock)).Execute(
            By(district, "rival"),
            _ => Decision.Write([Change.Record(PlanOf(district, $"RIVAL-{Interlocked.Increment(ref rivals)}", "他人的规划"))])));

    protected override void Dispose(bool disposing)
    {
        other?.Dispose();
        base.Dispose(disposing);
        faulty!.Struck.Should().BePositive("a fault that never struck tests nothing");
    }
}

public sealed class EntriesThatNeverArriveTests() : FaultyHomeTests(Fault.BeforeAppend);

public sealed class EntriesThatBreakOffTests() : FaultyHomeTests(Fault.BeforeCommit)
{
    [Fact]
    public void The_seq_is_free_again()
    {
        Land("k-1", "P-1").Entry!.Seq.Should().Be(1);

        Storage.Load(new LedgerHead(Kaizhou, 1)).Of<Plan>().Should().ContainSingle();
    }
}

public sealed class AnswersThatAreLostTests() : FaultyHomeTests(Fault.AfterCommit)
{
    [Fact]
    public void Who_asks_again_gets_the_answer_that_was_lost()
    {
        var answer = Land("k-1", "P-1");

        answer.Replayed.Should().BeTrue();
        answer.Entry!.Seq.Should().Be(1);
        answer.Recorded.Should().ContainSingle(r => r.RecordCode == "P-1");
    }
}

public sealed class SeqsThatAreTakenTests() : FaultyHomeTests(Fault.SeqTaken)
{
    [Fact]
    public void A_command_is_decided_again_on_what_the_other_wrote()
    {
        var landed = Land("k-1", "P-1");

        landed.Entry!.Vector.Should().Be("500154:1");
        Titles(landed.Before).Should().Equal("他人的规划");
        Titles(landed.After).Should().Equal("交通规划", "他人的规划");
    }
}

public sealed class ReadingsThatFailTests() : FaultyHomeTests(Fault.Reading);
