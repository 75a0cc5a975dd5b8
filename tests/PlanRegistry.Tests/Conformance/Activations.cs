using PlanRegistry.Conformance;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

internal static class Activations
{
    /// <summary>
    /// What every single activation says, before one per key is chosen. The rules are written so that there is nothing to choose.
    /// </summary>
    public static IEnumerable<Finding> Of(Snapshot snapshot)
    {
        var parts = Facts.Parts(snapshot.View).Select(p => Judge.Facts.Of(snapshot, p)).ToList();
        return new Hearing(snapshot, Judge.Rules, parts[0]).Of(parts[1..]).Findings;
    }
}
