using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>waivers.csv: a finding tells its rule and plan or list; a row without a code is known by document and scope.</summary>
internal static class WaiverRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Waiver>();
    private static readonly Column Rule = Shape.Of(nameof(Waiver.Rule));
    private static readonly Column Plan = Shape.Of(nameof(Waiver.Plan));
    private static readonly Column List = Shape.Of(nameof(Waiver.List));
    private static readonly Column Finding = Shape.Of(nameof(Waiver.Finding));
    private static readonly Column From = Shape.Of(nameof(Waiver.From));
    private static readonly Column To = Shape.Of(nameof(Waiver.To));
    private static readonly Column Revocation = Shape.Of(nameof(Waiver.Revocation));

    public static PackTable Table { get; } = new(Shape)
    {
        Defaults =
        [
            (Rule, row => row.Text(nameof(Waiver.Finding))?.Split('|')[0]), (Plan, PlanOf), (List, ListOf),
            (Shape.Of(nameof(Waiver.Code)), CodeOf),
        ],
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Rule] = (_, value) => ExemptionRows.CheckRule(Rule, value, (string)value),
            [Finding] = (_, value) => FindingKeys.Read(Finding, (string)value),
        },
        CheckRow = Fit,
    };

    private static object? PlanOf(ReadRow row) => row[List] is null && Subjects<Plan>(row) is { Count: > 0 } plans ? plans[0] : null;

    private static object? ListOf(ReadRow row) =>
        row[Plan] is null && Subjects<DirectoryList>(row) is { Count: > 0 } lists ? lists[0] : null;

    private static object? CodeOf(ReadRow row)
    {
        var home = row.Context.Home;
        var about = row.Get<Key<Plan>>(nameof(Waiver.Plan))?.Within(home) ?? row.Get<Key<DirectoryList>>(nameof(Waiver.List))?.Within(home);
        return row.Get<Key<Document>>(nameof(Waiver.Document)) is not { } document ? null
            : $"{document.Within(home)}|{row.Text(nameof(Waiver.Finding)) ?? $"{row.Text(nameof(Waiver.Rule))}|{about}"}";
    }

    /// <summary>Of one plan or one list; a finding is one of that rule, and about that plan or list.</summary>
    private static void Fit(ReadRow row)
    {
        if (row.IsRefused)
        {
            return;
        }
        if (row[From] is PartialDate from && row[To] is PartialDate to && to.IsBefore(from) == true && row[Revocation] is null)
        {
            row.Refuse(To, Refusals.Before(To, to.ToString(), From, from.ToString()));
        }
        if (row[Plan] is null == row[List] is null)
        {
            row.Refuse(Plan, Refusals.Invalid(null, "暂缓整改针对一个规划或者一个目录清单，请填写其中一项。",
                "a waiver is of one plan or of one list: fill in one of the two."));
        }
        else if (row[Finding] is string finding && (finding.Split('|')[0] != row[Rule] as string
            || !(row[Plan] is Key<Plan> plan ? Subjects<Plan>(row).Contains(plan)
                : Subjects<DirectoryList>(row).Contains((Key<DirectoryList>)row[List]!))))
        {
            row.Refuse(Finding, Refusals.Invalid(null, "问题与所填的规则、规划或者目录清单不符。",
                "the finding is none of that rule on that plan or list."));
        }
    }

    /// <summary>The plans or lists among the subjects of the finding.</summary>
    private static List<Key<T>> Subjects<T>(ReadRow row) where T : Record => row.Text(nameof(Waiver.Finding)) is not { } finding ? []
        : [.. finding.Split('|').Skip(1).Select(s => s.Split('/', 3)).Where(p => p.Length == 3 && p[1] == RecordShape.Of<T>().Table)
            .Select(p => Key<T>.TryParse($"{p[0]}:{p[2]}", row.Context.Home, out var key) ? key : default).Where(k => k != default)];
}
