using System.Data.Common;
using Dapper;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>What is moved from home to home: everything but sessions, links that wait to be used, and failed attempts.</summary>
internal sealed partial class AccessRows
{
    /// <summary>Each after those that it names.</summary>
    private static readonly string[] Moved =
    [
        "access_accounts", "access_passwords", "access_old_passwords", "access_identities", "access_factors", "access_keys",
        "access_tokens", "access_calendars", "access_seen", "access_mappings", "access_journal",
    ];

    public IEnumerable<AccessTable> Tables() => [.. Moved.Select(Table)];

    public void Put(IEnumerable<AccessTable> tables)
    {
        var given = tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        foreach (var name in Moved)
        {
            foreach (var row in given[name].Rows)
            {
                Insert(given[name], row);
            }
        }
        RaiseEpoch();
    }

    private AccessTable Table(string name)
    {
        using var command = connection.CreateCommand();
        // A successor's account is made after the one that it succeeds.
        command.CommandText = $"select * from {name}{(name == "access_accounts" ? " order by successor is not null, made_at desc" : "")}";
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<IReadOnlyList<object?>>();
        while (reader.Read())
        {
            rows.Add([.. columns.Select((_, i) => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }
        return new AccessTable(name, columns, rows);
    }

    private void Insert(AccessTable table, IReadOnlyList<object?> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"insert into {table.Name} ({string.Join(", ", table.Columns)}) "
            + $"values ({string.Join(", ", table.Columns.Select((_, i) => $"@c{i}"))})";
        for (var i = 0; i < row.Count; i++)
        {
            command.Say($"@c{i}", row[i] is long whole ? (int)whole : row[i]);
        }
        command.ExecuteNonQuery();
    }
}
