using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>
/// One step that an amendment owes. Taken: yes, no, or null where the records leave it open (an agency or an order of days not recorded).
/// </summary>
public sealed record RouteStep(Text Name, bool? Taken, Act? Act = null)
{
    /// <summary>The act that takes it, and whose it is; null of what is no act.</summary>
    public (ActType Type, Agency? Taker)? Way { get; init; }
}
