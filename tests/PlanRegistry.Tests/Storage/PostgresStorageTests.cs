using Npgsql;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Storage;

/// <summary>The contract over a database of a server, which several nodes have.</summary>
[Trait("Home", "PostgreSQL")]
public sealed class PostgresStorageTests : StorageContract
{
    private static readonly DistrictCode Wanzhou = DistrictCode.Parse("500101");

    [Fact]
    public void A_command_sent_again_to_another_node_is_written_once()
    {
        var header = By(Kaizhou) with { IdempotencyKey = "k-1", InputHash = "aa" };
        Decision Decide(RegistryView view) => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-1", "交通规划"))]);

        var first = Open().Execute(header, Decide);
        var again = Open().Execute(header, Decide);

        again.Replayed.Should().BeTrue();
        again.Entry.Should().Be(first.Entry);
    }

    [Fact]
    public void The_ledger_gets_the_databases_moments_and_a_node_whose_clock_is_off_says_so()
    {
        var slow = new TestClock(TimeProvider.System.GetUtcNow().AddMinutes(-5));
        using var registry = Registry.Open(Homes.Of(Database, parts: 2), slow);
        var told = new List<string>();
        registry.Notice = sentence => told.Add(sentence.En);

        var entry = registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-1", "交通规划"))])).Entry!;

        entry.RecordedAt.Should().BeAfter(slow.Now.AddMinutes(4));
        told.Should().ContainSingle().Which.Should().EndWith(
            $"behind that of '{registry.Name}', whose moments the ledger gets: set this machine's clock right.");
    }

    [Fact]
    public void What_was_known_is_not_told_of_a_moment_that_the_database_has_not_reached()
    {
        var fast = new TestClock(TimeProvider.System.GetUtcNow().AddMinutes(5));
        using var registry = Registry.Open(Homes.Of(Database, parts: 2), fast);
        var entry = registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-1", "交通规划"))])).Entry!;

        FluentActions.Invoking(() => registry.View(Kaizhou, fast.Now.AddMinutes(-1))).Should().Throw<ClockException>();
        TestHome.WhenHeard(() => TimeProvider.System.GetUtcNow() > entry.RecordedAt.AddMilliseconds(5));
        registry.View(Kaizhou, entry.RecordedAt)!.Own.Seq.Should().Be(1);
    }

    [Fact]
    public void A_district_waits_for_its_own_writers_and_for_those_above_and_not_for_its_neighbours()
    {
        using var node = TestHome.Of(DatabaseFile, TimeSpan.FromMilliseconds(200));
        bool Free(params DistrictCode[] sight) => node.Settled(sight, Clock.Now) is not null;

        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        Storage.Append([Kaizhou, Chongqing, DistrictCode.Nation], _ =>
        {
            Free(Kaizhou, Chongqing).Should().BeFalse();
            Free(Wanzhou, Chongqing).Should().BeTrue();
            FluentActions.Invoking(() => node.Append([Chongqing, DistrictCode.Nation], _ => throw new InvalidOperationException("Too far."),
                new Waiting(node.Patience))).Should().Throw<StorageException>().Which.Code.Should().Be(StorageException.Busy);
            return Draft("k-2", "P-2");
        }, new Waiting(Storage.Patience)).Should().BeTrue();

        Free(Kaizhou, Chongqing).Should().BeTrue();
    }

    [Fact]
    public void A_connection_that_is_cut_is_one_sentence_and_the_next_reading_finds_the_database_again()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        using var node = TestHome.Of(DatabaseFile);
        node.Head(Kaizhou).Should().Be(1);

