using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>The papers of a submission: which step brings which, how a document tells that it is one, and whose it is to give.</summary>
internal static class SubmissionPapers
{
    /// <summary>Words of a document's type; what a longer word tells goes before the shorter one within it.</summary>
    private static readonly (SubmissionPaper Paper, string[] Words)[] Kinds =
    [
        (SubmissionPaper.WaterConfirmation, ["水资源"]),
        (SubmissionPaper.EiaConfirmation, ["环评", "环境影响"]),
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

    /// <summary>Which paper a document says that it is, by its type; null where that tells none.</summary>
    public static SubmissionPaper? ToldBy(Document document) => document.Kind is { } kind
        ? Kinds.Where(k => k.Words.Any(w => kind.Contains(w, StringComparison.Ordinal)))
            .Select(k => (SubmissionPaper?)k.Paper).FirstOrDefault()
        : null;

    /// <summary>Of a confirmation whether it is that bureau's; null where the paper may be anybody's.</summary>
    public static Entitlement? WordOf(RegistryView view, SubmissionItem item) =>
        MatterOf(item.Paper) is { } matter && view.Document(item.Document) is { } paper ? Entitlement.OfPaper(view, matter, paper) : null;

    private static Matter? MatterOf(SubmissionPaper paper) => paper switch
    {
        SubmissionPaper.EiaConfirmation => Matter.EiaOpinion,
        SubmissionPaper.WaterConfirmation => Matter.WaterOpinion,
        _ => null,
    };
}
