using PlanRegistry.Ledger;
using PlanRegistry.Server.Storage.Sql;
using PlanRegistry.Server.Storage.Sqlite;

namespace PlanRegistry.Tests.Storage;

/// <summary>The contract over a SQLite file, and what this home does more exactly than the contract asks.</summary>
[Trait("Home", "SQLite")]
public sealed class SqliteStorageTests : StorageContract
{
    [Fact]
    public void The_first_of_two_drafts_lands_and_the_second_is_told_that_it_did_not()
    {
        var (first, second) = (Draft("k-1", "P-1"), Draft("k-2", "P-2"));

        Append(first).Should().BeTrue();
        Append(second).Should().BeFalse();
        Append(Draft("k-1", "P-3")).Should().BeFalse("the key is taken, though the seq is not");

        Storage.EntriesBefore(Kaizhou, int.MaxValue, 10).Select(e => e.Hash).Should().Equal(first.Entry.Hash);
    }

    /// <summary>However many entries a page touches, and a count reads none of what it counts.</summary>
    [Fact]
    public void A_page_is_one_statement_and_so_is_a_count()
    {
        Land("k-1", "P-1");
        Land("k-2", "P-2");
        Land("k-3", "P-3");
        using var database = new Database(DatabaseFile);
        using var connection = database.Open();
        var statements = new List<string>();
        SQLitePCL.raw.sqlite3_trace(connection.Handle, (object _, string sql) => statements.Add(sql), null);

        LedgerStore.ChangesAfter(connection, Kaizhou, 0, 0, 3, 100).Should().HaveCount(3 + Defaults);
        statements.Should().ContainSingle().Which.Should().StartWith("select c.seq, c.number, l.recorded_at,");

        statements.Clear();
        LedgerStore.CountChanges(connection, Kaizhou, 0, 3).Should().Be(3 + Defaults);
        statements.Should().ContainSingle().Which.Should().StartWith("select coalesce(sum(changes), 0)");
    }

    [Fact]
    public void A_vector_is_resolved_once_until_something_is_written()
    {
        Land("k-1", "P-1");
        var resolved = 0;
        Vector Resolve() => new([new LedgerHead(Kaizhou, ++resolved)]);

        Enumerable.Range(0, 3).Select(_ => Storage.Current(Kaizhou, Resolve)!.Seq).Should().Equal(1, 1, 1);
        Land("k-2", "P-2");
        Storage.Current(Kaizhou, Resolve)!.Seq.Should().Be(2);
    }
}
