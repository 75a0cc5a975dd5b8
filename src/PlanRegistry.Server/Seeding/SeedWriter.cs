using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Seeding;

/// <summary>Writes generated records through the registry's one entrance. A ledger that has begun is never added to.</summary>
internal sealed class SeedWriter(Registry registry, SeedOptions options, string actor)
{
    /// <summary>What stands above the districts: what is recorded there, or generated where nothing is.</summary>
    public Superiors Superiors(TextWriter output) =>
        new([.. Superior(DistrictCode.Nation, SuperiorGenerator.Nation, output), .. Superior(World.Municipality, SuperiorGenerator.Municipality, output)]);

    /// <summary>Writes a district; a sentence when its ledger holds something else already.</summary>
    public string? Refusal(int number, Superiors superiors, TextWriter output)
    {
        var code = SyntheticDistrict.Code(number);
        var records = DistrictGenerator.Generate(number, options, superiors);
        if (registry.View(code) is not { } view)
        {
            Write(code, records, output);
            return null;
        }
        if (!Holds(view.Own, records))
        {
            return $"{code} has a ledger of other content already; nothing was written to it.";
        }
        output.WriteLine($"{code}: nothing has changed; all {records.Count} rows are recorded already.");
        return null;
    }

    private IEnumerable<Record> Superior(DistrictCode code, Func<IReadOnlyList<Record>> generate, TextWriter output)
    {
        if (registry.View(code) is { } view)
        {
            return view.Own.All;
        }
        var records = generate();
        Write(code, records, output);
        return records;
    }

    private void Write(DistrictCode code, IReadOnlyList<Record> records, TextWriter output)
    {
        var header = new CommandHeader { District = code, Actor = Actor.Named(actor), Command = "seed", Reason = $"示例: --plans {options.Plans} --seed {options.Seed}" };
        var result = registry.Execute(header, view => Decision.Write(view.Own.Seq > 0 ? [] : records.Select(Change.Record)));
        output.WriteLine(result.Entry is { } entry ? $"{code}: {entry.Changes} rows recorded in ledger entry {entry.Seq}." : $"{code}: another process has written its ledger meanwhile.");
    }

    private static bool Holds(DistrictRecords own, IReadOnlyList<Record> records) =>
        own.Count == records.Count
        && records.All(r => RecordShape.Of(r.GetType()) is var shape && own.Find(r.GetType(), shape.KeyOf(r)) is { } recorded && shape.SameContent(r, recorded));
}
