using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage.Sql;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>Tables, indexes and triggers by their text, against those that the migrations make.</summary>
internal static class SchemaText
{
    private static readonly Lazy<IReadOnlyDictionary<(string Kind, string Name), string?>> Made = new(Make);

    public static Text? Difference(SqliteConnection connection)
    {
        var found = Read(connection);
        return Made.Value
            .Select(made => !found.TryGetValue(made.Key, out var text) ? Gone(made.Key)
                : text != made.Value ? Other(made.Key)
                : default(Text?))
            .Concat(found.Keys.Where(key => !Made.Value.ContainsKey(key)).Select(key => (Text?)Foreign(key)))
            .FirstOrDefault(s => s is not null);
    }

    /// <summary>SQLite's own check: what stands in a table and not in its index, or the other way; pages not in order.</summary>
    public static Text? Damage(SqliteConnection connection) =>
        connection.QueryFirst<string>("pragma integrity_check(1)") is var said && said == "ok"
            ? default(Text?)
            : new Text($"数据库已损坏：SQLite提示“{said}”。", $"The database is damaged: SQLite says '{said}'.");

    private static IReadOnlyDictionary<(string Kind, string Name), string?> Make()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Migrations.MakeTable(connection);
        foreach (var migration in Migrations.Steps.All)
        {
            connection.Execute(migration.Sql);
        }
        return Read(connection);
    }

    /// <summary>Statistics, which SQLite keeps when it is asked to (analyze), are nobody's.</summary>
    private static Dictionary<(string Kind, string Name), string?> Read(SqliteConnection connection) =>
        connection.Query<(string Kind, string Name, string? Text)>(
            """
            select type, name, sql
            from sqlite_master
            where name not like 'sqlite\_stat%' escape '\'
            order by name
            """).ToDictionary(o => (o.Kind, o.Name), o => o.Text);

    private static Text? Gone((string Kind, string Name) key) => new Text(
        $"数据库缺少{Word(key.Kind)}“{key.Name}”。", $"The {key.Kind} '{key.Name}' is gone from the database.");

    private static Text? Other((string Kind, string Name) key) => new Text(
        $"数据库的{Word(key.Kind)}“{key.Name}”与本系统建立的不同。",
        $"The {key.Kind} '{key.Name}' of the database is not as plan-registry makes it.");

    private static Text? Foreign((string Kind, string Name) key) => new Text(
        $"数据库中有本系统以外的{Word(key.Kind)}“{key.Name}”。", $"The database has a {key.Kind} '{key.Name}' that is not plan-registry's.");

    private static string Word(string kind) => kind switch
    {
        "table" => "表",
        "index" => "索引",
        "trigger" => "触发器",
        _ => "视图",
    };
}
