using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>application_decisions.csv: one that lists names the entry, any other none.</summary>
internal static class ApplicationDecisionRows
{
    private static readonly RecordShape Shape = RecordShape.Of<ApplicationDecision>();
    private static readonly Column[] Entry = [Shape.Of(nameof(ApplicationDecision.List)), Shape.Of(nameof(ApplicationDecision.Entry))];

    public static PackTable Table { get; } = new(Shape)
    {
        CheckRow = row =>
        {
            var lists = row.Get<ApplicationOutcome>(nameof(ApplicationDecision.Outcome)) is ApplicationOutcome.Listed;
            foreach (var column in Entry.Where(c => !row.IsRefusedIn(c) && row[c] is null == lists))
            {
                row.Refuse(column, lists ? Refusals.Blank(column)
                    : Refusals.Invalid(null, $"没有列入的，不填写{column.Label}。", $"{column.Name} is filled in of one that was listed alone."));
            }
        },
    };
}
