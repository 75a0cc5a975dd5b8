using System.Net;
using System.Text;
using Npgsql;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.GraphQL;
using PlanRegistry.Tests.Ledger;
using PlanRegistry.Tests.Web;

namespace PlanRegistry.Tests.Storage;

/// <summary>What happens to a PostgreSQL that is served: one sentence, its code, nothing half written, and it goes on by itself.</summary>
[Trait("Home", "PostgreSQL")]
public sealed class PostgresFaultTests : PostgresTest
{
    private const string Unavailable = StorageException.Unavailable;

    [Fact]
    public async Task A_database_that_goes_away_while_it_is_served_is_said_to_who_reads_and_writes_and_comes_back_by_itself()
    {
        var (database, line) = Over(Begin());
        using var registry = Serving(database);
        await using var server = await Served(registry);
        (await server.Seq("Q1")).Should().Be("2");
        var away = $"The database '{registry.Name}' cannot be reached; try again, and if this goes on, see whether it is running.";

        line.Cut();

        ServedRegistry.Fault(await server.Register("Q2")).Should().Be((Unavailable, away));
        ServedRegistry.Fault(await server.Ask("{ districts(first: 3) { nodes { name } } }")).Should().Be((Unavailable, away));
        ServedRegistry.Fault(await server.Ask("{ district(code: \"500154\") { ledger(first: 3) { nodes { seq } } } }"))
            .Should().Be((Unavailable, away));
        (await server.Ready()).Should().Be((HttpStatusCode.ServiceUnavailable, away));
        using (var page = await server.Http.GetAsync("/"))
        {
            page.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            (await page.Content.ReadAsStringAsync()).Should().Contain("cannot be reached");
        }
        (await server.Http.GetStringAsync("/health/live")).Should().Be("live");
        (await server.Http.GetStringAsync("/metrics")).Should().Contain("plan_registry_ready{} 0\n")
            .And.Contain("plan_registry_trouble{plan_registry_trouble=\"DATABASE_AWAY\"} 1\n");

        line.Mend();
        await server.BecomesReady();
        (await server.Seq("Q2")).Should().Be("3", "what was refused is written once, under its key");
        (await server.Seq("Q2")).Should().Be("3");
        using var home = Homes.Of(database);
        Verification.Of(home).Broken.Should().BeNull();
    }

    [Fact]
    public async Task Who_watches_while_the_database_is_away_is_told_of_what_comes_after()
    {
        var (database, line) = Over(Begin());
        using var registry = Serving(database);
        await using var server = await Served(registry);
        (await server.Seq("Q1")).Should().Be("2");
        using var events = await EventStream.Open(server.Http,
            "subscription { findingChanged(district: \"500154\") { seq opened { rule { code } } } }");
        line.Cut();
        ServedRegistry.Fault(await server.Register("Q2")).Item1.Should().Be(Unavailable);
        registry.Pulse.Beat();
        line.Mend();
        await server.BecomesReady();

        (await server.Ask("""
            mutation { registerPlan(input: { district: "500154", code: "SPE-1", title: "开州区试验规划", kind: SPECIAL, leadAgency: "区Q1局",
              horizon: { from: 2026, to: 2030 } }) { seq problems { message } } }
            """)).Text("data.registerPlan.seq").Should().Be("3");

        (await events.Next()).Data.FindingChanged.Seq.Should().Be(3);
    }

    [Fact]
    public void A_database_that_is_away_at_the_start_is_one_sentence_and_exit_code_3()
    {
        var (database, line) = Over(Begin());
        line.Cut();

        var (code, said) = Opened(database);

        code.Should().Be(CommandLine.Environment);
        said.Should().Be($"The database '127.0.0.1:{line.Port}/{new NpgsqlConnectionStringBuilder(database).Database}' cannot be reached; "
            + "try again, and if this goes on, see whether it is running.");
    }

    [Fact]
    public void A_server_of_an_older_version_is_refused()
    {
        var entered = Begin();
        using var connection = new NpgsqlConnection(entered.ConnectionString);
        connection.Open();
        var version = connection.PostgreSqlVersion.Major;
        var (database, line) = Over(entered, (Encoding.ASCII.GetBytes($"server_version\0{version}"), "server_version\u000014"u8.ToArray()));

        var (code, said) = Opened(database);

        code.Should().Be(CommandLine.Environment);
        said.Should().StartWith($"The PostgreSQL of '127.0.0.1:{line.Port}/{entered.Database}' is 14.")
            .And.EndWith("; 15 or newer is needed.");
    }

    [Fact]
    public async Task A_server_without_a_free_connection_says_so_and_goes_on_when_there_is_one()
    {
        var entered = Begin();
        entered.Username = Role("connection limit 3");
        // The pool lets go at once of what is not used, so that others can take it.
        entered.ConnectionIdleLifetime = 1;
        entered.ConnectionPruningInterval = 1;
        using var registry = Serving(entered.ConnectionString);
        await using var server = await Served(registry);
        (await server.Seq("Q1")).Should().Be("2");
        var others = new List<NpgsqlConnection>();
        Do($"select pg_terminate_backend(pid) from pg_stat_activity where usename = '{entered.Username}'");
        for (var tries = 0; others.Count < 3 && tries < 200; tries++)
        {
            Take(others, entered);
        }

        var full = $"The database '{registry.Name}' has no connection left; try again later.";
        ServedRegistry.Fault(await server.Register("Q2")).Should().Be((StorageException.Busy, full));
        (await server.Ready()).Should().Be((HttpStatusCode.ServiceUnavailable, full));

        others.ForEach(o => o.Dispose());
        await server.BecomesReady();
        (await server.Seq("Q2")).Should().Be("3");
    }

