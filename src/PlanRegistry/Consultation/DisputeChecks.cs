using PlanRegistry.Ledger;
using PlanRegistry.Records;
using static PlanRegistry.Consultation.ConsultationProblem;

namespace PlanRegistry.Consultation;

/// <summary>Whether a dispute may be recorded, and a step of it.</summary>
public static class DisputeChecks
{
    /// <summary>One side does not settle a dispute by saying so: there are minutes, a decision, or a letter of the other.</summary>
    internal static Problem NoPaper { get; } = At("document", "定论应当登记会议纪要、协调决定或者对方复函等文件；没有文件的，争议尚未解决，应当随送审稿说明。",
        "A dispute is settled by a document: minutes, a decision, or a letter of the other side. Without one it is not settled, "
            + "and is told with what is submitted.", "重大行政决策程序暂行条例 第十三条");

    public static IEnumerable<Problem> Opening(RegistryView view, Dispute dispute) =>
        (dispute.Opinions ?? []).Select(key => ConsultationBook.Opinion(view, key)).OfType<Opinion>()
            .Where(o => view.Canonical(o.Plan) != view.Canonical(dispute.Plan))
            .Select(o => At("opinions", $"意见“{o.Code}”不是对本规划的意见。", $"The opinion {o.Code} is not about this plan."));

    /// <param name="dispute">With every step that is recorded.</param>
    public static IEnumerable<Problem> Stepping(DisputeOnDay dispute, DisputeStep step)
    {
        if (dispute.Settlement is { } settled)
        {
            yield return At("dispute", $"争议“{dispute.Dispute.Code}”已于{settled.On.InWords().Zh}定论。",
                $"The dispute {dispute.Dispute.Code} was settled on {settled.On}.");
        }
        if (step.On.IsBefore(dispute.Dispute.OpenedOn) == true)
        {
            yield return At("on", $"日期{step.On.InWords().Zh}早于提出争议的{dispute.Dispute.OpenedOn.InWords().Zh}。",
                $"The day {step.On} is before the dispute was raised, on {dispute.Dispute.OpenedOn}.");
        }
        if (step is { Stage: DisputeStage.Settled, Conclusion: null })
        {
            yield return At("conclusion", "定论应当写明结果。", "Say what a dispute was settled to.");
        }
        else if (step is { Stage: DisputeStage.Settled, Document: null })
        {
            yield return NoPaper;
        }
        if (step.Stage == DisputeStage.Told && dispute.MissingParts is { Count: > 0 } missing)
        {
            yield return At("dispute", $"随送审稿说明争议，应当写明四项内容，现缺少{Text.Join(missing).Zh}。",
                $"What is told of a dispute with a submission has four parts; it lacks {Text.Join(missing).En}.", "重大行政决策程序暂行条例 第十三条");
        }
    }
}
