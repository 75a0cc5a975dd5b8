using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Generator;

/// <summary>Writes generated districts, and the nation and the municipality above them, as packs: one folder each.</summary>
public static class PackSeed
{
    /// <returns>0 done; 1 a pack cannot be written.</returns>
    public static int Write(string folder, SeedOptions options, TextWriter output, TextWriter errors)
    {
        try
        {
            foreach (var view in Views(options))
            {
                var pack = Path.Combine(folder, view.Code.Value);
                PackWriter.Write(view, pack);
                output.WriteLine($"{view.Code}: {view.Own.Count} rows written to '{pack}'.");
            }
            return CommandLine.Done;
        }
        catch (PackException e)
        {
            errors.WriteLine(e.Message);
            return CommandLine.Refused;
        }
    }

    private static IEnumerable<RegistryView> Views(SeedOptions options)
    {
        var nation = Records(DistrictCode.Nation, SuperiorGenerator.Nation());
        var municipality = Records(World.Municipality, SuperiorGenerator.Municipality());
        yield return new RegistryView([nation]);
        yield return new RegistryView([municipality, nation]);
        var superiors = new Superiors([.. nation.All, .. municipality.All]);
        for (var number = 1; number <= options.Districts; number++)
        {
            var district = Records(SyntheticDistrict.Code(number), DistrictGenerator.Generate(number, options, superiors));
            yield return new RegistryView([district, municipality, nation]);
        }
    }

    /// <summary>As the one entry of a ledger that is written nowhere.</summary>
    private static DistrictRecords Records(DistrictCode code, IReadOnlyList<Record> records) =>
        new(code, seq: 1, recordedAt: default, records);
}
