using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>superior_plans.csv: named together with plans.csv, of any district but the pack's own.</summary>
internal static class SuperiorPlanRows
{
    private static readonly RecordShape Shape = RecordShape.Of<SuperiorPlan>();
    private static readonly Column Code = Shape.Of(nameof(SuperiorPlan.Code));
    private static readonly Column District = Shape.Of(nameof(SuperiorPlan.District));

    public static PackTable Table { get; } = new(Shape)
    {
        Naming = PlanRows.Names,
        Defaults = [(Code, row => row.GivenCode)],
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Code] = (_, value) => PlanRows.CheckCode(Code, value),
            [District] = (context, value) => (DistrictCode)value != context.Home ? CellValue.Of(value)
                : Refusals.NotA(District, $"{value}", "是本行政区：本区规划应登记在plans.csv", "is this district itself: its plans stand in plans.csv"),
        },
    };
}
