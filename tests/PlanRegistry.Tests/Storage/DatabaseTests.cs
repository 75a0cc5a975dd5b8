using PlanRegistry.Records;
using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Storage.Sql;
using PlanRegistry.Server.Storage.Sqlite;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Storage;

/// <summary>A file that cannot be used is refused with one sentence and exit code 3, and is left as it was.</summary>
[Trait("Home", "SQLite")]
public sealed class DatabaseTests : LedgerTest
{
    [Fact]
    public void Migrate_makes_the_database_and_then_has_nothing_to_do()
    {
        Run().Should().Be((0, string.Concat(Migrations.Steps.All.Select(m => $"Applied {m.Name}.\n"))
            + $"The schema of '{DatabaseFile}' is up to date.\n", ""));
        Run().Should().Be((0, $"The schema of '{DatabaseFile}' was up to date already.\n", ""));
    }

    [Fact]
    public void The_file_is_durable_at_every_commit_and_checks_foreign_keys()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        using var database = new Database(DatabaseFile);
        using var connection = database.Open();

        Pragma(connection, "journal_mode").Should().Be("wal");
        Pragma(connection, "synchronous").Should().Be(2L, "2 is full");
        Pragma(connection, "foreign_keys").Should().Be(1L);
        Pragma(connection, "busy_timeout").Should().Be(10_000L);
    }

    /// <summary>
    /// From 3.7.0 to 3.51.2 two connections in WAL mode that wrote or made a checkpoint at the same moment
    /// could damage the file (the "WAL reset" fault, mended in 3.51.3), and several processes may share ours.
    /// The version comes from a package that another brings along: nothing else would notice an older one.
    /// </summary>
    [Fact]
    public void SQLite_is_one_in_which_a_write_ahead_log_of_several_connections_is_safe()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        using var database = new Database(DatabaseFile);
        using var connection = database.Open();

        var version = connection.QuerySingle<string>("select sqlite_version()");

        Version.Parse(version).Should().BeGreaterThanOrEqualTo(new Version(3, 51, 3));
        Server.Storage.Sqlite.Database.SqliteVersion.Should().Be(version);
    }

    [Fact]
    public void A_changed_migration_is_refused()
    {
        Run();
        Execute("update plan_registry_schema set checksum = 'abcdef0123456789' where name = '0002_catalogue.sql'");

        Refusal().Should().Be(
            $"The migration '0002_catalogue.sql' is not the one that the database '{DatabaseFile}' was made with: "
            + $"its checksum is {Migrations.Steps.All[1].Checksum[..12]}, the database has abcdef012345.\n");
    }

    [Fact]
    public void A_newer_schema_is_refused()
    {
        Run();
        Execute("insert into plan_registry_schema values ('9999_future.sql', 'x', 'y')");

        Refusal().Should().Be(
            $"The database '{DatabaseFile}' was made by a newer plan-registry: its migration '9999_future.sql' is not known here.\n");
    }

    [Fact]
    public void A_migration_that_comes_before_one_applied_is_refused()
    {
        Run();
        Execute("delete from plan_registry_schema where name = '0003_hierarchy.sql'");

        Refusal().Should().Be(
            $"The database '{DatabaseFile}' lacks the migration '0003_hierarchy.sql', which comes before its '0004_indicators.sql'.\n");
    }

    [Fact]
    public void A_migration_that_fails_leaves_nothing_behind()
    {
        using var database = new Database(DatabaseFile);

        FluentActions.Invoking(
            () => Migrations.Apply(database, Clock,
                new([.. Migrations.Steps.All, new SchemaStep("0099_broken.sql", "create table t (x int); create nonsense")])))
            .Should().Throw<StorageException>()
            .WithMessage($"The database '{DatabaseFile}' failed: SQLite says 'SQLite Error 1: 'near \"nonsense\": syntax error'.'.");

        Run().Output.Should().StartWith("Applied 0001_ledger.sql.");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(DatabaseFile, "单位，名称\n" + new string('x', 4096));

        Refusal().Should().Be($"'{DatabaseFile}' is no SQLite database.\n");
        File.ReadAllText(DatabaseFile).Should().StartWith("单位，名称");
    }

    [Theory]
    [InlineData("create table people (name text)")]
    [InlineData("create view nobody as select 1 as name")]
    public void Another_programs_database_is_refused_and_left_as_it_was(string made)
    {
        Execute(made);
        var before = File.ReadAllBytes(DatabaseFile);

        Refusal().Should().Be(
            $"'{DatabaseFile}' is a SQLite database of another program: it has tables or views, but none of plan-registry's.\n");
        File.ReadAllBytes(DatabaseFile).Should().Equal(before);
    }

    /// <summary>Until the schema started afresh at version 1, its bookkeeping was the table plan_registry_migrations.</summary>
    [Fact]
    public void A_database_of_an_earlier_program_is_refused_and_left_as_it_was()
    {
        Execute(
            """
            create table plan_registry_migrations (
                name text not null primary key, checksum text not null, applied_at text not null
            ) strict, without rowid;
            create table ledger (
                district text not null, seq integer not null, actor text not null, primary key (district, seq)
            ) strict, without rowid;
            """);
        var before = File.ReadAllBytes(DatabaseFile);
        var sentence = $"The database '{DatabaseFile}' was made by an earlier plan-registry, and this one does not carry it on: "
            + "export each district with that program (plan-registry export), "
            + "and import the packs into a new database (plan-registry import).\n";
        var errors = new StringWriter();

        Refusal().Should().Be(sentence);
        VerifyCommand.Run(DatabaseFile, [], new Voice(Language.En, TextWriter.Null, errors)).Should().Be(3);
        errors.ToString().Should().Be(sentence);
        File.ReadAllBytes(DatabaseFile).Should().Equal(before);
    }

    [Fact]
    public void A_file_that_may_not_be_written_to_is_refused_before_anybody_writes()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may write to every file");
        Run();
        File.SetAttributes(DatabaseFile, FileAttributes.ReadOnly);

        Refusal().Should().Be($"The database '{DatabaseFile}' is read only; plan-registry needs to write to it and to its folder.\n");
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(DatabaseFile);

        Refusal().Should().Be($"'{DatabaseFile}' is a folder, not a database.\n");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(DatabaseFile, "");
        var (exit, _, errors) = Run(Path.Combine(DatabaseFile, "inner", "registry.db"));

        exit.Should().Be(3);
        errors.Should().StartWith($"The folder of the database '{DatabaseFile}/inner/registry.db' cannot be made: ");
    }

    [Fact]
    public void A_database_that_another_process_keeps_locked_is_refused_after_a_while()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        using var registry = Registry.Open(DatabaseFile, Clock, TimeSpan.FromMilliseconds(50));
        using var other = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);

        FluentActions.Invoking(() => registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-2", "水利规划"))])))
            .Should().Throw<StorageException>()
            .WithMessage($"The database '{DatabaseFile}' is being written to by somebody else; try again later.");
        Titles(registry.View(Kaizhou)).Should().Equal("交通规划");

        transaction.Rollback();
        registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-2", "水利规划"))])).Entry!.Seq.Should().Be(2);
    }

    [Fact]
    public void A_damaged_file_is_told_in_a_sentence()
    {
        Write([.. Enumerable.Range(0, 300).Select(n => PlanOf(Kaizhou, $"P-{n}", "交通规划"))]);
        Registry.Dispose();
        using (var file = File.OpenWrite(DatabaseFile))
        {
            file.Position = 4096 * 4;
            file.Write(new byte[file.Length - (4096 * 4)]);
        }
        var errors = new StringWriter();

        VerifyCommand.Run(DatabaseFile, [], new Voice(Language.En, TextWriter.Null, errors)).Should().Be(3);

        errors.ToString().Should().StartWith($"The database '{DatabaseFile}' is damaged: SQLite says '");
    }

    [Fact]
    public void Verify_does_not_make_a_database()
    {
        var errors = new StringWriter();

        VerifyCommand.Run(DatabaseFile, [], new Voice(Language.En, TextWriter.Null, errors)).Should().Be(3);

        errors.ToString().Should().Be($"There is no database '{DatabaseFile}'.\n");
        File.Exists(DatabaseFile).Should().BeFalse();
    }

    [Fact]
    public void Verify_leaves_an_older_schema_as_it_is()
    {
        using (var database = new Database(DatabaseFile))
        {
            Migrations.Apply(database, Clock, new([Migrations.Steps.All[0]]));
        }
        var errors = new StringWriter();

        VerifyCommand.Run(DatabaseFile, [], new Voice(Language.En, TextWriter.Null, errors)).Should().Be(3);

        errors.ToString()
            .Should().Be($"The database '{DatabaseFile}' is empty, or of an older plan-registry: run plan-registry migrate first.\n");
    }

    [Fact]
    public void Verify_says_that_an_empty_registry_is_empty()
    {
        Run();
        var output = new StringWriter();

        VerifyCommand.Run(DatabaseFile, [], new Voice(Language.En, output, TextWriter.Null)).Should().Be(0);

        output.ToString().Should().Be("The registry is empty.\n");
    }

    private (int Exit, string Output, string Errors) Run(string? file = null)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exit = MigrateCommand.Run(file ?? DatabaseFile, Clock, new Voice(Language.En, output, errors));
        return (exit, output.ToString(), errors.ToString());
    }

    private string Refusal()
    {
        var (exit, output, errors) = Run();
        exit.Should().Be(3);
        output.Should().BeEmpty();
        return errors;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Pragma(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma " + name;
        return command.ExecuteScalar();
    }
}
