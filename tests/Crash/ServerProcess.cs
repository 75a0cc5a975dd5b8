using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Crash;

/// <summary>plan-registry serve in a process of its own, that can be ended as a power failure ends it.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private ServerProcess(string database)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        process = Start("serve", "--database", database, "--urls", address, "--actor", "tests");
        http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
    }

    public static async Task<ServerProcess> Ready(string database)
    {
        var server = new ServerProcess(database);
        await server.WhenReady();
        return server;
    }

    public async Task WhenReady()
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await IsReady())
            {
                return;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("The server was not ready within a minute.");
    }

    /// <summary>The program beside this one, its words thrown away.</summary>
    public static Process Start(params string[] arguments) => StartIn([], arguments);

    /// <summary>The same with more in its environment.</summary>
    public static Process StartIn(Dictionary<string, string> environment, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "plan-registry.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    /// <summary>The answer as it came.</summary>
    public async Task<JsonElement> Ask(string query, object variables)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>SIGKILL: nothing is flushed, nothing closed.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        http.Dispose();
        process.Dispose();
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var response = await http.GetAsync("/health/ready");
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return process.HasExited ? throw new InvalidOperationException($"The server ended with {process.ExitCode}.") : false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
