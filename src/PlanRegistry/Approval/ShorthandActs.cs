using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>Columns of plans.csv that stand for acts; each makes the act CODE/COLUMN.</summary>
internal static class ShorthandActs
{
    private static readonly ColumnName DraftingFrom = new("drafting_from", "编制起日");
    private static readonly ColumnName ApprovedOn = new("approved_on", "批准日期");
    private static readonly ColumnName ApprovalDocument = new("approval_document", "批准文件");
    private static readonly ColumnName PublishedOn = new("published_on", "发布日期");

    public static Shorthand OfPlans { get; } =
        new([DraftingFrom, ApprovedOn, ApprovalDocument, PublishedOn], (row, record) => Read(row, (Plan)record), ColumnOf);

    private static IEnumerable<Act> Read(ReadRow row, Plan plan)
    {
        var document = DocumentOf(row);
        foreach (var column in new[] { DraftingFrom, ApprovedOn, PublishedOn })
        {
            if (row.Raw(column.Name) is not { } raw)
            {
                continue;
            }
            var day = Cells.Date(column, raw);
            if (day.Refusal is { } refusal)
            {
                row.Refuse(column.Name, refusal);
                continue;
            }
            var type = TypeOf(column, plan);
            var on = (PartialDate)day.Value!;
            yield return new Act
            {
                Home = row.Context.Home,
                Code = $"{plan.Code}/{column.Name}",
                Plan = plan.Key,
                Type = type,
                On = on,
                Agency = ActAgencies.Of(row.Context).For(type, plan.Key, on),
                About = ActAbout.Plan,
                Document = column == ApprovedOn ? document : null,
            };
        }
    }

    /// <summary>The column an act came from; null for an act with a code of another kind.</summary>
    private static string? ColumnOf(Record record) =>
        record is Act act ? OfPlans.Columns.Select(c => c.Name).FirstOrDefault(c => act.Code == $"{act.Plan.Code}/{c}") : null;

    private static ActType TypeOf(ColumnName column, Plan plan) =>
        column == DraftingFrom ? ActType.DraftingStarted
        : column == PublishedOn ? ActType.Published
        : ApprovalOf(plan);

    private static ActType ApprovalOf(Plan plan) => plan.Kind == PlanKind.Development ? ActType.CongressApproved : plan.ApprovalLevel switch
    {
        ApprovalLevel.Congress => ActType.CongressApproved,
        ApprovalLevel.Government => ActType.GovernmentApproved,
        ApprovalLevel.Department => ActType.DepartmentApproved,
        ApprovalLevel.Municipal => ActType.MunicipalApproved,
        _ => plan.Kind == PlanKind.Spatial ? ActType.MunicipalApproved : ActType.GovernmentApproved,
    };

    private static Key<Document>? DocumentOf(ReadRow row)
    {
        if (row.Raw(ApprovalDocument.Name) is not { } raw)
        {
            return null;
        }
        var document = DocumentRows.Named(row.Context, ApprovalDocument, raw);
        if ((document.Refusal ?? Secrets.Unregistered(row, ApprovalDocument, document.Value)) is { } refusal)
        {
            row.Refuse(ApprovalDocument.Name, refusal);
            return null;
        }
        if (row.Raw(ApprovedOn.Name) is null)
        {
            row.Refuse(ApprovalDocument.Name, Refusals.Needs(ApprovalDocument, ApprovedOn));
        }
        return (Key<Document>)document.Value!;
    }
}
