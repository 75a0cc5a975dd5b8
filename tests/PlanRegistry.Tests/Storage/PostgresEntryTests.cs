using Npgsql;
using PlanRegistry.Server.Commands;
using PlanRegistry.Tests.Web;

namespace PlanRegistry.Tests.Storage;

/// <summary>How a PostgreSQL is entered: over TLS that is verified, by a password in a file, and when either is changed.</summary>
[Trait("Home", "PostgreSQL")]
public sealed class PostgresEntryTests : PostgresTest
{
    private static readonly string Tls = Environment.GetEnvironmentVariable("PLANREGISTRY_POSTGRES_TLS") ?? "";

    private static string Verified(NpgsqlConnectionStringBuilder entered, string ca, string host) =>
        new NpgsqlConnectionStringBuilder(entered.ConnectionString)
        {
            Host = host, SslMode = SslMode.VerifyFull, RootCertificate = Path.Combine(Tls, ca), 
        }.ConnectionString;

    [Fact]
    public async Task Over_TLS_that_is_verified_it_is_served_and_goes_on_when_the_servers_certificate_is_renewed()
    {
        var entered = Begin();
        var database = Verified(entered, "ca.crt", "localhost");
        Opened(database).Should().Be((CommandLine.Done, ""));
        using var registry = Serving(database);
        await using var server = await Served(registry);
        (await server.Seq("Q1")).Should().Be("2");
        Told("select bool_or(ssl) from pg_stat_ssl s join pg_stat_activity a using (pid) where a.datname = current_database() "
            + "and pid <> pg_backend_pid()").Should().Be(true);

        foreach (var part in new[] { "crt", "key" })
        {
            File.WriteAllBytes(Path.Combine(Tls, $"server.{part}"), File.ReadAllBytes(Path.Combine(Tls, $"renewed.{part}")));
        }
        Do("select pg_reload_conf()");
        (await server.Seq("Q2")).Should().Be("3", "connections that are open stay");
        Do("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

        await server.BecomesReady();
        (await server.Seq("Q3")).Should().Be("4", "new ones see the new certificate");
    }

    [Theory]
    [InlineData("others.crt", "localhost")]
    [InlineData("ca.crt", "127.0.0.1")]
    public void A_certificate_of_another_CA_or_another_host_is_refused(string ca, string host)
    {
        var entered = Begin();

        Opened(Verified(entered, ca, host)).Should().Be((CommandLine.Environment, $"The certificate of '{host}:{entered.Port}/"
            + $"{entered.Database}' is not trusted: look at the host's name, and at the file that Root Certificate names."));
    }

    [Fact]
    public void A_file_of_root_certificates_that_is_not_there_is_one_sentence()
    {
        var (code, said) = Opened(Verified(Begin(), "nobody.crt", "localhost"));

        code.Should().Be(CommandLine.Environment);
        said.Should().Be($"There is no file '{Path.Combine(Tls, "nobody.crt")}', which Root Certificate names.");
    }

    [Fact]
    public void A_server_without_TLS_is_refused_where_it_is_asked_for()
    {
        var (database, line) = Over(Begin(), ("S"u8.ToArray(), "N"u8.ToArray()));
        var entered = new NpgsqlConnectionStringBuilder(database);

        Opened(Verified(entered, "ca.crt", "localhost")).Should().Be((CommandLine.Environment,
            $"The database 'localhost:{line.Port}/{entered.Database}' offers no TLS, and the connection asks for it (SSL Mode)."));
    }

    [Fact]
    public async Task A_password_that_is_changed_in_the_server_and_in_the_file_needs_no_restart()
    {
        var entered = Begin();
        var role = Role("password 'first'");
        Do($"do $$ begin create role needs_password; exception when duplicate_object then null; end $$; grant needs_password to {role}");
        entered.Username = role;
        entered.Passfile = Path.Combine(Path.GetDirectoryName(DatabaseFile)!, "pgpass");
        OwnFile.Write(entered.Passfile, "*:*:*:*:wrong");
        var refused = $"The database '127.0.0.1:{entered.Port}/{entered.Database}' does not accept the user or the password.";
        Opened(entered.ConnectionString).Should().Be((CommandLine.Environment, refused));

        OwnFile.Write(entered.Passfile, "*:*:*:*:first");
        using var registry = Serving(entered.ConnectionString);
        await using var server = await Served(registry);
        (await server.Seq("Q1")).Should().Be("2");
        Do($"alter role {role} password 'second'");
        (await server.Seq("Q2")).Should().Be("3", "connections that are open stay");
        Do($"select pg_terminate_backend(pid) from pg_stat_activity where usename = '{role}'");
        TestHome.WhenHeard(() => registry.Condition().Sentence?.En == refused);
        (await server.Ready()).Words.Should().Be(refused);

        OwnFile.Write(entered.Passfile, "*:*:*:*:second");
        await server.BecomesReady();
        (await server.Seq("Q3")).Should().Be("4");
    }

    [Fact]
    public void A_file_of_passwords_that_others_can_read_is_refused()
    {
        var entered = Begin();
        entered.Passfile = Path.Combine(Path.GetDirectoryName(DatabaseFile)!, "pgpass");
        OwnFile.Write(entered.Passfile, "*:*:*:*:first", isSeen: true);

        Opened(entered.ConnectionString).Should().Be((CommandLine.Environment,
            $"'{entered.Passfile}' holds a password or a key, and others can read or change it: run chmod 600 on it."));
    }

    private object? Told(string sql)
    {
        using var connection = new NpgsqlConnection($"{Database};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
