using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What capabilities hold fast: changes that an ordinary command may not make.</summary>
internal static class Guards
{
    public static IEnumerable<(Column? Column, Problem Refusal)> Refuse(RegistryView view, Change change) =>
        Tables.Of((change.Recorded ?? change.Retired)!)?.Guard?.Invoke(view, change) ?? [];
}
