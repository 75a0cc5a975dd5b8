using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>
/// plan-registry --version: the program's own, and those of the databases inside it, which no other tool on the machine would tell.
/// </summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <summary>With the commit that it was built from.</summary>
    public static string Product { get; } =
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public override int Invoke(ParseResult parsed)
    {
        parsed.InvocationConfiguration.Output.WriteLine($"plan-registry {Product}");
        parsed.InvocationConfiguration.Output.WriteLine($"schema {Homes.Schema}");
        parsed.InvocationConfiguration.Output.WriteLine(Homes.Versions);
        return CommandLine.Done;
    }
}
