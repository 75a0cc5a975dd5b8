using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// What is lacking to prove that a plan was approved before listing was demanded: an approval of a body entitled to it, its document, of
/// that time and from that body, and no drafting since. One cell that says an earlier day proves nothing.
/// </summary>
internal static class PriorApproval
{
    public static IEnumerable<Text> Gaps(PlanOnDay plan, DateOnly listingFrom)
    {
        if (plan.History.Approval is not { } approval)
        {
            yield return plan.ActsAbout(ActAbout.Plan).FirstOrDefault(a => plan.History.IsApproval(a) is null) is { } open
                ? plan.History.WordOf(open).Why
                : new("未录入有权单位的批准", "no approval of a body entitled to it is recorded");
            yield break;
        }
        var word = Entitlement.Of(plan.Snapshot.View, Matter.PlanApproval, approval);
        if (!word.IsGiven)
        {
            yield return word.Why;
        }
        foreach (var gap in plan.Snapshot.View.Document(approval.Document) is { } paper
            ? PaperGaps(plan, approval, paper, listingFrom)
            : [new Text("批准文件未录入", "its approval document is not recorded")])
        {
            yield return gap;
        }
        if (plan.Acts.FirstOrDefault(a => a.About == ActAbout.Plan && a.Type is ActType.DraftingStarted or ActType.Submitted
            && a.On.Last >= listingFrom) is { } later)
        {
            yield return new($"另有{later.On.InWords().Zh}{Terms.Of(later.Type).Zh}的记录",
                $"another act is recorded on {later.On}: {Terms.Of(later.Type).En}");
        }
    }

    private static IEnumerable<Text> PaperGaps(PlanOnDay plan, Act approval, Document paper, DateOnly listingFrom)
    {
        var (view, name) = (plan.Snapshot.View, new Text($"批准文件{paper.Named.Zh}", $"the approval document {paper.Named.En}"));
        if (Bodies.Of(view).DoubtAbout(paper, approval.Agencies, name, new("批准单位", "the approver")) is { } doubt)
        {
            yield return doubt;
        }
        if (!(paper.IssuedOn?.Last < listingFrom))
        {
            yield return paper.IssuedOn is { } day
                ? new($"{name.Zh}{day.InWords().Zh}才印发", $"{name.En} was issued on {day} only")
                : new($"{name.Zh}的印发日期未录入", $"the day of {name.En} is not recorded");
        }
    }
}
