using System.Text.RegularExpressions;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;
using PlanRegistry.Server.Storage;

namespace Fuzz.Packs;

/// <summary>
/// Imports mutated packs, each into a registry of its own that has the sample or nothing. Whatever the pack: an answer in time and in
/// bounded memory, every ledger whole afterwards, and where it is refused all as it was before, and why.
/// </summary>
public sealed partial class PackFuzz(string folder, IReadOnlyList<string> packs, string loaded, int seed)
{
    public const long MostBytes = 300L * 1024 * 1024;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<Dictionary<string, byte[]>> originals =
        [.. packs.Select(p => Directory.GetFiles(p, "*.csv").ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes))];

    public int Imported { get; private set; }

    /// <summary>Packs whose files were all read: what refused them is in their rows.</summary>
    public int PassedHeader { get; private set; }

    /// <summary>How many packs were refused with a sentence of this kind.</summary>
    public SortedDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">With one sentence about what went wrong with an input.</exception>
    public void Send(int input)
    {
        Exception? failure = null;
        // A thread of its own, which can be given up, with the stack of Windows.
        var sending = new Thread(() =>
        {
            try
            {
                Import(input);
            }
            catch (Exception e)
            {
                failure = e;
            }
        }, 1024 * 1024) { IsBackground = true };
        sending.Start();
        if (!sending.Join(Patience))
        {
            throw new InvalidOperationException($"Pack {input} of seed {seed} got no answer within {Patience.TotalSeconds} s.");
        }
        if (failure is not null)
        {
            throw new InvalidOperationException($"Pack {input} of seed {seed}: {failure.Message}", failure);
        }
    }

    private void Import(int input)
    {
        var chance = new Random((seed * 1_000_003) + input);
        var (pack, database) = (Path.Combine(folder, $"pack-{input}"), Path.Combine(folder, $"registry-{input}.db"));
        Directory.CreateDirectory(pack);
        foreach (var (name, bytes) in new PackMutation(chance).Of(originals[chance.Next(originals.Count)]))
        {
            File.WriteAllBytes(Path.Combine(pack, name), bytes);
        }
        if (chance.Next(2) == 0)
        {
            File.Copy(loaded, database);
        }
        Import(pack, database, replace: chance.Next(4) == 0);
        Directory.Delete(pack, recursive: true);
        foreach (var file in Directory.GetFiles(folder, $"registry-{input}.db*"))
        {
            File.Delete(file);
        }
    }

    private void Import(string pack, string database, bool replace)
    {
        using var registry = Registry.Open(database, TimeProvider.System);
        var (before, allocated) = (Heads(registry), GC.GetAllocatedBytesForCurrentThread());
        var said = new StringWriter { NewLine = "\n" };
        var exit = ImportCommand.Run(registry, pack, "fuzz", dryRun: false, replace, new Voice(Language.En, said, said),
            reason: "Recorded otherwise.", document: "开州府办发〔2020〕95号", isSample: true);
        Require(GC.GetAllocatedBytesForCurrentThread() - allocated < MostBytes, "it took too much memory.");
        Require(exit is CommandLine.Done or CommandLine.Refused, $"it ended with {exit}: {said}");
        using var storage = Homes.Of(database);
        Require(Verification.Of(storage).Broken is null, "a ledger is broken.");
        if (exit == CommandLine.Refused)
        {
            Require(Heads(registry).SequenceEqual(before), "it was refused, and something was written.");
            Require(said.ToString().Trim().Length > 0, "it was refused without a word.");
        }
        Count(exit, pack, said.ToString());
    }

    private void Count(int exit, string pack, string said)
    {
        PassedHeader += IsRead(pack) ? 1 : 0;
        Imported += exit == CommandLine.Done ? 1 : 0;
        if (exit == CommandLine.Refused)
        {
            var kind = Particular().Replace(said.Split('\n')[0].Split(": ", 2)[^1], "…");
            Refusals[kind] = Refusals.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>Every file of it past its bounds and its header.</summary>
    private static bool IsRead(string pack)
    {
        try
        {
            return Pack.Read(pack).Sheets.Count == Directory.GetFiles(pack).Length;
        }
        catch (PackException)
        {
            return false;
        }
    }

    private static List<(DistrictCode, int, string)> Heads(Registry registry) =>
        [.. registry.Districts().Select(d => (d, registry.Head(d), registry.Entry(d, registry.Head(d))!.Hash))];

    private static void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new InvalidOperationException(sentence);
        }
    }

    /// <summary>What is quoted, counted or named in a sentence.</summary>
    [GeneratedRegex("'[^']*'|\"[^\"]*\"|[^\\x00-\\x7f]+|\\b[A-Z0-9][\\w:.|-]*\\d[\\w:.|-]*|\\b[a-z_]+\\.csv(:\\d+)?|\\d+")]
    private static partial Regex Particular();
}
