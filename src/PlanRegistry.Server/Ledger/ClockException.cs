using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>The clock may be wrong, or has not come so far; one sentence.</summary>
public sealed class ClockException(Text sentence, string code) : SpokenException(sentence, code)
{
    public const string InDoubt = "CLOCK_IN_DOUBT";
    public const string NotYetCertain = "NOT_YET_CERTAIN";
}
