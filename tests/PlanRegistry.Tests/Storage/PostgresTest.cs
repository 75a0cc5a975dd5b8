using System.Security.Cryptography;
using Npgsql;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;
using PlanRegistry.Tests.Web;

namespace PlanRegistry.Tests.Storage;

/// <summary>A registry in a database of its own on the private server, to which something happens.</summary>
public abstract class PostgresTest : LedgerTest
{
    private readonly List<Line> lines = [];
    private readonly List<string> roles = [];

    /// <summary>The database with Kaizhou in it, and how it is entered.</summary>
    internal NpgsqlConnectionStringBuilder Begin()
    {
        Registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(DistrictOf(Kaizhou, "开州区"))])).Entry!.Seq.Should().Be(1);
        return new NpgsqlConnectionStringBuilder(Database);
    }

    /// <summary>The same over a line.</summary>
    internal (string Database, Line Line) Over(NpgsqlConnectionStringBuilder entered, (byte[], byte[])? change = null)
    {
        var line = new Line(entered.Port, change);
        lines.Add(line);
        return (new NpgsqlConnectionStringBuilder(entered.ConnectionString) { Port = line.Port }.ConnectionString, line);
    }

    /// <summary>A role that may serve, with what else is said of it.</summary>
    internal string Role(string also)
    {
        var role = $"role_{Environment.ProcessId}_{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        Do($"create role {role} login {also}");
        roles.Add(role);
        MigrateCommand.Run(Database, Clock, new Voice(Language.En, TextWriter.Null, TextWriter.Null), role: role).Should().Be(0);
        return role;
    }

    internal static Registry Serving(string database) => Registry.Open(Homes.Of(database, parts: 2), TimeProvider.System);

    internal static Task<ServedRegistry> Served(Registry registry) => ServedRegistry.Of(registry, TimeProvider.System);

    /// <summary>What a command says that opens the database, and its exit code.</summary>
    internal static (int Code, string Said) Opened(string database)
    {
        var errors = new StringWriter();
        var code = CommandLine.WithRegistry(database, new Voice(Language.En, TextWriter.Null, errors), _ => 0);
        return (code, errors.ToString().TrimEnd());
    }

    /// <summary>As the owner.</summary>
    internal void Do(string sql, string? elsewhere = null)
    {
        using var connection = new NpgsqlConnection($"{Database};Pooling=false{(elsewhere is null ? "" : $";Database={elsewhere}")}");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    protected override void Dispose(bool disposing)
    {
        lines.ForEach(l => l.Dispose());
        foreach (var role in roles)
        {
            Do($"select pg_terminate_backend(pid) from pg_stat_activity where usename = '{role}'");
            Do($"drop owned by {role}; drop role {role}");
        }
        base.Dispose(disposing);
    }
}
