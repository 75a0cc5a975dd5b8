using System.CommandLine;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry check: a district's findings as a table; the sample's, in a temporary database, where there is none.</summary>
public static class CheckCommand
{
    public static Command Create(Option<string> database)
    {
        var district = Options.District(required: false);
        var asOf = Options.AsOf();
        var language = new Option<string>("--lang") { Description = "zh or en.", DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en");
        var json = new Option<bool>("--json") { Description = "Findings as JSON." };
        var corrections = new Option<bool>("--corrections")
        {
            Description = "In place of the findings: which entries overwrote or withdrew what was recorded, "
                + "and which findings each cleared.",
        };
        var (from, to) = (Options.Day("--from", "With --corrections: recorded on this day or later."),
            Options.Day("--to", "With --corrections: recorded on this day or earlier."));
        var command = new Command("check", "Judges a district and prints its findings.")
        {
            district, asOf, language, json, corrections, from, to,
        };
        command.SetAction(p =>
        {
            var format = new FindingsFormat(p.GetValue(language) == "en" ? Language.En : Language.Zh, p.GetValue(json));
            var wanted = p.GetValue(district) ?? DistrictCode.Parse(Sample.District);
            var isNamed = p.GetResult(database) is { Implicit: false };
            return Run(p.GetRequiredValue(database), isNamed, registry => p.GetValue(corrections)
                ? PrintCorrections(registry, wanted, p.GetValue(from), p.GetValue(to), format)
                : Print(registry, wanted, p.GetValue(asOf) ?? Calendar.Today(TimeProvider.System), format));
        });
        return command;
    }

    /// <param name="isNamed">The user named the file: a missing one is then a mistake, and the sample no answer to it.</param>
    private static int Run(string file, bool isNamed, Func<Registry, int> print)
    {
        if (isNamed && !File.Exists(file))
        {
            Console.Error.WriteLine($"There is no database '{file}'.");
            return CommandLine.Environment;
        }
        if (File.Exists(file))
        {
            return CommandLine.WithRegistry(file, print);
        }
        var temporary = Directory.CreateTempSubdirectory("plan-registry-");
        try
        {
            Console.Error.WriteLine($"There is no database '{file}' yet: this is the sample district, judged in a temporary one.");
            return CommandLine.WithRegistry(Path.Combine(temporary.FullName, "sample.db"), registry =>
                Sample.Load(registry, "sample", TextWriter.Null, Console.Error) is var code and not CommandLine.Done ? code
                : print(registry));
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static int PrintCorrections(Registry registry, DistrictCode district, DateOnly? from, DateOnly? to, FindingsFormat format)
    {
        if (registry.View(district) is not { District: not null })
        {
            Console.Error.WriteLine($"The registry has no district {district}.");
            return CommandLine.Usage;
        }
        new CorrectionsFormat(format.Language, format.Json)
            .Write(CorrectionEntry.Of(registry, district, from, to, registry.Head(district)), Console.Out);
        return CommandLine.Done;
    }

    private static int Print(Registry registry, DistrictCode district, DateOnly asOf, FindingsFormat format)
    {
        if (registry.View(district) is not { District: not null } view)
        {
            Console.Error.WriteLine($"The registry has no district {district}.");
            return CommandLine.Usage;
        }
        var judgement = PlanRegistry.Rules.Judge.JudgementOf(new Snapshot(view, asOf));
        format.Write(judgement, Console.Out);
        foreach (var (rule, on, exception) in judgement.Failures)
        {
            Console.Error.WriteLine($"{rule} could not be judged on {on}: {exception}");
        }
        return CommandLine.Done;
    }
}
