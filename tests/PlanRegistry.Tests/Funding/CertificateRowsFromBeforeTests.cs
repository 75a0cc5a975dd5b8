using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanRegistry.Tests.Funding;

/// <summary>Certificates recorded before another account had to sign stay as they are when the table learns of accounts.</summary>
public sealed class CertificateRowsFromBeforeTests : IDisposable
{
    private readonly SqliteConnection database = new("Data Source=:memory:;Foreign Keys=false");

    public CertificateRowsFromBeforeTests()
    {
        database.Open();
        foreach (var file in Migrations.TakeWhile(f => string.CompareOrdinal(Path.GetFileName(f), "0012") < 0))
        {
            database.Execute(File.ReadAllText(file));
        }
        database.Execute("""
            insert into certificates (home, record_id, recorded_seq, number, plan, "on", verdict, purpose, money, valid_until, prepared_by,
                reviewed_by, vector, rules_version, statement, hash)
            values ('500154', 'C', 7, '500154-2026-000001', '500154/SPE-2021-12', '2026-06-30', 'ELIGIBLE', 'DRAFTING', 'DISTRICT',
                '2026-12-31', '甲', '乙', '500154:6', '1', '{}', 'h')
            """);
    }

    private static IEnumerable<string> Migrations =>
        Directory.GetFiles(Path.Combine(Repository.Root, "schema/sql/sqlite"), "*.sql").Order(StringComparer.Ordinal);

    [Fact]
    public void A_row_keeps_all_that_it_says_and_names_no_account()
    {
        var before = Row();

        Migrate();

        var after = Row();
        after["preparer"].Should().BeNull();
        after.Where(c => c.Key != "preparer").Should().Equal(before);
        database.ExecuteScalar<int>("select count(*) from sqlite_schema where name like 'certificates_of%'").Should().Be(0);
    }

    [Theory]
    [InlineData("update certificates set reviewed_by = '丙'", "A row of certificates is never changed: it is retired and recorded again.")]
    [InlineData("update certificates set preparer = 'person-1'",
        "A row of certificates is never changed: it is retired and recorded again.")]
    [InlineData("delete from certificates", "A row of certificates is never deleted: it is retired.")]
    public void It_is_still_neither_changed_nor_deleted(string statement, string refusal)
    {
        Migrate();

        database.Invoking(d => d.Execute(statement)).Should().Throw<SqliteException>().WithMessage($"*{refusal}*");
    }

    private void Migrate() => database.Execute(
        File.ReadAllText(Migrations.Single(f => Path.GetFileName(f).StartsWith("0012", StringComparison.Ordinal))));

    private IDictionary<string, object?> Row() => (IDictionary<string, object?>)database.QuerySingle("select * from certificates");

    public void Dispose() => database.Dispose();
}
