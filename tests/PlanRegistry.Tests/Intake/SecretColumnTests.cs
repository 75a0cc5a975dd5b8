using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Intake;

/// <summary>
/// Walks every column of every table of a pack: the row of a secret plan may say what its columns allow, and nothing else.
/// </summary>
public sealed class SecretColumnTests : IntakeTest
{
    private const string Secret = "某基地防护规划";
    private const string Plan = "X-1";

    /// <summary>The columns that people may fill of a secret plan: an allow-list, to be read whole when one is added.</summary>
    private static readonly Dictionary<string, string> Told = new()
    {
        ["acts"] = "about against agency co_agencies copied_on copies document hosts on override plan recipients result type version year",
        ["alignment_answers"] = "answer plan point",
        ["alignment_opinions"] = "against agency document on plan requested_on result",
        ["amendments"] = "evaluation plan proposed_on version",
        ["directory_entries"] =
            "co_lead_agencies due dropped eia_needed eia_opinion horizon_from "
                + "horizon_to kind lead_agency list plan water_needed water_opinion",
        ["documents"] = "co_issuers issued_on issuer on_behalf_of plans secrecy",
        ["entry_applications"] =
            "applicant applied_on approval_level basis co_lead_agencies daily_work due eia_needed eia_opinion "
                + "horizon_from horizon_to kind lead_agency list needs_government overall_importance plan "
                + "resubmitted_on water_needed water_opinion year",
        ["exemptions"] = "document from issuer plan rules to",
        ["funding"] = "amount arranged_on budget_year budgeted money plan purpose requested_on spent_on",
        ["plans"] =
            "approval_level approver co_lead_agencies daily_work horizon_from horizon_to "
                + "importance kind lead_agency lead_from municipal_filing secrecy tier vision_year",
        ["submission_items"] = "document on paper plan",
    };

    public static TheoryData<string> About => [.. Tables.Packs.Where(IsAboutPlans).Select(t => t.Table)];

    [Theory]
    [MemberData(nameof(About))]
    public void Only_what_is_allowed_by_name_is_told_of_a_secret_plan(string table) =>
        string.Join(' ', Tables.ByName(table)!.Shape.Columns.Where(c => c.WhenSecret == WhenSecret.Told)
            .Select(c => c.Name).Order(StringComparer.Ordinal))
            .Should().Be(string.Join(' ', Told.GetValueOrDefault(table, "").Split(' ').Order(StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(About))]
    public void Every_other_column_is_refused_and_its_text_is_not_repeated(string table)
    {
        var view = Kai(File("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy", $"{Plan},涉密规划,SPECIAL,2021,2025,SECRET"),
            File("directory_lists.csv", "code,track,year", "L-1,COMBINED,2021"));
        foreach (var column in Tables.ByName(table)!.Shape.Columns.Where(c => c.WhenSecret != WhenSecret.Told))
        {
            var result = RowIntake.Set(view, [Row(Tables.ByName(table)!, column)]);

            result.Problems.Should().Contain(p => p.Code == ProblemCode.SecretContentRefused,
                $"{table}.{column.Name} may not be told of a secret plan");
            string.Join('\n', result.Problems.Select(p => $"{p} {p.Message.Zh} {p.Value}")).Should().NotContain(Secret);
        }
    }

    /// <summary>A row about the secret plan that fills what it must, and one column more.</summary>
    private static Sheet Row(PackTable table, Column column)
    {
        Column[] columns = [.. table.Shape.Columns.Where(c => c == column || c.IsRequired || c.Type == typeof(Secrecy) || NamesPlan(c))];
        return new Sheet(table.Table, table.File, [.. columns.Select(c => c.Name)],
            [new SheetRow(2, [.. columns.Select(c => Text(table, c, c == column))])]);
    }

    private static string Text(PackTable table, Column column, bool isTried) =>
        column.Type == typeof(Secrecy) ? "SECRET"
        : column.References == typeof(Plan) ? Plan
        : column.References == typeof(Agency) ? "GOV"
        : column.References == typeof(Document) ? "开州府发〔2021〕9号"
        : column.References == typeof(Indicator) ? "FOREST"
        : column.References == typeof(DirectoryList) ? "L-1"
        : column.Type == typeof(PlanVersion) ? "DEV-2021"
        : column.Type == typeof(int) ? column.IsYear ? "2025" : "1"
        : column.Type == typeof(decimal) ? "1"
        : column.Type == typeof(bool) ? "yes"
        : column.Type == typeof(PartialDate) ? "2021-05"
        : column.Type == typeof(DistrictCode) ? "500155"
        : column.Type.IsEnum ? Names.Of(Enum.GetValues(column.Type).Cast<Enum>().First())
        : column.IsKey && !isTried ? $"{table.Table}-9"
        : isTried ? Secret
        : "涉密规划";

    private static bool NamesPlan(Column column) => column.References == typeof(Plan) && !column.IsList;

    private static bool IsAboutPlans(PackTable table) => table.Shape.Columns.Any(c => NamesPlan(c) || c.Type == typeof(Secrecy));
}
