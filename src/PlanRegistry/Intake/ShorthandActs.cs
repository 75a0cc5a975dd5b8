using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Columns of plans.csv that stand for acts; each makes the act CODE/COLUMN.</summary>
internal static class ShorthandActs
{
    private const string ApprovalDocument = "approval_document";

    public static readonly string[] Columns = ["drafting_from", "approved_on", ApprovalDocument, "published_on"];

    /// <summary>The acts that the row's shorthand columns stand for. A bad cell refuses the row.</summary>
    public static IEnumerable<Act> Read(ReadRow row, Plan plan, Desk desk)
    {
        var document = DocumentOf(row, desk);
        foreach (var column in Columns.Where(c => c != ApprovalDocument))
        {
            if (row.Raw(column) is not { } raw)
            {
                continue;
            }
            var day = Cells.Date(column, raw);
            if (day.Refusal is { } refusal)
            {
                row.Refuse(column, refusal);
                continue;
            }
            var type = TypeOf(column, plan);
            var on = PartialDate.Parse(day.Text!);
            yield return new Act
            {
                Home = desk.Home,
                Code = IdOf(plan, column),
                Plan = plan.Key,
                Type = type,
                On = on,
                Agency = desk.AgencyOf(type, plan.Key, on),
                About = ActAbout.Plan,
                Document = column == "approved_on" ? document : null,
            };
        }
    }

    public static string IdOf(Plan plan, string column) => $"{plan.Code}/{column}";

    /// <summary>The column an act came from; null for an act with an id of another kind.</summary>
    public static string? ColumnOf(Act act) => Columns.FirstOrDefault(c => act.Code == $"{act.Plan.Code}/{c}");

    private static ActType TypeOf(string column, Plan plan) => column switch
    {
        "drafting_from" => ActType.DraftingStarted,
        "published_on" => ActType.Published,
        _ => ApprovalOf(plan),
    };

    private static ActType ApprovalOf(Plan plan) => plan.Kind == PlanKind.Development ? ActType.CongressApproved : plan.ApprovalLevel switch
    {
        ApprovalLevel.Congress => ActType.CongressApproved,
        ApprovalLevel.Government => ActType.GovernmentApproved,
        ApprovalLevel.Department => ActType.DepartmentApproved,
        ApprovalLevel.Municipal => ActType.MunicipalApproved,
        _ => plan.Kind == PlanKind.Spatial ? ActType.MunicipalApproved : ActType.GovernmentApproved,
    };

    private static Key<Document>? DocumentOf(ReadRow row, Desk desk)
    {
        if (row.Raw(ApprovalDocument) is not { } raw)
        {
            return null;
        }
        var document = desk.References.Document(ApprovalDocument, raw);
        if (document.Refusal is { } refusal)
        {
            row.Refuse(ApprovalDocument, refusal);
            return null;
        }
        if (row.Raw("approved_on") is null)
        {
            row.Refuse(ApprovalDocument, Refusals.Needs(ApprovalDocument, "approved_on"));
        }
        return Key<Document>.TryParse(document.Text, desk.Home, out var key) ? key : null;
    }
}
