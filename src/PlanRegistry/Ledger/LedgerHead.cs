using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

public readonly record struct LedgerHead(DistrictCode District, int Seq)
{
    public override string ToString() => $"{District}:{Seq}";
}
