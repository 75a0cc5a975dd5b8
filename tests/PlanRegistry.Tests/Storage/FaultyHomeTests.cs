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
            By(district, "rival"), _ => Decision.Write([Change.Record(PlanOf(district, $"RIVAL-{Interlocked.Increment(ref rivals)}", "他人的规划"))])));

    protected override void Dispose(bool disposing)
    {
        other?.Dispose();
        base.Dispose(disposing);
        faulty!.Struck.Should().BePositive("a fault that never struck tests nothing");
    }
}

public sealed class EntriesThatNeverArriveTests() : FaultyHomeTests(Fault.BeforeAppend);

public sealed class EntriesThatBreakOffTests() : FaultyHomeTests(Fault.BeforeCommit);

public sealed class AnswersThatAreLostTests() : FaultyHomeTests(Fault.AfterCommit);

public sealed class SeqsThatAreTakenTests() : FaultyHomeTests(Fault.SeqTaken);

public sealed class ReadingsThatFailTests() : FaultyHomeTests(Fault.Reading);
