using System.CommandLine;
using System.Globalization;
using PlanRegistry.Records;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Server.Commands;

public static class ExportPackCommand
{
    public static Command Create(Option<string> database)
    {
        var district = Options.District(required: true);
        var pack = new Argument<string>("PACK") { Description = "The folder or .zip to write." };
        var knownAt = new Option<DateTimeOffset?>("--known-at")
        {
            Description = "As the registry knew it at this moment, such as 2026-06-30T17:30:00+08:00.",
            CustomParser = result =>
            {
                if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                {
                    return moment;
                }
                result.AddError($"'{result.Tokens[0].Value}' is no moment: write it as 2026-06-30T17:30:00+08:00.");
                return null;
            },
        };
        var command = new Command("export", "Writes a district as a pack.") { district, pack, knownAt };
        command.SetAction(p => CommandLine.WithRegistry(p.GetRequiredValue(database), registry => ExportCommand.Run(
            registry, p.GetValue(district) ?? default, p.GetRequiredValue(pack), p.GetValue(knownAt), Console.Out, Console.Error)));
        return command;
    }
}
