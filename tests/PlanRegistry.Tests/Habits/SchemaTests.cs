using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage.Sqlite;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Habits;

/// <summary>A record type, its table, and the table's triggers say the same columns.</summary>
[Trait("Home", "SQLite")]
public sealed class SchemaTests : LedgerTest
{
    private static readonly string[] Header =
        ["home text not null", "record_id text not null", "recorded_seq integer not null", "retired_seq integer"];

    public static TheoryData<string> Tables => [.. PlanRegistry.Tables.All.Select(s => s.Table)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_the_columns_of_its_record_in_the_same_order(string table)
    {
        using var connection = Connect();

        var columns =
            connection.Query<(string Name, string Type, long NotNull)>(
                "select name, type, \"notnull\" from pragma_table_info(@table)", new { table })
                .Select(c => $"{c.Name} {c.Type.ToLowerInvariant()}{(c.NotNull == 1 ? " not null" : "")}");

        columns.Should().Equal(Header.Concat(PlanRegistry.Tables.Shape(table)!.Columns
            .Select(c =>
                $"{c.Name} {(c.Type == typeof(int) || c.Type == typeof(int?) ? "integer" : "text")}{(c.IsRequired ? " not null" : "")}")));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_yes_or_no_is_checked(string table)
    {
        using var connection = Connect();
        var sql = connection.QuerySingle<string>("select sql from sqlite_master where type = 'table' and name = @table", new { table });

        foreach (var column in PlanRegistry.Tables.Shape(table)!.Columns.Where(c => c.Type == typeof(bool) || c.Type == typeof(bool?)))
        {
            sql.Should().Contain($"check ({column.Name} in ('yes', 'no'))");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_row_refuses_every_update_but_its_retirement_and_every_delete(string table)
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        Write(PlanOf(Kaizhou, "P-2", "水利规划"));
        using var connection = Connect();
        var shape = PlanRegistry.Tables.Shape(table)!;
        var columns = string.Join(", ", shape.Columns.Where(c => c.IsRequired).Select(c => $"\"{c.Name}\""));
        var values = string.Join(", ", shape.Columns.Where(c => c.IsRequired).Select(_ => "1"));
        connection.Execute($"insert into {table} (home, record_id, recorded_seq, {columns}) values ('500154', 'x', 1, {values})");

        string Refusal(string sql) => FluentActions.Invoking(() => connection.Execute(sql)).Should().Throw<SqliteException>().Which.Message;

        foreach (var column in shape.Columns.Select(c => c.Name).Concat(["home", "record_id", "recorded_seq"]))
        {
            Refusal($"update {table} set \"{column}\" = \"{column}\" where record_id = 'x'")
                .Should().Be($"SQLite Error 19: 'A row of {table} is never changed: it is retired and recorded again.'.");
        }
        connection.Execute($"update {table} set retired_seq = 2 where record_id = 'x'").Should().Be(1);
        Refusal($"update {table} set retired_seq = null where record_id = 'x'")
            .Should().Be($"SQLite Error 19: 'A row of {table} is retired once, for good.'.");
        Refusal($"delete from {table}").Should().Be($"SQLite Error 19: 'A row of {table} is never deleted: it is retired.'.");
    }

    [Fact]
    public void The_ledger_refuses_every_update_and_every_delete()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        using var connection = Connect();

        string Refusal(string sql) => FluentActions.Invoking(() => connection.Execute(sql)).Should().Throw<SqliteException>().Which.Message;

        Refusal("update ledger set actor_id = actor_id").Should().Be("SQLite Error 19: 'A ledger entry is never changed.'.");
        Refusal("delete from ledger").Should().Be("SQLite Error 19: 'A ledger entry is never deleted.'.");
        Refusal("update ledger_changes set number = number").Should().Be("SQLite Error 19: 'A change in the ledger is never changed.'.");
        Refusal("delete from ledger_changes").Should().Be("SQLite Error 19: 'A change in the ledger is never deleted.'.");
    }

    [Fact]
    public void Every_table_is_a_records_the_ledgers_of_access_or_of_sweeps_and_is_strict()
    {
        using var connection = Connect();

        var tables =
            connection.Query<string>("select name from pragma_table_list where schema = 'main' and name not like 'sqlite%' and strict = 1");

        tables.Should().BeEquivalentTo(PlanRegistry.Tables.All.Select(s => s.Table)
            .Concat(["ledger", "ledger_changes", "plan_registry_schema", "access_state", "access_accounts", "access_passwords",
                "access_old_passwords", "access_links", "access_sessions", "access_tokens", "access_failures", "access_journal",
                "access_identities", "access_keys", "access_factors", "access_seen", "access_calendars",
                "access_mappings", "access_backups", "sweep_results", "sweep_work"]));
    }

    [Fact]
    public void Migrations_are_numbered_without_a_gap_and_written_in_lower_case()
    {
        var migrations = Migrations.Steps.All;

        migrations.Select(m => m.Name[..4]).Should().Equal(Enumerable.Range(1, migrations.Count).Select(n => n.ToString("0000")));
        foreach (var migration in migrations)
        {
            var code = migration.Sql.Split('\n')
                .Where(l => !l.StartsWith("--", StringComparison.Ordinal) && !l.Contains("raise(", StringComparison.Ordinal));
            string.Join('\n', code).Should().NotMatchRegex("[A-Z]");
        }
    }

    private SqliteConnection Connect()
    {
        _ = Registry;
        var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }
}
