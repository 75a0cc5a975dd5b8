using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>The papers of a submission: which step brings which, how a document tells that it is one, and whose it is to give.</summary>
public static class SubmissionPapers
{
    /// <summary>Words of a document's type, taken out of it in this order: 水资源论证 is no 论证.</summary>
    private static readonly (SubmissionPaper Paper, string[] Words)[] Kinds =
    [
        (SubmissionPaper.WaterConfirmation, ["水资源论证", "水资源"]),
        (SubmissionPaper.EiaConfirmation, ["环境影响评价", "环评", "环境影响"]),
        (SubmissionPaper.LegalityOpinion, ["合法性"]),
        (SubmissionPaper.PreviousFinalEvaluation, ["总结评估"]),
        (SubmissionPaper.AdoptionTable, ["采纳情况"]),
        (SubmissionPaper.DisputeStatement, ["争议"]),
        (SubmissionPaper.AlignmentOpinion, ["衔接"]),
        (SubmissionPaper.DraftingNote, ["起草说明", "编制说明"]),
        (SubmissionPaper.ArgumentationReport, ["论证"]),
        (SubmissionPaper.ListApproval, ["目录清单", "清单批复"]),
        (SubmissionPaper.Draft, ["送审稿", "草案"]),
    ];

    public static SubmissionPaper? OfStep(ActType step) => step switch
    {
        ActType.Argued => SubmissionPaper.ArgumentationReport,
        ActType.Aligned => SubmissionPaper.AlignmentOpinion,
        ActType.EiaConfirmed => SubmissionPaper.EiaConfirmation,
        ActType.WaterConfirmed => SubmissionPaper.WaterConfirmation,
        ActType.LegalityReviewed => SubmissionPaper.LegalityOpinion,
        _ => null,
    };

    /// <summary>The step that brings the paper; null where none does.</summary>
    public static ActType? StepOf(SubmissionPaper paper) =>
        Enum.GetValues<ActType>().Where(t => OfStep(t) == paper).Cast<ActType?>().FirstOrDefault();

    /// <summary>Which papers a text says that a document is: 规划草案及起草说明 are two.</summary>
    public static IReadOnlyList<SubmissionPaper> ToldBy(string? text)
    {
        List<SubmissionPaper> told = [];
        foreach (var (paper, word) in Kinds.SelectMany(k => k.Words.Select(w => (k.Paper, w))))
        {
            if (text?.Contains(word, StringComparison.Ordinal) == true)
            {
                text = text.Replace(word, "|", StringComparison.Ordinal);
                told.Add(paper);
            }
        }
        return told;
    }

    /// <summary>Whether a paper of the set is what it stands for, and that body's; null where it is and may be anybody's.</summary>
    public static Entitlement? WordOf(RegistryView view, SubmissionItem item) =>
        view.Document(item.Document) is not { } paper ? null
        : !Tells(paper, item.Paper) ? new(EntitlementState.Unsaid, new(
            $"文件{paper.Named.Zh}没有写明文种，看不出是{Terms.Of(item.Paper).Zh}",
            $"the document {paper.Named.En} has no kind that says that it is the {Terms.Of(item.Paper).En}"))
        : MatterOf(item.Paper) is { } matter ? Entitlement.OfPaper(view, matter, paper)
        : null;

    /// <summary>Why a paper is not added to the set: what it is, or whose, its document does not say.</summary>
    public static Problem? Objection(RegistryView view, SubmissionItem item) => AfterApproval(view, item) ?? WordOf(view, item) switch
    {
        null or { IsGiven: true } => null,
        { IsDenied: true } word => Refuse($"{word.Why.Zh}；请登记由有权单位印发的文件。",
            $"{word.Why.En}: add the paper that is issued by the body whose it is."),
        var word => Refuse($"{word.Why.Zh}；请先登记该文件，写明文种（如“{Terms.Of(item.Paper).Zh}”）、印发单位和日期。",
            $"{word.Why.En}: register the document first, with its kind (\"{Terms.Of(item.Paper).Zh}\"), issuer and day."),
    };

    /// <summary>What was approved was submitted with what there was by then.</summary>
    private static Problem? AfterApproval(RegistryView view, SubmissionItem item) =>
        view.Plan(view.Canonical(item.Plan)) is { } plan && view.History(plan.Key).ApprovedOn is { } approved
            && item.On.First > approved.Last
            ? new(ProblemCode.InvalidValue, new Text(
                $"{plan.Named.Zh}已于{approved.InWords().Zh}批准，{item.On.InWords().Zh}的文件不是报批时的要件；内容要改的，请办理调整修订。",
                $"{plan.Named.En} was approved on {approved.InWords().En}: a paper of {item.On.InWords().En} did not go with its "
                    + "submission. What is to change is amended."), ["on"], "开州府办发〔2020〕95号 三、(三)")
            : null;

    private static Problem Refuse(string zh, string en) =>
        new(ProblemCode.InvalidValue, new(zh, en), ["document"], "开州府办发〔2020〕95号 三、(三)");

    /// <summary>By its type, or by its title where the type says nothing of the kind.</summary>
    private static bool Tells(Document document, SubmissionPaper paper) =>
        ToldBy(document.Kind).Contains(paper) || (ToldBy(document.Kind).Count == 0 && ToldBy(document.Title).Contains(paper));

    private static Matter? MatterOf(SubmissionPaper paper) => paper switch
    {
        SubmissionPaper.EiaConfirmation => Matter.EiaOpinion,
        SubmissionPaper.WaterConfirmation => Matter.WaterOpinion,
        SubmissionPaper.AlignmentOpinion => Matter.Alignment,
        SubmissionPaper.LegalityOpinion => Matter.Legality,
        SubmissionPaper.ListApproval => Matter.ListApproval,
        _ => null,
    };
}
