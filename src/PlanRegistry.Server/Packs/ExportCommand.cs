using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Packs;

/// <summary>plan-registry export --district CODE PACK [--known-at T].</summary>
public static class ExportCommand
{
    /// <returns>0 done; 1 it cannot be written; 2 no such district.</returns>
    public static int Run(Registry registry, DistrictCode district, string pack, DateTimeOffset? knownAt, TextWriter output, TextWriter errors)
    {
        if (registry.View(district, knownAt) is not { } view)
        {
            errors.WriteLine(knownAt is null ? $"The registry has no district '{district}'." : $"The registry had no district '{district}' at that moment.");
            return CommandLine.Usage;
        }
        try
        {
            var files = PackWriter.Write(view, pack);
            output.WriteLine($"{district}: {files.Count} files at ledger entry {view.Own.Seq} written to '{pack}'.");
            return CommandLine.Done;
        }
        catch (PackException e)
        {
            errors.WriteLine(e.Message);
            return CommandLine.Refused;
        }
    }
}
