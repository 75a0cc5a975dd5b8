using System.CommandLine;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry check: a district's findings as a table; the sample's, in a temporary database, where there is none.</summary>
public static class CheckCommand
{
    public static Command Create(Option<string> database)
    {
        var district = Options.District(required: false);
        var asOf = Options.AsOf();
        var json = new Option<bool>("--json") { Description = "JSON, for programs." };
        var corrections = new Option<bool>("--corrections")
        {
            Description = "In place of the findings: which entries overwrote or withdrew what was recorded, added to an approved list "
                + "or undid findings of days gone by, and which findings each cleared.",
        };
        var (from, to) = (Options.Day("--from", "With --corrections: recorded on this day or later."),
            Options.Day("--to", "With --corrections: recorded on this day or earlier."));
        var order = Options.OrderBy();
        var command = new Command("check", "Judges a district and prints its findings.")
        {
            district, asOf, order, json, corrections, from, to,
        };
        command.Validators.Add(result => Options.OnlyWith(result, corrections, [from, to], [asOf, order]));
        command.SetAction(p =>
        {
            var voice = Options.VoiceOf(p);
            var format = new FindingsFormat(voice.Language, p.GetValue(json)) { Order = p.GetValue(order) };
            var wanted = p.GetValue(district) ?? DistrictCode.Parse(Sample.District);
            var isNamed = p.GetResult(database) is { Implicit: false };
            return Run(p.GetRequiredValue(database), isNamed, voice, registry => p.GetValue(corrections)
                ? PrintCorrections(registry, wanted, p.GetValue(from), p.GetValue(to), format, voice)
                : Print(registry, wanted, p.GetValue(asOf) ?? Calendar.Today(TimeProvider.System), format, voice));
        });
        return command;
    }

    /// <param name="isNamed">The user named the file: a missing one is then a mistake, and the sample no answer to it.</param>
    private static int Run(string file, bool isNamed, Voice voice, Func<Registry, int> print)
    {
        var isServer = Homes.IsServer(file);
        if (isNamed && !isServer && !File.Exists(file))
        {
            voice.Fail($"没有数据库“{file}”。", $"There is no database '{file}'.");
            return CommandLine.Environment;
        }
        if (isServer || File.Exists(file))
        {
            return CommandLine.ReadingRegistry(file, voice, print);
        }
        var temporary = Directory.CreateTempSubdirectory("plan-registry-");
        try
        {
            voice.Fail($"尚无数据库“{file}”：以下是示例行政区，在临时数据库中评判。",
                $"There is no database '{file}' yet: this is the sample district, judged in a temporary one.");
            return CommandLine.WithRegistry(Path.Combine(temporary.FullName, "sample.db"), voice, registry =>
                Sample.Load(registry, "sample", voice with { Output = TextWriter.Null }) is var code and not CommandLine.Done ? code
                : print(registry));
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static int PrintCorrections(
        Registry registry, DistrictCode district, DateOnly? from, DateOnly? to, FindingsFormat format, Voice voice)
    {
        if (registry.View(district) is not { District: not null })
        {
            voice.Fail($"登记册中没有行政区{district}。", $"The registry has no district {district}.");
            return CommandLine.Usage;
        }
        var corrections = CorrectionEntry.Of(
            registry, PlanRegistry.Rules.Judge.JudgementOf, district, from, to, registry.Head(district));
        new CorrectionsFormat(format.Language, format.Json).Write(corrections, Console.Out);
        return CommandLine.Done;
    }

    private static int Print(Registry registry, DistrictCode district, DateOnly asOf, FindingsFormat format, Voice voice)
    {
        if (registry.View(district) is not { District: not null } view)
        {
            voice.Fail($"登记册中没有行政区{district}。", $"The registry has no district {district}.");
            return CommandLine.Usage;
        }
        var judgement = PlanRegistry.Rules.Judge.JudgementOf(new Snapshot(view, asOf));
        format.Write(judgement, Console.Out);
        foreach (var (rule, on, exception) in judgement.Failures)
        {
            voice.Fail($"{rule}未能评判{on}：{exception}", $"{rule} could not be judged on {on}: {exception}");
        }
        return CommandLine.Done;
    }
}
