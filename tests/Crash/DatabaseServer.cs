using System.Diagnostics;

namespace Crash;

/// <summary>The private PostgreSQL that tests/postgres.sh has started, which can be ended as a power failure ends it.</summary>
/// <param name="crash">The script that kills it and starts it anew.</param>
public sealed class DatabaseServer(string server, string crash)
{
    /// <summary>Null where there is none.</summary>
    public static DatabaseServer? Started =>
        Environment.GetEnvironmentVariable("PLANREGISTRY_POSTGRES") is { } server
            && Environment.GetEnvironmentVariable("PLANREGISTRY_POSTGRES_CRASH") is { } crash ? new DatabaseServer(server, crash) : null;

    /// <summary>Makes a database, as <c>--database</c> names it.</summary>
    public string Make(string name)
    {
        var said = server.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        Run("createdb", "-h", said["Host"], "-p", said["Port"], "-U", said["Username"], name);
        return $"{server};Database={name}";
    }

    /// <summary>SIGKILL to all of its processes; it is there again when this returns, having recovered from its log.</summary>
    public void Crash() => Run(crash);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
