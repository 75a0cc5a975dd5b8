using PlanRegistry.Ledger;

namespace PlanRegistry.Approval;

/// <summary>越序依据: whether the document by which a step was taken out of order is that of a body that may give leave.</summary>
internal static class Leave
{
    public static Entitlement Of(RegistryView view, Act act) => view.Document(act.Override) is { } paper
        ? Entitlement.OfPaper(view, Matter.OutOfOrder, paper)
        : new(EntitlementState.Unsaid, new("文件未录入", "no document is recorded"));
}
