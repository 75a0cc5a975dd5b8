using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Net.Sockets;
using System.Text;
using Crash;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Commands;

/// <summary>A server that is told to stop (SIGTERM, as systemd does) takes nobody in any more and answers whom it has.</summary>
public sealed class GracefulStopTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-stop-");

    [Fact]
    public async Task A_write_that_is_under_way_is_finished_and_answered_and_then_the_server_ends()
    {
        var database = CrashRun.Sample(folder.FullName);
        var port = FreePort();
        using var server = ServerProcess.Start("serve", "--database", database, "--urls", $"http://127.0.0.1:{port}", "--actor", "tests");
        await Ready(port, server);
        var body = Encoding.UTF8.GetBytes("{\"query\":\"mutation { registerAgency(input: { district: \\\"500154\\\", code: \\\"Q1\\\", "
            + "name: \\\"区乙局\\\" }) { seq problems { code } } }\"}");
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\nExpect: 100-continue\r\n\r\n"));
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync()).Should().Be("HTTP/1.1 100 Continue", "the request is being handled");
        await stream.WriteAsync(body.AsMemory(0, 20));

        Process.Start("kill", ["-TERM", $"{server.Id}"]).WaitForExit();
        while (await Accepts(port))
        {
            await Task.Delay(20);
        }
        server.HasExited.Should().BeFalse("somebody waits for an answer");
        await stream.WriteAsync(body.AsMemory(20));

        var answer = await reader.ReadToEndAsync();
        answer.Should().Contain("HTTP/1.1 200").And.Contain("\"problems\":[]");
        server.WaitForExit(60_000).Should().BeTrue();
        server.ExitCode.Should().Be(0);
        using var registry = Registry.Open(database, TimeProvider.System);
        registry.Head(DistrictCode.Parse("500154")).Should().Be(2);
    }

    [Fact]
    public async Task Readiness_says_no_first_a_subscriber_is_told_and_a_second_signal_ends_it_at_once()
    {
        var database = CrashRun.Sample(folder.FullName);
        var port = FreePort();
        using var server = ServerProcess.StartIn(new() { ["Stop__NotReadySeconds"] = "60" },
            "serve", "--database", database, "--urls", $"http://127.0.0.1:{port}", "--actor", "tests", "--lang", "en");
        await Ready(port, server);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/graphql"), CancellationToken.None);
        await socket.SendAsync("{\"type\":\"connection_init\"}"u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
        var heard = new byte[1000];
        (await socket.ReceiveAsync(heard, CancellationToken.None)).MessageType.Should().Be(WebSocketMessageType.Text);

        Process.Start("kill", ["-TERM", $"{server.Id}"]).WaitForExit();

        var closed = await socket.ReceiveAsync(heard, CancellationToken.None);
        (closed.MessageType, closed.CloseStatus).Should().Be((WebSocketMessageType.Close, WebSocketCloseStatus.EndpointUnavailable));
        using (var ready = await http.GetAsync("/health/ready"))
        {
            ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            (await ready.Content.ReadAsStringAsync()).Should().Be("服务正在停止。");
        }
        (await http.GetStringAsync("/health/live")).Should().Be("live", "who was led to it is still answered");
        server.HasExited.Should().BeFalse();

        Process.Start("kill", ["-TERM", $"{server.Id}"]).WaitForExit();

        server.WaitForExit(20_000).Should().BeTrue();
        server.ExitCode.Should().Be(143);
        using var registry = Registry.Open(database, TimeProvider.System);
        registry.Head(DistrictCode.Parse("500154")).Should().Be(1);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task Ready(int port, Process server)
    {
        using var http = new HttpClient();
        for (var tries = 0; tries < 600; tries++)
        {
            server.HasExited.Should().BeFalse("the server is to start");
            try
            {
                using var answer = await http.GetAsync($"http://127.0.0.1:{port}/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("The server was not ready within a minute.");
    }

    private static async Task<bool> Accepts(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
