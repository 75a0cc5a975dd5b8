using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Ledger;

/// <summary>What is done to the database around the rows, and to whole ledgers, is found as what is done to a row is.</summary>
[Trait("Home", "SQLite")]
public sealed class DatabaseTamperTests : LedgerTest
{
    public DatabaseTamperTests()
    {
        Write(DistrictOf(Chongqing, "重庆市"));
        Registry.Execute(By(Chongqing), view => Decision.Write(
            [Change.Correct(DistrictOf(Chongqing, "重庆市直辖市"), view.Own.Of<District>().Single())]));
        Registry.Execute(By(Kaizhou) with { IdempotencyKey = "钥匙一号", InputHash = "x" },
            _ => Decision.Write([Change.Record(DistrictOf(Kaizhou, "开州区", Chongqing)), Change.Record(PlanOf(Kaizhou, "P-1", "交通规划"))]));
        Registry.Dispose();
    }

    [Theory]
    [InlineData("drop index ledger_once_per_key", "The index 'ledger_once_per_key' is gone from the database.")]
    [InlineData("drop index ledger_by_time; create index ledger_by_time on ledger (district)",
        "The index 'ledger_by_time' of the database is not as plan-registry makes it.")]
    [InlineData("drop trigger ledger_stay", "The trigger 'ledger_stay' is gone from the database.")]
    [InlineData("drop trigger ledger_stay; create trigger ledger_stay before delete on ledger begin select 1; end",
        "The trigger 'ledger_stay' of the database is not as plan-registry makes it.")]
    [InlineData("create trigger helper after insert on plans begin select 1; end",
        "The database has a trigger 'helper' that is not plan-registry's.")]
    [InlineData("create table notes (words text)", "The database has a table 'notes' that is not plan-registry's.")]
    [InlineData("create view titles as select title from plans", "The database has a view 'titles' that is not plan-registry's.")]
    [InlineData("alter table plans add column more text", "The table 'plans' of the database is not as plan-registry makes it.")]
    public void What_the_schema_is_not_is_named_and_a_server_is_not_ready_on_it(string sql, string sentence)
    {
        Execute(sql);

        Verify().Should().Be(sentence);
        Glance().Should().Be(sentence);
    }

    [Fact]
    public void Statistics_that_an_administrator_had_made_are_no_damage()
    {
        Execute("analyze;");

        Verify().Should().BeNull();
    }

    /// <summary>One flipped bit, and a retry under the key would be carried out a second time.</summary>
    [Fact]
    public void A_bit_that_flips_in_the_index_of_idempotency_keys_is_found()
    {
        var page = (int)Query<long>("select rootpage from sqlite_master where name = 'ledger_once_per_key'");
        var size = (int)Query<long>("pragma page_size");
        var bytes = File.ReadAllBytes(DatabaseFile);
        var at = bytes.AsSpan((page - 1) * size, size).IndexOf("钥匙一号"u8);
        at.Should().BePositive();
        bytes[((page - 1) * size) + at + 2] ^= 1;
        File.WriteAllBytes(DatabaseFile, bytes);

        Verify().Should().Be("The database is damaged: SQLite says 'row 3 missing from index ledger_once_per_key'.");
    }

    [Theory]
    [InlineData(
        "delete from ledger_changes where district = '500000'; delete from ledger where district = '500000'; "
            + "delete from districts where home = '500000'; delete from policy where home = '500000'",
        "Entry 1 of 500154 was decided on entry 2 of 500000, which has no ledger any more: it was removed whole.")]
    [InlineData(
        "delete from ledger_changes where district = '500000' and seq = 2; delete from ledger where district = '500000' and seq = 2; "
            + "delete from districts where home = '500000' and recorded_seq = 2; "
            + "update districts set retired_seq = null where home = '500000'",
        "Entry 1 of 500154 was decided on entry 2 of 500000, whose ledger ends at 1: its end was cut.")]
    public void A_superiors_ledger_that_was_removed_or_cut_is_missed_by_those_below(string sql, string sentence)
    {
        Unguarded(sql);

        Verify().Should().Be(sentence);
        Glance().Should().Be(sentence);
    }

    [Theory]
    [InlineData("plans", "update plans set title = null",
        "The row 'P-1' of plans, which entry 1 of 500154 recorded, was changed: its content does not match the entry's hash.")]
    [InlineData("ledger", "update ledger set recorded_at = null where district = '500154'",
        "The ledger of 500154 after entry 0, or a row of it, holds a value that plan-registry never writes: "
            + "The data is NULL at ordinal 4. This method can't be called on NULL values. Check using IsDBNull before calling.")]
    [InlineData("plans", "update plans set title = cast(title as blob)",
        "The database is damaged: SQLite says 'non-TEXT value in plans.title'.")]
    [InlineData("plans", "update plans set recorded_seq = 'eins'",
        "The row 'P-1' of plans, which entry 1 of 500154 recorded, is missing.")]
    [InlineData("ledger", "update ledger set vector = x'00ff' where district = '500154'",
        "Entry 1 of 500154 does not match its hash: the entry or its list of changes was altered.")]
    [InlineData("ledger", "update ledger set district = 'x' where district = '500154'",
        "Entry 1 of 500154 is missing, but its changes are there: the end of the ledger was cut after entry 0.")]
    public void A_value_that_no_column_may_hold_is_a_broken_row_and_no_stack_trace(string table, string sql, string sentence)
    {
        Loosely(table, sql);
        var errors = new StringWriter();

        VerifyCommand.Run(DatabaseFile, [], new Voice(Language.En, TextWriter.Null, errors)).Should().Be(1);

        errors.ToString().Should().StartWith(sentence).And.NotContain("   at ");
    }

