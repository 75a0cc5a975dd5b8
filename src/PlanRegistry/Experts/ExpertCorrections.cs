using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Experts;

/// <summary>
/// Whether a draw or an expert's opinion may be corrected or withdrawn: by the reform commission and with a document, since a word on a
/// plan is not its drafter's to change; and who was asked for what is corrected by nobody.
/// </summary>
public static class ExpertCorrections
{
    private const string Silent = "本系统默认";

    private static readonly string[] Fixed =
        [nameof(ExpertDraw.Plan), nameof(ExpertDraw.About), nameof(ExpertDraw.Expert), nameof(ExpertDraw.LotOf)];

    /// <param name="isCommission">For the reform commission, or as the operator of a registry without accounts.</param>
    public static Problem? Objection(Change change, bool isCommission, string? document) =>
        change.Retired is not (ExpertDraw or ExpertOpinion) ? null
        : !isCommission ? Refuse("id", "专家抽取结果和专家意见由区发展改革委凭文件更正或者撤销，编制部门不能更正。",
            "Draws and opinions of experts are corrected or withdrawn by the reform commission with a document, "
                + "and not by who drafts the plan.")
        : string.IsNullOrWhiteSpace(document) ? Refuse("document", "更正或者撤销专家抽取结果、专家意见，须写明依据文件。",
            "Name the document by which a draw or an expert's opinion is corrected or withdrawn.")
        : change.Recorded is { } now && RecordShape.Of(now.GetType()).Columns
            .FirstOrDefault(c => Fixed.Contains(c.Property) && !c.Same(now, change.Retired)) is { } column
            ? Refuse("values", $"{column.Label}登记后不能更正：登记有误的，请撤销这一记录后重新抽取、指定或者登记。",
                $"{column.Name} cannot be corrected once it is recorded: withdraw the record, and draw, appoint or record anew.")
        : null;

    private static Problem Refuse(string field, string zh, string en) =>
        new(ProblemCode.NotAllowed, new Text(zh, en), [field], Silent);
}
