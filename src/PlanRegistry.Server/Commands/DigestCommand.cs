using System.CommandLine;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry digest: what an agency owes, as a text to be sent on every week.</summary>
public static class DigestCommand
{
    public static Command Create(Option<string> database)
    {
        var district = Options.District(required: true);
        var agency = new Option<string>("--agency") { Description = "Whose duties: code, name or alias.", Required = true };
        agency.Validators.Add(r => Options.NotBlank(r, "--agency", new("一个单位", "an agency")));
        var asOf = Options.AsOf();
        var command = new Command("digest", "Prints what an agency owes: overdue, due in seven days and in thirty.")
        {
            district, agency, asOf,
        };
        command.SetAction(p =>
        {
            var voice = Options.VoiceOf(p);
            return CommandLine.ReadingRegistry(p.GetRequiredValue(database), voice, registry => Print(registry, p.GetValue(district)!.Value,
                p.GetRequiredValue(agency), p.GetValue(asOf) ?? Calendar.Today(TimeProvider.System), voice));
        });
        return command;
    }

    private static int Print(Registry registry, DistrictCode district, string named, DateOnly asOf, Voice voice)
    {
        if (registry.View(district) is not { District: not null } view)
        {
            voice.Fail($"登记册中没有行政区{district}。", $"The registry has no district {district}.");
            return CommandLine.Usage;
        }
        if (view.All<Agency>().FirstOrDefault(a => AgencyNames.Fits(a, named)) is not { } agency)
        {
            voice.Fail($"行政区{district}没有单位“{named}”。", $"The district {district} has no agency '{named}'.");
            return CommandLine.Usage;
        }
        var judgement = PlanRegistry.Rules.Judge.JudgementOf(new Snapshot(view, asOf));
        var digest = Digest.Of(judgement.Snapshot, agency,
            OwedDuty.Of(judgement.Snapshot, judgement.Snapshot.OwnPlans, judgement.Findings)
                .Concat(AwaitedSteps.Of(judgement.Snapshot)));
        voice.Output.Write(digest.In(voice.Language));
        return CommandLine.Done;
    }
}
