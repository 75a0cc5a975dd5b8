using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Commands;

/// <summary>The sample packs that ship beside the binary: the nation, the municipality, the district, in this order.</summary>
public static class Sample
{
    public const string District = "500154";

    private static readonly string[] Packs = ["000000", "500000", District];

    /// <summary>Imports each pack whose district has no ledger yet: what officers have written since is theirs.</summary>
    public static int Load(Registry registry, string actor, Voice voice)
    {
        foreach (var pack in Packs.Where(p => registry.Head(DistrictCode.Parse(p)) == 0))
        {
            var folder = Path.Combine(AppContext.BaseDirectory, "seed", pack);
            var code = ImportCommand.Run(registry, folder, actor, dryRun: false, replace: false, voice, isSample: true);
            if (code != CommandLine.Done)
            {
                return code;
            }
        }
        return CommandLine.Done;
    }
}
