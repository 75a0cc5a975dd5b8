using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>Rows that hang on a row of another table: what they name is of the plan that they are about.</summary>
internal static class NamedRows
{
    /// <summary>The row of the pack, else the recorded one; null where it is neither, or nothing is named.</summary>
    public static T? Of<T>(ReadRow row, string property) where T : Record => row.Get<Key<T>>(property) is { } key
        ? (row.Context.Learned<T>(key.Code) ?? row.Context.View.Own.FindByKey(typeof(T), key.Code)) as T : null;

    public static void SamePlan<T>(ReadRow row, string property, Func<T, Key<Plan>> planOf) where T : Record
    {
        var column = row.Table.Shape.Columns.First(c => c.References == typeof(Plan));
        if (Of<T>(row, property) is { } above && row[column] is Key<Plan> plan
            && row.Context.View.Canonical(planOf(above)) != row.Context.View.Canonical(plan))
        {
            var named = planOf(above).Within(row.Context.Home);
            row.Refuse(column, Refusals.NotA(column, plan.Within(row.Context.Home),
                $"不是{row.Table.Shape.Of(property).Label}“{row.Get<Key<T>>(property)!.Value.Code}”的规划，应为“{named}”",
                $"is not the plan of {row.Get<Key<T>>(property)!.Value.Code}, which is {named}"));
        }
    }
}
