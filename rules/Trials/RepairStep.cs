using PlanRegistry.Settlement;

namespace PlanRegistry.Rules.Trials;

/// <summary>One act of a repair: what is done, by whom, with which paper, and the earliest day on which it can be.</summary>
public sealed record RepairAct(Text What, Agency? Agency, Text Paper, DateOnly EarliestOn);

/// <summary>A remedy as it would be recorded, to see what it clears.</summary>
/// <param name="Records">What the registry would have of it.</param>
public sealed record RepairStep(Finding Finding, Remedy Remedy, IReadOnlyList<RepairAct> Acts, IReadOnlyList<Record> Records)
{
    /// <summary>Ending a plan clears nearly everything, and concluding a finding mends nothing: they are the last resort.</summary>
    private const int CostOfEnding = 50, CostOfConcluding = 100;

    /// <summary>The day from which all of it is done.</summary>
    public DateOnly DoneOn => Acts.Max(a => a.EarliestOn);

    /// <summary>In acts.</summary>
    public int Cost => Records.OfType<FindingSettlement>().Any(s => s.Kind == SettlementKind.Concluded) ? CostOfConcluding
        : Records.OfType<Act>().Any(a => a.Type == ActType.Withdrawn) ? CostOfEnding
        : Acts.Count;
}
