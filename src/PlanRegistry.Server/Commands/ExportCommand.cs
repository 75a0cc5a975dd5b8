using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry export --district CODE PACK [--known-at T].</summary>
public static class ExportCommand
{
    public static Command Create(Option<string> database)
    {
        var district = Options.District(required: true);
        var pack = new Argument<string>("PACK") { Description = "The folder or .zip to write." };
        var knownAt = new Option<DateTimeOffset?>("--known-at")
        {
            Description = "As the registry knew it at this moment, such as 2026-06-30T17:30:00+08:00.",
            CustomParser = Moment,
        };
        var command = new Command("export", "Writes a district as a pack.") { district, pack, knownAt };
        command.SetAction(p => CommandLine.WithRegistry(p.GetRequiredValue(database), registry => Run(
            registry, p.GetValue(district) ?? default, p.GetRequiredValue(pack), p.GetValue(knownAt), Console.Out, Console.Error)));
        return command;
    }

    /// <returns>0 done; 1 it cannot be written; 2 no such district.</returns>
    public static int Run(
        Registry registry, DistrictCode district, string pack, DateTimeOffset? knownAt, TextWriter output, TextWriter errors)
    {
        if (registry.View(district, knownAt) is not { } view)
        {
            errors.WriteLine(knownAt is null
                ? $"The registry has no district '{district}'."
                : $"The registry had no district '{district}' at that moment.");
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

    private static DateTimeOffset? Moment(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }
        result.AddError($"'{text}' is no moment: write it as 2026-06-30T17:30:00+08:00.");
        return null;
    }
}