    [Fact]
    public void Verify_tells_the_same_in_Chinese_and_as_JSON()
    {
        Execute("drop index ledger_once_per_key");
        var (output, errors) = (new StringWriter(), new StringWriter());

        VerifyCommand.Run(DatabaseFile, [], new Voice(Language.Zh, TextWriter.Null, errors)).Should().Be(1);
        VerifyCommand.Run(DatabaseFile, [], new Voice(Language.Zh, output, TextWriter.Null), json: true).Should().Be(1);

        errors.ToString().Should().Be("数据库缺少索引“ledger_once_per_key”。\n");
        var found = System.Text.Json.JsonDocument.Parse(output.ToString()).RootElement;
        found.GetProperty("whole").GetBoolean().Should().BeFalse();
        found.GetProperty("broken").GetString().Should().Be("数据库缺少索引“ledger_once_per_key”。");
        found.GetProperty("ledgers")[1].GetProperty("district").GetString().Should().Be("500154");
    }

    [Fact]
    public void A_sheet_of_last_hashes_can_be_filed_and_checked_against_later()
    {
        using var storage = Homes.Of(DatabaseFile);
        var hash = storage.Entry(Kaizhou, 1)!.Hash;
        var (zh, en) = (new StringWriter(), new StringWriter());

        HeadsCommand.Run(DatabaseFile, Clock, new Voice(Language.Zh, zh, TextWriter.Null)).Should().Be(0);
        HeadsCommand.Run(DatabaseFile, Clock, new Voice(Language.En, en, TextWriter.Null)).Should().Be(0);

        zh.ToString().Should().StartWith($"台账校验值封存单\n登记册：{DatabaseFile}\n制表日期：2026年11月22日\n\n行政区：500000 重庆市直辖市\n")
            .And.Contain($"\n行政区：500154 开州区\n台账末号：第1号（2026年11月22日）\n校验值（SHA-256）：{hash}\n")
            .And.EndWith("存放处：________________________\n");
        en.ToString().Should().Contain($"\nDistrict: 500154 开州区\nLast entry: 1 (2026-11-22)\nHash (SHA-256): {hash}\n");
        VerifyCommand.Run(DatabaseFile, [$"500154:{hash}"], new Voice(Language.En, TextWriter.Null, TextWriter.Null)).Should().Be(0);
    }

    [Fact]
    public void A_broken_ledger_gets_no_sheet()
    {
        Execute("drop trigger ledger_stay");
        var (output, errors) = (new StringWriter(), new StringWriter());

        HeadsCommand.Run(DatabaseFile, Clock, new Voice(Language.Zh, output, errors)).Should().Be(1);

        (output.ToString(), errors.ToString()).Should().Be(("", "数据库缺少触发器“ledger_stay”。\n"));
    }

    private string? Verify()
    {
        using var storage = Homes.Of(DatabaseFile);
        return Verification.Of(storage).Broken?.En;
    }

    private string? Glance()
    {
        var registry = Open();
        registry.Soundness.Glance();
        return registry.Soundness.Broken?.En;
    }

    /// <summary>With the triggers put back afterwards, so that they tell nothing.</summary>
    private void Unguarded(string sql)
    {
        using var connection = Connect();
        var triggers = connection.Query<(string Name, string Text)>("select name, sql from sqlite_master where type = 'trigger'").ToList();
        connection.Execute(string.Concat(triggers.Select(t => $"drop trigger {t.Name};")) + sql + ";"
            + string.Concat(triggers.Select(t => t.Text + ";")));
    }

    /// <summary>With a table that was never strict, nor its columns required; afterwards it is again as it was.</summary>
    private void Loosely(string table, string sql)
    {
        var before = Query<string>($"select sql from sqlite_master where name = '{table}'");
        Reword(table, before.Replace(") strict, without", ") without", StringComparison.Ordinal)
            .Replace("not null", "", StringComparison.Ordinal));
        Unguarded("pragma ignore_check_constraints = on; " + sql);
        Reword(table, before);
    }

    private void Reword(string table, string text)
    {
        using var connection = Connect();
        connection.Execute("pragma writable_schema = on");
        connection.Execute("update sqlite_master set sql = @text where name = @table", new { table, text });
    }

    private T Query<T>(string sql)
    {
        using var connection = Connect();
        return connection.QuerySingle<T>(sql);
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }
}
