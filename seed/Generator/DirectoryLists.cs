using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>规划编制目录清单 of each wave and track, the entries that list its plans, and the exemptions of some that none lists.</summary>
internal sealed class DirectoryLists(DistrictDraft draft, Roster roster)
{
    public void Add(IReadOnlyList<PlanDraft> plans)
    {
        foreach (var wave in World.Waves.Where(w => w.List is not null))
        {
            var listed = plans.Where(p => p.Wave == wave && !p.IsDevelopment && !p.Has(Defect.Unlisted) && !p.Has(Defect.Exempted))
                .ToLookup(p => p.Kind == PlanKind.Spatial);
            var coDrafters = new[] { roster.NaturalResources, draft.Key<Agency>("FIN") };
            AddList(wave, ListTrack.SpecialAndRegional, roster.ReformCommission, coDrafters, listed[false]);
            if (listed[true].Any())
            {
                AddList(wave, ListTrack.Spatial, roster.NaturalResources, [roster.ReformCommission], listed[true]);
            }
        }
        foreach (var plan in plans.Where(p => p.Has(Defect.Exempted)))
        {
            AddExemption(plan);
        }
    }

    private void AddList(Wave wave, ListTrack track, Key<Agency> drafter, Key<Agency>[] coDrafters, IEnumerable<PlanDraft> plans)
    {
        var code = $"{(track == ListTrack.Spatial ? "SP" : "SR")}-{wave.List}";
        var year = wave.Begins.Year;
        var list = draft.Add(new DirectoryList
        {
            Home = draft.Code, Code = code, Track = track, Year = year, Drafter = drafter, CoDrafters = coDrafters, JointSubmission = true,
            SubmittedOn = wave.Begins.AddDays(-14), Approver = roster.Government, ApprovedOn = wave.Begins, Replaces = Earlier(wave, track),
            ApprovalDocument = draft.Document("府发", wave.Begins, $"关于批准{Terms.Of(track).Zh}编制目录清单的批复", roster.Government, "批复"),
            EiaOpinion = draft.Document("环函", wave.Begins.AddDays(-30), $"关于{code}清单是否开展环境影响评价的意见", roster.Ecology, "函"),
            WaterOpinion = draft.Document("水函", wave.Begins.AddDays(-28), $"关于{code}清单是否开展水资源论证的意见", roster.Water, "函"),
        });
        var number = 0;
        foreach (var plan in plans)
        {
            AddEntry(list, ++number, plan);
        }
    }

    private static Wave? Before(Wave wave) => World.Waves.LastOrDefault(w => w.List is not null && w.Begins < wave.Begins);

    /// <summary>Spatial plans are listed once, for the whole of their long horizon.</summary>
    private Key<DirectoryList>? Earlier(Wave wave, ListTrack track) =>
        track == ListTrack.SpecialAndRegional && Before(wave) is { } before ? draft.Key<DirectoryList>($"SR-{before.List}") : null;

    private void AddEntry(DirectoryList list, int number, PlanDraft plan) => draft.Add(new DirectoryEntry
    {
        Home = draft.Code, List = list.Key, Code = $"{number}", Title = plan.Plan.Title, Kind = plan.Kind, LeadAgency = plan.Lead,
        CoLeadAgencies = plan.Plan.CoLeadAgencies, HorizonFrom = plan.Horizon.From, HorizonTo = plan.Horizon.To, Category = plan.Plan.Field,
        Due = new DateOnly(plan.Horizon.From, 12, 31), Plan = plan.Has(Defect.UnlinkedEntry) ? null : plan.Key,
        EiaNeeded = draft.Chance.Percent(30), WaterNeeded = draft.Chance.Percent(15),
    });

    private void AddExemption(PlanDraft plan)
    {
        var from = plan.DraftingFrom.AddDays(-10);
        draft.Add(new Exemption
        {
            Home = draft.Code, Plan = plan.Key, Issuer = roster.Government, From = from,
            Document = draft.Document("府专纪", from, $"关于编制《{plan.Plan.Title}》有关问题的会议纪要", roster.Government, "会议纪要", plan.Key),
        });
    }
}
