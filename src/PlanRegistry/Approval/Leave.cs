using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>越序依据: whether the document by which a step was taken out of order is that of a body that may give leave.</summary>
internal static class Leave
{
    public static Entitlement Of(RegistryView view, Act act) =>
        view.Document(act.Override) is not { } paper ? new(EntitlementState.Unsaid, new("文件未录入", "no document is recorded"))
        : paper.Plans is { Count: > 0 } named && !named.Any(p => view.Canonical(p) == view.Canonical(act.Plan))
            ? new(EntitlementState.Doubtful, new($"文件{paper.Named.Zh}未写明本规划", $"{paper.Named.En} does not name the plan"))
        : SubmissionPapers.ToldBy(paper.Kind) is { Count: > 0 } told ? new(EntitlementState.Doubtful, new(
            $"文件{paper.Named.Zh}是{Text.Join(told.Select(p => Terms.Of(p))).Zh}，不是同意越序办理的文件",
            $"{paper.Named.En} is the {Text.Join(told.Select(p => Terms.Of(p))).En} and gives no such leave"))
        : Entitlement.OfPaper(view, Matter.OutOfOrder, paper);
}
