using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;
using PlanRegistry.Generator;

namespace RegistryBench;

/// <summary>Generated districts as packs: what an import starts from.</summary>
internal static class Packs
{
    /// <summary>Of 300 plans, as issue and design size a district.</summary>
    public static readonly SeedOptions District = new(1, 300, 1);

    /// <summary>Of a little more than 100,000 rows.</summary>
    public static readonly SeedOptions Large = new(1, 2700, 1);

    /// <summary>Up to as large as a district never is: what judging costs a plan must not grow with it.</summary>
    private static readonly int[] Sizes = [1_000, 3_000, 10_000];

    public static readonly DistrictCode Code = DistrictGenerator.CodeOf(1);

    public static int Write(string folder)
    {
        Write(District, Path.Combine(folder, "district"));
        Write(Large, Path.Combine(folder, "large"));
        foreach (var plans in Sizes)
        {
            Seed(new SeedOptions(1, plans, 1), Path.Combine(folder, $"{plans}")).Dispose();
        }
        return 0;
    }

    /// <summary>The database of a generated district of so many plans.</summary>
    public static string Source(string folder, int plans) =>
        Path.Combine(folder, plans == District.Plans ? "district" : $"{plans}", "source.db");

    /// <summary>A registry on a fresh file of that name, with what stands above the generated district.</summary>
    public static Registry WithSuperiors(string folder, string name, string packs)
    {
        var registry = Fresh(folder, name);
        foreach (var superior in new[] { "000000", "500000" })
        {
            Import(registry, Path.Combine(packs, superior));
        }
        return registry;
    }

    public static Registry Fresh(string folder, string name)
    {
        foreach (var file in Directory.GetFiles(folder, name + "*"))
        {
            File.Delete(file);
        }
        return Registry.Open(Path.Combine(folder, name), TimeProvider.System);
    }

    public static void Import(Registry registry, string pack)
    {
        if (ImportCommand.Run(registry, pack, "bench", dryRun: false, replace: false,
            new Voice(PlanRegistry.Records.Language.En, TextWriter.Null, Console.Error)) != 0)
        {
            throw new InvalidOperationException($"'{pack}' was refused.");
        }
    }

    private static Registry Seed(SeedOptions options, string folder)
    {
        Directory.CreateDirectory(folder);
        var registry = Fresh(folder, "source.db");
        return DatabaseSeed.Write(registry, options, "bench", TextWriter.Null, Console.Error) == 0 ? registry
            : throw new InvalidOperationException("The district cannot be generated.");
    }

    private static void Write(SeedOptions options, string packs)
    {
        using var registry = Seed(options, packs);
        foreach (var district in registry.Districts())
        {
            PackWriter.Write(registry.View(district)!, Path.Combine(packs, district.Value));
        }
    }
}
