using PlanRegistry.Approval;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>plans.csv: known by code and title; a row without a code is matched or given one; columns of days stand for acts.</summary>
internal static class PlanRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Plan>();
    private static readonly Column Code = Shape.Of(nameof(Plan.Code));

    internal static Naming<Plan> Names { get; } = new PlanNames
    {
        Fold = TitleKey.WithHorizon,
        Unknown = ProblemCode.UnknownPlan,
        // A stub and the real plan that hides it are one plan, unless the code itself was given.
        Canonical = (view, key) => view.Canonical(key),
        Recorded = view => view.Plans.Select(p => (p.Key, Called(p.Title, p.Horizon)))
            .Concat(view.All<SuperiorPlan>().Select(s => (s.Key, Called(s.Title, s.Horizon)))),
    };

    public static PackTable Table { get; } = new(Shape)
    {
        Naming = Names,
        Defaults =
        [
            (Code, row => row.GivenCode),
            (Shape.Of(nameof(Plan.Tier)), row => DistrictRows.TierOf(row.Context)),
            (Shape.Of(nameof(Plan.Secrecy)), row => row.IsSecret ? Secrecy.Secret : Secrecy.Public),
        ],
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>> { [Code] = (_, value) => CheckCode(Code, value) },
        Shorthand = ShorthandActs.OfPlans,
        Guard = ApprovedContent.RefusePlan,
    };

    /// <summary>
    /// By its title with its horizon, said or not, before its title alone: （2021—2025年） after a title tells two plans of one title apart.
    /// </summary>
    internal static IReadOnlyList<IEnumerable<string>> Called(string title, Horizon? horizon) =>
    [
        [title, .. horizon is { } years ? AgencyRows.Some($"{TitleKey.Of(title)}({years.From}-{years.To})") : []],
        [TitleKey.Of(title)],
    ];

    internal static CellValue CheckCode(Column column, object value) => PlanCodes.IsValid((string)value) ? CellValue.Of(value)
        : Refusals.NotA(column, (string)value,
            "不是规划代码：由1至64个字母、汉字、数字或“.”“_”“-”组成",
            "is no plan code: 1 to 64 letters, digits, \".\", \"_\" or \"-\"");

    /// <summary>The rows of both files of plans are named together: either may lend the other a code.</summary>
    private sealed class PlanNames : Naming<Plan>
    {
        internal override void Learn(IntakeContext context, Sheet sheet) => PlansAtHand.Of(context);
    }
}