    [Fact]
    public async Task A_database_that_is_set_to_be_read_only_says_so_and_goes_on_when_that_is_taken_back()
    {
        var entered = Begin();
        using var registry = Serving(entered.ConnectionString);
        await using var server = await Served(registry);
        (await server.Seq("Q1")).Should().Be("2");
        Do($"alter database {entered.Database} set default_transaction_read_only = on");
        Cut(entered);
        var sentence = $"The database '{registry.Name}' is read only, a standby or set so: connect to the primary, or reset it.";

        TestHome.WhenHeard(() => registry.Condition().Trouble == Trouble.ReadOnly);
        ServedRegistry.Fault(await server.Register("Q2")).Should().Be((Unavailable, sentence));
        (await server.Ready()).Should().Be((HttpStatusCode.ServiceUnavailable, sentence));
        (await server.Ask("{ district(code: \"500154\") { name } }")).Text("data.district.name").Should().Be("开州区");

        Do($"alter database {entered.Database} reset default_transaction_read_only", "postgres");
        await server.BecomesReady();
        (await server.Seq("Q2")).Should().Be("3");
    }

    [Fact]
    public async Task A_part_that_is_missing_is_said_to_who_writes_and_made_by_migrate_while_the_server_runs()
    {
        var entered = Begin();
        using var registry = Serving(entered.ConnectionString);
        await using var server = await Served(registry);
        Do("drop table agencies_0; drop table agencies_1");
        var sentence = $"Tables of '{registry.Name}' lack their parts: run plan-registry migrate, and then verify.";

        ServedRegistry.Fault(await server.Register("Q1")).Should().Be((Unavailable, sentence));
        registry.Head(Kaizhou).Should().Be(1, "nothing is half written");

        MigrateCommand.Run(Database, Clock, new Voice(Language.En, TextWriter.Null, TextWriter.Null)).Should().Be(0);
        (await server.Seq("Q1")).Should().Be("2");
    }

    [Theory]
    [InlineData("plans_1")]
    [InlineData("ledger_changes_0")]
    public void One_part_of_several_that_is_missing_is_noticed_at_the_start(string part)
    {
        var entered = Begin();
        Do($"drop table {part}");
        using var storage = TestHome.Of(DatabaseFile);
        FluentActions.Invoking(storage.RequireCurrent).Should().Throw<StorageException>().Which.Message.Should()
            .Be($"Tables of '{storage.Name}' lack their parts: run plan-registry migrate, and then verify.");

        entered.Username = Role("");
        Do($"drop table {part}");
        Opened(entered.ConnectionString).Should().Be((CommandLine.Environment,
            $"Tables of '{storage.Name}' lack their parts: run plan-registry migrate, and then verify."));
    }

    [Fact]
    public void Two_that_migrate_an_empty_database_at_once_make_it_once()
    {
        var entered = new NpgsqlConnectionStringBuilder(Database);
        var made = $"{entered.Database}_new";
        Do($"create database {made}");
        var codes = new int[3];
        var said = new StringWriter[3];
        var database = new NpgsqlConnectionStringBuilder(Database) { Database = made, Pooling = false }.ConnectionString;

        Parallel.For(0, 3, i => codes[i] =
            MigrateCommand.Run(database, TimeProvider.System, new Voice(Language.En, said[i] = new StringWriter(), said[i]), parts: 2));

        codes.Should().Equal([0, 0, 0], string.Concat<StringWriter>(said));
        said.Count(s => s.ToString().Contains("Applied ", StringComparison.Ordinal)).Should().Be(1);
        using (var home = Homes.Of(database))
        {
            home.RequireCurrent();
        }
        Do($"drop database {made} with (force)");
    }

    [Fact]
    public void Of_nodes_whose_clocks_are_five_minutes_apart_the_ledger_never_goes_back_and_each_that_is_off_says_so()
    {
        Begin();
        var now = TimeProvider.System.GetUtcNow();
        var nodes = new[] { -5, 0, 5 }
            .Select(off => Registry.Open(Homes.Of(Database, parts: 2), new TestClock(now.AddMinutes(off)))).ToList();
        var told = nodes.Select(_ => new List<string>()).ToList();
        for (var i = 0; i < nodes.Count; i++)
        {
            var list = told[i];
            nodes[i].Notice = sentence => list.Add(sentence.En);
        }

        var moments = Enumerable.Range(0, 9).Select(i => nodes[i % 3].Execute(By(Kaizhou), _ =>
            Decision.Write([Change.Record(PlanOf(Kaizhou, $"P-{i}", "交通规划"))])).Entry!.RecordedAt).ToList();

        moments.Should().BeInAscendingOrder().And.OnlyContain(m => (m - now).Duration() < TimeSpan.FromMinutes(4));
        told.Select(t => t.Count).Should().Equal(1, 0, 1);
        (told[0][0], told[2][0]).Should().Be((
            $"The clock is 5 minutes behind that of '{nodes[0].Name}', whose moments the ledger gets: set this machine's clock right.",
            $"The clock is 4 minutes ahead of that of '{nodes[0].Name}', whose moments the ledger gets: set this machine's clock right."));
        nodes.ForEach(n => n.Dispose());
    }

    private void Cut(NpgsqlConnectionStringBuilder entered) =>
        Do($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{entered.Database}' and pid <> pg_backend_pid()");

    private static void Take(List<NpgsqlConnection> others, NpgsqlConnectionStringBuilder entered)
    {
        var connection = new NpgsqlConnection($"{entered.ConnectionString};Pooling=false");
        try
        {
            connection.Open();
            others.Add(connection);
        }
        catch (PostgresException)
        {
            connection.Dispose();
            Thread.Sleep(50);
        }
    }
}
