using Dapper;
using Npgsql;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>What keeps rows from being changed or deleted: the triggers that the schema's steps make, each there and at work.</summary>
internal static class SchemaText
{
    public static Text? Difference(NpgsqlConnection connection)
    {
        var there = connection.Query<(string Name, bool IsOn)>(
            """
            select tgname::text, bool_and(tgenabled in ('O', 'A'))
            from pg_trigger
            where not tgisinternal
            group by tgname
            """).ToDictionary(t => t.Name, t => t.IsOn, StringComparer.Ordinal);
        return Migrations.Triggers.Select(name => !there.TryGetValue(name, out var isOn) ? Gone(name) : isOn ? default(Text?) : Off(name))
            .FirstOrDefault(s => s is not null);
    }

    private static Text? Gone(string name) => new Text($"数据库缺少触发器“{name}”。", $"The trigger '{name}' is gone from the database.");

    private static Text? Off(string name) => new Text($"数据库的触发器“{name}”已停用。", $"The trigger '{name}' of the database is switched off.");
}
