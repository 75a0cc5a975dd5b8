using System.Collections.Concurrent;
using System.Diagnostics;
using Fuzz.Inputs;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace Crash;

/// <summary>
/// Ends a server again and again while clients write to it and a pack is imported beside it; of PostgreSQL one of two nodes and the
/// database itself in turn. Afterwards the ledger is whole, what was acknowledged stands in it once, a retry gets the first answer, through
/// whichever node, and of a pack all is there or nothing.
/// </summary>
/// <param name="server">The server of the database, where it is none of a file.</param>
public sealed class CrashRun(string database, int seed, DatabaseServer? server = null)
{
    private const int Clients = 4;
    private const int PackRows = 300;
    private static readonly DistrictCode District = DistrictCode.Parse("500154");

    private readonly string folder = Directory.CreateTempSubdirectory("plan-registry-packs-").FullName;
    private readonly List<string> wrong = [];
    private int numbered, acknowledged, unanswered, open;

    /// <summary>A database with the sample in a folder.</summary>
    public static string Sample(string folder) => Loaded(Path.Combine(folder, "registry.db"));

    /// <summary>A database with the sample.</summary>
    public static string Loaded(string database)
    {
        using var registry = Registry.Open(Homes.Of(database, parts: 2), TimeProvider.System);
        var loaded = PlanRegistry.Server.Commands.Sample.Load(registry, "tests", new Voice(Language.En, TextWriter.Null, Console.Error));
        return loaded == 0 ? database : throw new InvalidOperationException("The sample cannot be loaded.");
    }

    /// <returns>What is wrong.</returns>
    public async Task<IReadOnlyList<string>> Run(int cycles, TextWriter output)
    {
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            await Cycle(cycle, new Chance(seed, cycle));
        }
        Directory.Delete(folder, recursive: true);
        output.WriteLine($"{cycles} crashes (seed {seed}): {acknowledged} writes acknowledged, {unanswered} without an answer, "
            + $"{100 * open / cycles} % of the crashes in the midst of a write, {wrong.Count} wrong.");
        return wrong;
    }

    private async Task Cycle(int cycle, Chance chance)
    {
        var sent = new ConcurrentBag<Command>();
        var import = cycle % 3 == 0 ? Import(cycle) : null;
        var nodes = await Task.WhenAll(Enumerable.Range(0, server is null ? 1 : 2).Select(_ => ServerProcess.Ready(database)));
        var clients = Enumerable.Range(0, Clients).Select(n => Task.Run(() => Write(nodes[n % nodes.Length], sent))).ToList();
        while (!sent.Any(c => c.Answer is not null) && !clients.All(c => c.IsCompleted))
        {
            await Task.Delay(10);
        }
        await Task.Delay(chance.Below(1_000));
        if (import is not null && chance.OneIn(2))
        {
            import.Kill();
        }
        open += sent.Any(c => c.Answer is null) ? 1 : 0;
        if (server is not null && cycle % 2 == 0)
        {
            server.Crash();
        }
        else
        {
            nodes[0].Kill();
            // The others write on, and are then stopped as well.
            await Task.Delay(chance.Below(300));
            Array.ForEach(nodes[1..], n => n.Kill());
        }
        await Task.WhenAll(clients);
        import?.WaitForExit();
        Check(cycle, sent, import);
        await SendAgain(cycle, sent, server is not null && cycle % 2 == 0 ? nodes[^1] : null);
        Array.ForEach(nodes, n => n.Dispose());
    }

    private async Task Write(ServerProcess node, ConcurrentBag<Command> sent)
    {
        try
        {
            while (true)
            {
                var command = Command.Numbered(Interlocked.Increment(ref numbered), seed);
                sent.Add(command);
                command.Answer = await command.Send(node);
                if (command.Answer is null)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException or System.Text.Json.JsonException)
        {
            // The node is gone, as it was to be.
        }
    }

    private Process Import(int cycle)
    {
        var pack = Directory.CreateDirectory(Path.Combine(folder, $"pack{cycle}")).FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "seed", District.Value, "district.csv"), Path.Combine(pack, "district.csv"));
        File.WriteAllLines(Path.Combine(pack, "agencies.csv"),
            ["name,code", .. Enumerable.Range(0, PackRows).Select(n => $"区导入局{cycle}之{n},I{seed}x{cycle}x{n}")]);
        return ServerProcess.Start("import", pack, "--database", database, "--actor", "tests");
    }

    private void Check(int cycle, IReadOnlyCollection<Command> sent, Process? import)
    {
        using var storage = Homes.Of(database);
        if (Verification.Of(storage).Broken is { } broken)
        {
            wrong.Add($"cycle {cycle}: {broken.En}");
        }
        foreach (var command in sent.Where(c => c.Answer is not null))
        {
            acknowledged++;
            var entry = storage.EntryUnderKey(District, "tests", CommandDesk.Kept(command.Key));
            if (entry is null || !command.Answer!.Contains($"\"seq\":{entry.Seq},", StringComparison.Ordinal))
            {
                wrong.Add($"cycle {cycle}: {command.Key} was acknowledged and is not in the ledger: {command.Answer}");
            }
        }
        if (import is not null)
        {
            var imported = storage.Load(new LedgerHead(District, storage.Head(District))).Of<Agency>()
                .Count(a => a.Code.StartsWith($"I{seed}x{cycle}x", StringComparison.Ordinal));
            if (imported != PackRows && (imported != 0 || import.ExitCode == 0))
            {
                wrong.Add($"cycle {cycle}: of a pack of {PackRows} rows {imported} are there, and import ended with {import.ExitCode}");
            }
        }
    }

    /// <param name="survivor">A node that outlived its database, and is to serve again by itself.</param>
    private async Task SendAgain(int cycle, IReadOnlyCollection<Command> sent, ServerProcess? survivor)
    {
        using var started = survivor is null ? await ServerProcess.Ready(database) : null;
        var node = started ?? survivor!;
        await node.WhenReady();
        foreach (var command in sent)
        {
            var again = await command.Send(node);
            unanswered += command.Answer is null ? 1 : 0;
            var first = command.Answer ?? await command.Send(node);
            if (again is null || again != first || !again.Contains("\"problems\":[]", StringComparison.Ordinal))
            {
                wrong.Add($"cycle {cycle}: {command.Key} was answered {first}, and then {again ?? command.Refusal}");
            }
        }
    }
}
