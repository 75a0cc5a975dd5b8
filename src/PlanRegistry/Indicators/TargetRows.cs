using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>targets.csv: of the plan's last year where no year is said; an approved version is fixed.</summary>
internal static class TargetRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Target>();
    private static readonly Column Unit = Shape.Of(nameof(Target.Unit));

    public static PackTable Table { get; } = new(Shape)
    {
        Defaults = [(Shape.Of(nameof(Target.TargetYear)), LastYear)],
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>> { [Unit] = UnitRows.Known(Unit) },
        Guard = ApprovedContent.RefuseTarget,
    };

    private static object? LastYear(ReadRow row) => row.Get<Key<Plan>>(nameof(Target.Plan)) is not { } key ? null
        // The plan's own row is refused, and said to be: its targets need no second complaint.
        : PlansAtHand.Of(row.Context).LastYearOf(key) ?? 2000;
}
