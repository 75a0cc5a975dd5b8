using PlanRegistry.Generator;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;

namespace Fuzz.Packs;

/// <summary>The packs that are mutated, the sample's and the generator's, and a registry with the sample.</summary>
public sealed class PackRun : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fuzz-packs-").FullName;

    public PackRun(int seed)
    {
        var loaded = Path.Combine(folder, "loaded.db");
        using (var registry = Registry.Open(loaded, TimeProvider.System))
        {
            if (Sample.Load(registry, "fuzz", new Voice(Language.En, TextWriter.Null, Console.Error)) != CommandLine.Done)
            {
                throw new InvalidOperationException("The sample was refused.");
            }
        }
        var made = Path.Combine(folder, "made");
        if (PackSeed.Write(made, new SeedOptions(1, 30, seed), TextWriter.Null, Console.Error) != CommandLine.Done)
        {
            throw new InvalidOperationException("No packs could be made.");
        }
        Fuzz = new PackFuzz(folder, [.. Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "seed")).Order(),
            .. Directory.GetDirectories(made).Order()], loaded, seed);
    }

    public PackFuzz Fuzz { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <returns>0 where every pack was answered as it should be.</returns>
    public static int Run(int from, int count, int seed)
    {
        using var run = new PackRun(seed);
        var fuzz = run.Fuzz;
        for (var input = from; input < from + count; input++)
        {
            try
            {
                fuzz.Send(input);
            }
            catch (InvalidOperationException failure)
            {
                Console.WriteLine($"FAILED  {failure}\nTo repeat it: make fuzz ARGS='only import {seed} {input}'");
                return 1;
            }
        }
        Console.WriteLine($"ok  import, seed {seed}: {count:N0} packs; {100.0 * fuzz.PassedHeader / count:F1} % were read, "
            + $"{100.0 * fuzz.Imported / count:F1} % imported; refused were");
        foreach (var (kind, times) in fuzz.Refusals.OrderByDescending(r => r.Value))
        {
            Console.WriteLine($"    {100.0 * times / count,5:F1} %  {kind}");
        }
        return fuzz.PassedHeader * 2 >= count ? 0 : 1;
    }
}
