using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>submission_items.csv: a paper of another kind, or of other plans alone, is none of this plan's.</summary>
internal static class SubmissionRows
{
    private const string Clause = "开州府办发〔2020〕95号 三、(三)";
    private static readonly RecordShape Shape = RecordShape.Of<SubmissionItem>();
    private static readonly Column Document = Shape.Of(nameof(SubmissionItem.Document));

    public static PackTable Table { get; } = new(Shape) { CheckRow = Check };

    private static void Check(ReadRow row)
    {
        if (row.Get<Key<Document>>(nameof(SubmissionItem.Document)) is not { } key
            || row.Get<Key<Plan>>(nameof(SubmissionItem.Plan)) is not { } plan
            || row.Get<SubmissionPaper>(nameof(SubmissionItem.Paper)) is not { } paper
            || DocumentOf(row.Context, key) is not { } document)
        {
            return;
        }
        if (SubmissionPapers.ToldBy(document.Kind) is { Count: > 0 } told && !told.Contains(paper))
        {
            var what = Text.Join(told.Select(p => Terms.Of(p)));
            row.Refuse(Document, new Problem(ProblemCode.InvalidValue, new Text(
                $"文件{document.Named.Zh}是{what.Zh}，不能作为{Terms.Of(paper).Zh}；请登记相应的文件。",
                $"the document {document.Named.En} is the {what.En}, not the {Terms.Of(paper).En}: add the paper that is."),
                [], Clause));
        }
        else if (document.Plans is { Count: > 0 } named && !named.Any(p => p == row.Context.View.Canonical(plan)))
        {
            row.Refuse(Document, new Problem(ProblemCode.InvalidValue, new Text(
                $"文件{document.Named.Zh}写明的是其他规划，不能作为本规划的{Terms.Of(paper).Zh}；请登记本规划的文件。",
                $"the document {document.Named.En} names other plans, so it is no {Terms.Of(paper).En} of this one: add this plan's."),
                [], Clause));
        }
    }

    private static Document? DocumentOf(IntakeContext context, Key<Document> key) =>
        (key.District == context.Home ? context.Learned<Document>(key.Code) : null) ?? context.View.Document(key);
}
