using PlanRegistry.Approval;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>
/// One step that an amendment owes. Taken: yes, no, or null where the records leave it open (an agency or an order of days not recorded).
/// </summary>
public sealed record RouteStep(Text Name, bool? Taken, Act? Act = null);
