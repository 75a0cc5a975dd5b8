using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Generator;

/// <summary>Writes generated districts through the registry's one entrance, one entry each; to a ledger that has begun, nothing.</summary>
public sealed class DatabaseSeed
{
    private readonly Registry registry;
    private readonly SeedOptions options;
    private readonly string actor;
    private readonly TextWriter output;

    private DatabaseSeed(Registry registry, SeedOptions options, string actor, TextWriter output) =>
        (this.registry, this.options, this.actor, this.output) = (registry, options, actor, output);

    /// <returns>0 done, also when all was there already; 1 a district holds something else.</returns>
    public static int Write(Registry registry, SeedOptions options, string actor, TextWriter output, TextWriter errors)
    {
        var seed = new DatabaseSeed(registry, options, actor, output);
        var superiors = seed.Superiors();
        var code = CommandLine.Done;
        for (var number = 1; number <= options.Districts; number++)
        {
            if (seed.Refusal(number, superiors) is { } sentence)
            {
                errors.WriteLine(sentence);
                code = CommandLine.Refused;
            }
        }
        return code;
    }

    /// <summary>What stands above the districts: what is recorded there, or generated where nothing is.</summary>
    private Superiors Superiors() =>
        new([.. Superior(DistrictCode.Nation, SuperiorGenerator.Nation), .. Superior(World.Municipality, SuperiorGenerator.Municipality)]);

    /// <summary>Writes a district; a sentence when its ledger holds something else already.</summary>
    private string? Refusal(int number, Superiors superiors)
    {
        var code = SyntheticDistrict.Code(number);
        var records = DistrictGenerator.Generate(number, options, superiors);
        if (registry.View(code) is not { } view)
        {
            Write(code, records);
            return null;
        }
        if (!Holds(view.Own, records))
        {
            return $"{code} has a ledger of other content already; nothing was written to it.";
        }
        output.WriteLine($"{code}: nothing has changed; all {records.Count} rows are recorded already.");
        return null;
    }

    private IEnumerable<Record> Superior(DistrictCode code, Func<IReadOnlyList<Record>> generate)
    {
        if (registry.View(code) is { } view)
        {
            return view.Own.All;
        }
        var records = generate();
        Write(code, records);
        return records;
    }

    private void Write(DistrictCode code, IReadOnlyList<Record> records)
    {
        var command = $"seed --plans {options.Plans} --seed {options.Seed}";
        var header = new CommandHeader { District = code, Actor = Actor.Named(actor), Command = command };
        var result = registry.Execute(header, view => Decision.Write(view.Own.Seq > 0 ? [] : records.Select(Change.Record)));
        if (result.IsRefused)
        {
            throw new InvalidOperationException($"What was generated for {code} is refused: {result.Problems[0].Message.En}");
        }
        output.WriteLine(result.Entry is { } entry
            ? $"{code}: {entry.Changes} rows recorded in ledger entry {entry.Seq}."
            : $"{code}: another process has written its ledger meanwhile.");
    }

    private static bool Holds(DistrictRecords own, IReadOnlyList<Record> records) =>
        own.Count == records.Count && records.All(r => IsIn(own, r, RecordShape.Of(r.GetType())));

    private static bool IsIn(DistrictRecords own, Record record, RecordShape shape) =>
        own.Find(shape.Type, shape.KeyOf(record)) is { } recorded && shape.SameContent(record, recorded);
}
