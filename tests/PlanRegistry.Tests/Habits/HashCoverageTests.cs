using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using Record = PlanRegistry.Records.Record;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Habits;

/// <summary>There is no column, in any table, that could be changed without the ledger noticing.</summary>
[Trait("Home", "SQLite")]
public sealed class HashCoverageTests : LedgerTest
{
    public static TheoryData<string> Tables => [.. PlanRegistry.Tables.All.Select(s => s.Table), "ledger", "ledger_changes"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_change_of_any_column_is_found(string table)
    {
        Write([.. PlanRegistry.Tables.All.Select(Sample)]);
        Retitle("甲", "乙");
        Tamper("update ledger set actor_id = actor_id");
        Registry.Dispose();
        Broken(DatabaseFile).Should().StartWith("The trigger '", "only the triggers are gone yet");

        var copy = DatabaseFile + ".copy";
        foreach (var (column, type) in Columns(table))
        {
            File.Copy(DatabaseFile, copy, overwrite: true);
            Change(copy, table, column, type);
            Broken(copy).Should().NotBeNull().And.NotStartWith("The trigger '", $"{table}.{column} was changed");
        }
    }

    private static string? Broken(string file)
    {
        using var storage = Homes.Of(file);
        return Verification.Of(storage).Broken?.En;
    }

    private List<(string Name, string Type)> Columns(string table)
    {
        using var connection = Connect(DatabaseFile);
        return [.. connection.Query<(string, string)>("select name, type from pragma_table_info(@table)", new { table })];
    }

    /// <summary>
    /// In the last row, which has room behind it: a null becomes a value, a yes a no, a number one more, a text one letter longer.
    /// </summary>
    private static void Change(string file, string table, string column, string type)
    {
        using var connection = Connect(file);
        // What is thrown away in a moment need not reach the disk.
        connection.Execute("pragma ignore_check_constraints = on; pragma synchronous = off");
        var other = type == "INTEGER"
            ? $"coalesce(\"{column}\", 0) + 1"
            : $"case \"{column}\" when 'yes' then 'no' else coalesce(\"{column}\", '') || 'x' end";
        var key = string.Join(", ",
            connection.Query<string>("select name from pragma_table_info(@table) where pk > 0 order by pk", new { table }));
        connection.Execute(
            $"update {table} set \"{column}\" = {other} where ({key}) = (select {key} from "
                + $"{table} order by {key.Replace(",", " desc,")} desc limit 1)").Should().Be(1);
    }

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }

    /// <summary>A record with every column filled.</summary>
    private static Record Sample(RecordShape shape) =>
        shape.Create(Kaizhou, "", 0, default,
            [.. shape.Columns.Select(
                c => Text(c.IsList ? c.Type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(c.Type) ?? c.Type))]);

    private static string Text(Type type) =>
        type == typeof(int) ? "2021"
        : type == typeof(decimal) ? "1.50"
        : type == typeof(bool) ? "yes"
        : type == typeof(PartialDate) ? "2021-03"
        : type == typeof(DistrictCode) ? Kaizhou.Value
        : type == typeof(PlanVersion) ? "甲@1"
        : type.IsEnum ? Names.Of((Enum)Enum.GetValues(type).GetValue(0)!)
        : "甲";
}
