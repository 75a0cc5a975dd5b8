using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Papers;

/// <summary>The terminal of a reader who pastes blocks, beside the sample packs and a database. reader.sh says what differs.</summary>
internal sealed class Shell : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string Given = Repository.Path("tests/PlanRegistry.Tests/Papers/reader.sh");

    private static readonly string Ask =
        Page.Of("README.md").Blocks.SelectMany(b => b.Code.Split('\n')).Single(l => l.StartsWith("ask() ", StringComparison.Ordinal));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-tests-");
    private readonly List<Process> left = [];
    private readonly string server;
    private readonly string now;

    /// <param name="server">Host and port, in place of 127.0.0.1:5080.</param>
    /// <param name="database">Copied, for the commands of plan-registry.</param>
    public Shell(string server, string database, DateTimeOffset now)
    {
        this.server = server;
        this.now = now.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "seed"), Repository.Path("seed"));
        File.Copy(database, Path.Combine(folder.CreateSubdirectory("data").FullName, "registry.db"));
    }

    /// <summary>What the block writes; it must end well.</summary>
    public async Task<string> Run(string code)
    {
        using var process = Start(code);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.Should().Be(0, "this block is to run:\n{0}\nbut:\n{1}{2}", code, await output, await errors);
        return await output;
    }

    /// <summary>A block that goes on until the terminal is closed, when it has written its first line.</summary>
    public async Task<StreamReader> Leave(string code)
    {
        var process = Start(code);
        left.Add(process);
        using var patience = new CancellationTokenSource(Patience);
        (await process.StandardOutput.ReadLineAsync(patience.Token)).Should().NotBeNull("this block is to go on:\n{0}", code);
        return process.StandardOutput;
    }

    private Process Start(string code)
    {
        var script = $"source '{Given}'\n{Ask}\n{code}".Replace("127.0.0.1:5080", server);
        return Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["PROGRAM"] = Path.Combine(AppContext.BaseDirectory, "plan-registry.dll"),
                ["REPOSITORY"] = Repository.Root,
                ["BINARY"] = Binary(),
                ["PORT"] = $"{FreePort()}",
                ["NOW"] = now,
            },
        })!;
    }

    private static string Binary()
    {
        var makefile = File.ReadAllText(Repository.Path("Makefile"));
        string Variable(string name) => Regex.Match(makefile, $"^{name} *:= (.*)$", RegexOptions.Multiline).Groups[1].Value;
        return Variable("BINARY").Replace("$(SERVER)", Variable("SERVER"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        foreach (var process in left)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
        folder.Delete(recursive: true);
    }
}
