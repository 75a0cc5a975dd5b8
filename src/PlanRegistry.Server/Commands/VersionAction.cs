using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Commands;

/// <summary>
/// plan-registry --version: the program's own, that of its schema (the last migration), and that of the SQLite inside it, which no
/// other tool on the machine would tell.
/// </summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <summary>With the commit that it was built from.</summary>
    public static string Product { get; } =
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public override int Invoke(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"plan-registry {Product}");
        output.WriteLine($"schema {Migrations.Embedded[^1].Name.Split('_')[0]}");
        output.WriteLine($"SQLite {Database.SqliteVersion}");
        return CommandLine.Done;
    }
}
