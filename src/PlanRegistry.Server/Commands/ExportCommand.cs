using System.CommandLine;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry export --district CODE [PACK] [--known-at T].</summary>
public static class ExportCommand
{
    public static Command Create(Option<string> database)
    {
        var district = Options.District(required: true);
        var pack = new Argument<string?>("PACK")
        {
            Description = "The folder or .zip to write; where none is named, DISTRICT_规划数据包_DAY.zip here.", Arity = ArgumentArity.ZeroOrOne,
        };
        var knownAt = new Option<DateTimeOffset?>("--known-at")
        {
            Description = "As the registry knew it at this moment, such as 2026-06-30T17:30:00+08:00.",
            CustomParser = Options.Moment,
        };
        var command = new Command("export", "Writes a district as a pack.") { district, pack, knownAt };
        command.SetAction(p => CommandLine.ReadingRegistry(p.GetRequiredValue(database), Options.VoiceOf(p), registry => Run(
            registry, p.GetValue(district) ?? default, p.GetValue(pack), p.GetValue(knownAt), Options.VoiceOf(p))));
        return command;
    }

    /// <summary>Of which district, what, and as of which day: 500154_规划数据包_20261128.zip.</summary>
    public static string Name(DistrictCode district, DateOnly day) => $"{district}_规划数据包_{day:yyyyMMdd}.zip";

    /// <returns>0 done; 1 it cannot be written; 2 no such district.</returns>
    public static int Run(Registry registry, DistrictCode district, string? pack, DateTimeOffset? knownAt, Voice voice)
    {
        pack ??= Name(district, knownAt is { } moment ? Calendar.DayOf(moment) : Calendar.Today(TimeProvider.System));
        if (registry.View(district, knownAt) is not { } view)
        {
            voice.Fail(knownAt is null
                ? new Text($"登记册中没有行政区{district}。", $"The registry has no district '{district}'.")
                : new Text($"登记册当时没有行政区{district}。", $"The registry had no district '{district}' at that moment."));
            return CommandLine.Usage;
        }
        try
        {
            var files = PackWriter.Write(view, pack);
            voice.Say($"{district}：台账第{view.Own.Seq}号时的{files.Count}个文件已写入“{pack}”。",
                $"{district}: {files.Count} files at ledger entry {view.Own.Seq} written to '{pack}'.");
            return CommandLine.Done;
        }
        catch (PackException e)
        {
            voice.Fail(e.Sentence);
            return CommandLine.Refused;
        }
    }
}
