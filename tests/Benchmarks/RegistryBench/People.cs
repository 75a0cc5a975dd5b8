using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace RegistryBench;

/// <summary>200 people who are signed in, each with a live page: how long they wait while one of them writes.</summary>
internal static class People
{
    private const int Count = 200;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>What runs often is compiled again beside the answers: on one core that takes the better part of a minute.</summary>
    private static readonly TimeSpan FirstMinute = TimeSpan.FromSeconds(60);

    /// <summary>From one look at a page to the next: an officer who reads.</summary>
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(5);

    private static string Live => $$"""
        subscription { findingChanged(district: "{{Packs.Code}}") { cursor opened { key plan { code } } cleared { key plan { code } } } }
        """;

    /// <summary>What pages ask: a plan, a page of plans, what is wrong.</summary>
    private static IReadOnlyList<string> Looks { get; } =
    [
        $$"""{ district(code: "{{Packs.Code}}") { seq plans(first: 50) { totalCount nodes { code title status light } } } }""",
        $$"""
        { district(code: "{{Packs.Code}}") { findings(first: 30, orderBy: URGENCY) {
            totalCount nodes { key sentence severity due plan { code title } } } } }
        """,
        $$"""{ district(code: "{{Packs.Code}}") { conformance { plans red yellow green grey bySeverity { severity count } } } }""",
    ];

    /// <summary>Makes the accounts and signs them in; what their browsers hold goes into the file, a line each.</summary>
    public static int Invite(string database, string file)
    {
        using var registry = Registry.Open(database, TimeProvider.System);
        using var storage = registry.OpenAccess();
        var settings = new AccessSettings();
        var accounts = new Accounts(storage, registry, TimeProvider.System, settings);
        var factors = new SecondFactors(storage, new EphemeralDataProtectionProvider(), TimeProvider.System, settings);
        var signIns = new SignIns(storage, TimeProvider.System, settings, factors, accounts);
        File.WriteAllLines(file, Enumerable.Range(1, Count).Select(i =>
        {
            var invited = accounts.Invite(new AccountForm($"经办{i}号", Role.ReformCommission, Packs.Code.Value, null), by: null);
            return signIns.Use(invited.Link ?? throw new InvalidOperationException(invited.Problem!.Message.En), "correct horse battery",
                new Place("127.0.0.1", null)).Key!;
        }));
        return 0;
    }

    public static async Task<int> Measure(Uri server, string file)
    {
        var keys = await File.ReadAllLinesAsync(file);
        using var handler = new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = Count };
        using var http = new HttpClient(handler) { BaseAddress = server };
        using var over = new CancellationTokenSource();
        var people = keys.Select((key, i) => new Person(http, key, i)).ToList();
        foreach (var person in people)
        {
            await person.Listen(server);
        }
        // What is measured is the day, not its first minute.
        await Task.WhenAll(people.Select(p => p.Look(CancellationToken.None)));
        over.CancelAfter(FirstMinute + Length);
        var day = Task.WhenAll(people.Select(p => p.Work(over.Token)).Append(people[0].Write(over.Token)));
        await Task.Delay(FirstMinute);
        people.ForEach(p => p.Forget());
        await day;
        people.ForEach(p => p.Dispose());
        var waits = people.SelectMany(p => p.Waits).Order().ToList();
        var told = people.SelectMany(p => p.Told).Order().ToList();
        return Figures.Print(
        [
            new Figure($"{Count} people with live pages: p99 of what their pages ask", At(waits, 0.99), 200, "ms",
                $"median {At(waits, 0.5):N1} ms; {waits.Count} requests, {waits.Count / Length.TotalSeconds:N0} a second"),
            new Figure($"{Count} people with live pages: p99 from a write to its being told", At(told, 0.99), 1_000, "ms",
                $"median {At(told, 0.5):N1} ms; {told.Count} times"),
        ]);
    }

    private static double At(List<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];

    private sealed class Person(HttpClient http, string key, int number) : IDisposable
    {
        private static long writtenAt;
        private readonly ClientWebSocket socket = new();
        private readonly Random chance = new(number);
        private readonly bool isOverview = number % 4 == 0;
        private int looked = number;

        public List<double> Waits { get; } = [];
        public List<double> Told { get; } = [];

        private string Cookie => "plan-registry=" + key;

        public async Task Listen(Uri server)
        {
            socket.Options.AddSubProtocol("graphql-transport-ws");
            socket.Options.SetRequestHeader("Cookie", Cookie);
            socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
            await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
            await Send("""{"type":"connection_init"}""");
            await Receive(CancellationToken.None);
            await Send(JsonSerializer.Serialize(new { id = "1", type = "subscribe", payload = new { query = Live } }));
        }

        public void Forget()
        {
            lock (Waits)
            {
                Waits.Clear();
                Told.Clear();
            }
        }

        /// <summary>Reads a page, then the next; and again when something is told.</summary>
        public async Task Work(CancellationToken over)
        {
            try
            {
                var told = Hear(over);
                await Task.Delay(Reading * chance.NextDouble(), over);
                while (!over.IsCancellationRequested)
                {
                    await Look(over);
                    await Task.Delay(Reading * (0.5 + chance.NextDouble()), over);
                }
                await told;
            }
            catch (OperationCanceledException)
            {
                // The day is over.
            }
        }

        public Task Look(CancellationToken over) => Look(looked++, over);

        private async Task Look(int which, CancellationToken over)
        {
            var clock = Stopwatch.StartNew();
            await Ask(Looks[which % Looks.Count], over);
            lock (Waits)
            {
                Waits.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        /// <summary>A plan on no list: a finding opens.</summary>
        public async Task Write(CancellationToken over)
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    await Task.Delay(Writing, over);
                    Interlocked.Exchange(ref writtenAt, Stopwatch.GetTimestamp());
                    await Ask($$"""
                        mutation { registerPlan(input: { district: "{{Packs.Code}}", title: "示例规划{{i}}", code: "BENCH-{{i}}", kind: SPECIAL,
                          horizon: { from: 2026, to: 2030 }, draftingFrom: "2026-06-01" }) { problems { message } } }
                        """, over);
                }
            }
            catch (OperationCanceledException)
            {
                // The day is over.
            }
        }

        public void Dispose() => socket.Dispose();

        private async Task Hear(CancellationToken over)
        {
            while (await Receive(over) is { } text)
            {
                if (text.Contains("\"next\"", StringComparison.Ordinal))
                {
                    lock (Waits)
                    {
                        Told.Add(Stopwatch.GetElapsedTime(Interlocked.Read(ref writtenAt)).TotalMilliseconds);
                    }
                    if (isOverview)
                    {
                        // 总览 reads its figures anew, at once; other pages wait until somebody asks for it.
                        await Look(2, over);
                    }
                }
            }
        }

        private async Task Ask(string query, CancellationToken over)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("Cookie", Cookie);
            request.Headers.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
            using var response = await http.SendAsync(request, over);
            var told = await response.Content.ReadAsStringAsync(over);
            if (told.Contains("\"errors\"", StringComparison.Ordinal) || told.Contains("\"message\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(told);
            }
        }

        private Task Send(string text) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

        private async Task<string> Receive(CancellationToken over)
        {
            var (text, buffer) = (new MemoryStream(), new byte[8 * 1024]);
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), over);
                text.Write(buffer, 0, received.Count);
                if (received.EndOfMessage)
                {
                    return Encoding.UTF8.GetString(text.ToArray());
                }
            }
        }
    }
}