        FluentActions.Invoking(() => node.Inspect(ledgers =>
        {
            Server("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            return ledgers.Single().Entries.ToList();
        })).Should().Throw<StorageException>().Which.Message.Should().Be(
            $"The database '{node.Name}' cannot be reached; try again, and if this goes on, see whether it is running.");

        TestHome.WhenHeard(() => IsRead(node));
        node.Head(Kaizhou).Should().Be(1);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=nothing;Username=app",
        "The database '127.0.0.1:1/nothing' cannot be reached; try again, and if this goes on, see whether it is running.")]
    [InlineData("Host=127.0.0.1;Database=nothing;Username=app;Password=secret",
        "Do not write the password into the connection: put it into a file that Passfile or PGPASSFILE names.")]
    [InlineData("Host=127.0.0.1;Database=nothing;Haste=1",
        "The connection is not understood: write 'Host=HOST;Database=NAME;Username=USER', and a password into a file.")]
    public void A_database_that_cannot_be_used_is_one_sentence(string database, string sentence)
    {
        var errors = new StringWriter();

        MigrateCommand.Run(database, Clock, new Voice(Language.En, TextWriter.Null, errors)).Should().Be(CommandLine.Environment);

        errors.ToString().Should().Be(sentence + "\n");
    }

    [Fact]
    public void A_database_that_is_not_there_or_is_another_programs_is_one_sentence()
    {
        var missing = Database.Replace("Database=t_", "Database=no_", StringComparison.Ordinal);
        var errors = new StringWriter();
        MigrateCommand.Run(missing, Clock, new Voice(Language.En, TextWriter.Null, errors)).Should().Be(CommandLine.Environment);
        errors.ToString().Should().StartWith("There is no database '");

        Server("alter table plan_registry_schema rename to invoices");
        FluentActions.Invoking(() => TestHome.Of(DatabaseFile).Migrate(Clock)).Should().Throw<StorageException>()
            .Which.Message.Should().EndWith("is a database of another program: it has tables or views, but none of plan-registry's.");
        Server("alter table invoices rename to plan_registry_schema");
    }

    [Fact]
    public void A_part_that_is_missing_is_said_and_migrate_makes_it()
    {
        Server("drop table plans_0; drop table plans_1");
        using var storage = TestHome.Of(DatabaseFile);
        FluentActions.Invoking(storage.RequireCurrent).Should().Throw<StorageException>().Which.Message.Should()
            .Be($"Tables of '{storage.Name}' lack their parts: run plan-registry migrate, and then verify.");

        Parallel.For(0, 3, _ => Registry.Open(Home(), Clock).Dispose());

        storage.RequireCurrent();
        Write(PlanOf(Kaizhou, "P-1", "交通规划")).Entry!.Seq.Should().Be(1);
    }

    [Fact]
    public void A_servers_own_role_writes_and_retires_and_can_neither_delete_nor_change_nor_touch_the_schema()
    {
        var role = $"server_{Environment.ProcessId}";
        Server($"drop role if exists {role}; create role {role} login");
        MigrateCommand.Run(Database, Clock, new Voice(Language.En, TextWriter.Null, TextWriter.Null), role: role).Should().Be(0);
        var database = Database.Replace("Username=app", $"Username={role}", StringComparison.Ordinal);

        using (var registry = Registry.Open(Homes.Of(database, tellsTime: false), Clock))
        {
            registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-1", "交通规划"))]));
            registry.Execute(By(Kaizhou, "withdrawRecord"), view => Decision.Write([Change.Withdraw(view.Own.Of<Plan>().Single())]))
                .Entry!.Seq.Should().Be(2);
        }
        foreach (var sql in new[]
        {
            "delete from plans", "update plans set title = 'x'", "truncate plans", "delete from ledger", "update ledger set hash = hash",
            "drop trigger plans_stay on plans", "alter table plans disable trigger all", "create table t (x int)", "drop table plans_0",
            "delete from access_journal", "set session_replication_role = replica",
        })
        {
            FluentActions.Invoking(() => Do(database, sql)).Should().Throw<PostgresException>(sql).Which.SqlState.Should().Be("42501", sql);
        }
        Server($"drop owned by {role}; drop role {role}");
    }

    [Fact]
    public void A_servers_own_role_may_serve_after_an_upgrade_as_before()
    {
        var role = $"upgraded_{Environment.ProcessId}";
        Server($"drop role if exists {role}; create role {role} login");
        MigrateCommand.Run(Database, Clock, new Voice(Language.En, TextWriter.Null, TextWriter.Null), role: role).Should().Be(0);
        Do(Database, "drop table sweep_results, sweep_work; delete from plan_registry_schema where name = '0031_sweeps.sql'");

        MigrateCommand.Run(Database, Clock, new Voice(Language.En, TextWriter.Null, TextWriter.Null)).Should().Be(0);

        var database = Database.Replace("Username=app", $"Username={role}", StringComparison.Ordinal);
        using (var registry = Registry.Open(Homes.Of(database), Clock))
        using (var sweeps = registry.OpenSweeps())
        {
            sweeps.Enlist(new DateOnly(2026, 6, 30), [Kaizhou]);
            sweeps.Take(new DateOnly(2026, 6, 30), [], (_, _) => null).Should().BeTrue();
        }
        Server($"drop owned by {role}; drop role {role}");
    }

    /// <summary>A row is changed by nobody whose triggers are in their place, the owner included.</summary>
    [Theory]
    [InlineData("delete from plans", "A row of plans is never deleted: it is retired.")]
    [InlineData("update plans set title = 'x'", "A row of plans is never changed: it is retired and recorded again.")]
    [InlineData("update ledger set command = 'x'", "A ledger entry is never changed.")]
    public void What_is_recorded_stays(string sql, string sentence)
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));

        FluentActions.Invoking(() => Server(sql)).Should().Throw<PostgresException>().Which.MessageText.Should().Be(sentence);
    }

    /// <summary>A column that a step adds to one home and not to the other would be lost by a move.</summary>
    [Fact]
    public void Both_homes_have_the_same_tables_and_columns()
    {
        using var sqlite = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        Registry.Open(Homes.Of(DatabaseFile), Clock).Dispose();

        var there = Columns(sqlite,
            """
            select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c
            where m.type = 'table' and m.name not like 'sqlite%'
            """);

        using var server = new NpgsqlConnection($"{Database};Pooling=false");
        Columns(server,
            """
            select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped and c.relnamespace = 'public'::regnamespace
            """).Should().BeEquivalentTo(there);
    }

    private static List<string> Columns(System.Data.Common.DbConnection connection, string sql)
    {
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
        {
            columns.Add(reader.GetString(0));
        }
        return columns;
    }

    private static bool IsRead(IStorage node)
    {
        try
        {
            return node.Head(Kaizhou) > 0;
        }
        catch (StorageException)
        {
            return false;
        }
    }

    private void Server(string sql) => Do(Database, sql);

    private static void Do(string database, string sql)
    {
        using var connection = new NpgsqlConnection($"{database};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
