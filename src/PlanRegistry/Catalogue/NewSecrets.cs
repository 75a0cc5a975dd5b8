using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// A plan that becomes secret while its content stands recorded: that must be withdrawn first, or the registry would keep holding it.
/// </summary>
internal static class NewSecrets
{
    public static IEnumerable<(Plan Plan, Problem Refusal)> Check(RegistryView view, IReadOnlyList<Change> changes)
    {
        var becoming = changes.Where(c => c is { Recorded: Plan { IsSecret: true }, Retired: Plan { IsSecret: false } })
            .Select(c => (Plan)c.Recorded!).ToList();
        if (becoming.Count == 0)
        {
            return [];
        }
        var retired = new HashSet<Record>(changes.Select(c => c.Retired).OfType<Record>(), ReferenceEqualityComparer.Instance);
        var standing = view.Own.All.Where(r => !retired.Contains(r) && Tables.Of(r) is not null).ToList();
        return becoming.SelectMany(plan => standing.Where(r => Names(r, plan) && Secrets.HasContent(r))
            .Select(r => RecordShape.Of(r.GetType()).Named).Distinct()
            .Select(table => (plan, Refusals.SecretStanding(table))));
    }

    private static bool Names(Record record, Plan plan) => record is not Document
        && RecordShape.Of(record.GetType()).Columns
            .Any(c => c.References == typeof(Plan) && c.Read(record)?.Split(';').Contains(plan.Key.ToString()) == true);
}
