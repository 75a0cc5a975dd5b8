using Dapper;
using Fuzz.Inputs;
using Microsoft.Data.Sqlite;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace Crash;

/// <summary>
/// In each table each column of a row that chance picks is changed behind the registry's back, and a row deleted: all is found.
/// </summary>
public static class TamperSweep
{
    /// <returns>What was not found.</returns>
    public static IReadOnlyList<string> Run(string database, int seed, TextWriter output)
    {
        var missed = new List<string>();
        var tried = 0;
        var copy = database + ".tampered";
        foreach (var table in Tables(database))
        {
            foreach (var column in Columns(database, table).Append(null))
            {
                File.Copy(database, copy, overwrite: true);
                var done = Tamper(copy, table, column, new Chance(seed, ++tried));
                if (Broken(copy) is null)
                {
                    missed.Add($"{done} was not found");
                }
            }
        }
        output.WriteLine($"{tried} rows tampered with (seed {seed}): {tried - missed.Count} found.");
        return missed;
    }

    private static string? Broken(string file)
    {
        using var storage = Homes.Of(file);
        return Verification.Of(storage).Broken?.En;
    }

    /// <summary>Tables that have rows. What is in the log is brought home first, so that the file alone can be copied.</summary>
    private static List<string> Tables(string database)
    {
        using var connection = Open(database);
        connection.Execute("pragma wal_checkpoint(truncate)");
        return [.. connection.Query<string>(
            """
            select name
            from sqlite_master
            where type = 'table' and name not like 'sqlite%' and name <> 'plan_registry_schema'
                and (name not like 'access\_%' escape '\' or name = 'access_journal')
            order by name
            """)
            .Where(t => connection.ExecuteScalar<long>($"select count(*) from {t}") > 0)];
    }

    private static List<string?> Columns(string database, string table)
    {
        using var connection = Open(database);
        return [.. connection.Query<string>("select name from pragma_table_info(@table)", new { table })];
    }

    /// <summary>Of no column: the row is deleted. Triggers are put back, so that they tell nothing.</summary>
    private static string Tamper(string file, string table, string? column, Chance chance)
    {
        using var connection = Open(file);
        // What is thrown away in a moment need not reach the disk.
        connection.Execute("pragma ignore_check_constraints = on; pragma synchronous = off");
        var triggers = connection.Query<(string Name, string Text)>("select name, sql from sqlite_master where type = 'trigger'").ToList();
        connection.Execute(string.Concat(triggers.Select(t => $"drop trigger {t.Name};")));
        var key = string.Join(", ",
            connection.Query<string>("select name from pragma_table_info(@table) where pk > 0 order by pk", new { table }));
        var row = chance.Below(connection.ExecuteScalar<int>($"select count(*) from {table}"));
        var where = $"where ({key}) = (select {key} from {table} order by {key} limit 1 offset {row})";
        var other = $"case typeof(\"{column}\") when 'integer' then \"{column}\" + 1000000 when 'null' then 1 else \"{column}\" || 'x' end";
        connection.Execute(column is null ? $"delete from {table} {where}" : $"update {table} set \"{column}\" = {other} {where}");
        connection.Execute(string.Concat(triggers.Select(t => t.Text + ";")));
        return $"row {row} of {table}, {(column is null ? "deleted" : $"with another {column}")},";
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }
}
