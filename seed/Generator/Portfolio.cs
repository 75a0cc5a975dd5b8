using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>The plans of a district: a development plan for each horizon, and the rest in plausible shares.</summary>
internal sealed class Portfolio(DistrictDraft draft, Roster roster)
{
    private const int SpatialPercent = 9;
    private const int RegionalPercent = 8;
    private const int StalledPercent = 25;

    // In so many of a thousand plans.
    private static readonly (Defect Defect, int Thousandths)[] Defects =
    [
        (Defect.Unlisted, 15), (Defect.Exempted, 10), (Defect.UnlinkedEntry, 8), (Defect.DailyWork, 6), (Defect.TooShort, 8),
        (Defect.NoSuperior, 15),
        (Defect.WeakerTarget, 25), (Defect.OnlyExpected, 12), (Defect.LateReports, 20), (Defect.MissingReports, 25),
        (Defect.MissingCopies, 15),
        (Defect.UndisclosedProgress, 20), (Defect.UnapprovedAmendment, 8), (Defect.BehindItsPath, 20), (Defect.Secret, 8),
    ];

    private static readonly Horizon Spatial = new(2021, 2035);

    private readonly PlanTitles titles = new(draft, roster);

    public IReadOnlyList<PlanDraft> Draw(int plans)
    {
        var development = World.FiveYears.Select(Development).ToList();
        return [.. development, .. Enumerable.Range(0, plans - development.Count).Select(i => Other(isFirst: i == 0))];
    }

    private PlanDraft Development(Horizon horizon)
    {
        var wave = World.Waves.First(w => w.Horizon == horizon);
        var approved = draft.Chance.In(horizon.From, 1, 2);
        return Schedule(titles.Development(horizon), wave, PlanningField.All[0], Defect.None, Stage.Published,
            approved.AddDays(-400), approved.AddDays(-40), approved);
    }

    private PlanDraft Other(bool isFirst)
    {
        var kind = isFirst ? PlanKind.Spatial : DrawKind();
        var wave = kind == PlanKind.Spatial ? World.Waves.First(w => w.Horizon.From == Spatial.From) : DrawWave();
        var defect = DrawDefect(kind, wave);
        var field = draft.Chance.Of(PlanningField.All);
        var horizon = defect == Defect.TooShort ? new Horizon(wave.Horizon.From, wave.Horizon.From + 1) : wave.Horizon;
        var plan = kind switch
        {
            PlanKind.Spatial => isFirst ? titles.GeneralSpatial(Spatial) : titles.TownSpatial(Spatial),
            PlanKind.Regional => titles.Regional(horizon),
            _ => defect == Defect.Secret ? titles.Secret(horizon, field) : titles.Special(horizon, field, defect == Defect.DailyWork),
        };
        var drafting = draft.Chance.After(wave.Begins, 20, 75);
        var submitted = draft.Chance.After(drafting, 120, 260);
        return Schedule(plan, wave, field, defect, DrawStage(wave), drafting, submitted, draft.Chance.After(submitted, 15, 60));
    }

    private PlanDraft Schedule(
        Plan plan, Wave wave, PlanningField field, Defect defect, Stage stage,
        DateOnly drafting, DateOnly submitted, DateOnly approved) => new()
    {
        Plan = draft.Add(plan), Wave = wave, Field = field, Lead = plan.LeadAgency!.Value, Approver = ApproverOf(plan), Defect = defect,
        Stage = stage,
        DraftingFrom = drafting, SubmittedOn = submitted, ApprovedOn = approved, PublishedOn = draft.Chance.After(approved, 8, 28),
    };

    private Key<Agency> ApproverOf(Plan plan) => plan.ApprovalLevel switch
    {
        ApprovalLevel.Congress => roster.Congress,
        ApprovalLevel.Department => plan.LeadAgency!.Value,
        ApprovalLevel.Municipal => roster.MunicipalGovernment ?? roster.Government,
        _ => roster.Government,
    };

    private PlanKind DrawKind() => draft.Chance.Between(1, 100) switch
    {
        <= SpatialPercent => PlanKind.Spatial,
        <= SpatialPercent + RegionalPercent => PlanKind.Regional,
        _ => PlanKind.Special,
    };

    private Wave DrawWave()
    {
        var lot = draft.Chance.Between(1, 100);
        return World.Waves.First(w => (lot -= w.Percent) <= 0);
    }

    private Defect DrawDefect(PlanKind kind, Wave wave)
    {
        var lot = draft.Chance.Between(1, 1000);
        var drawn = Defects.FirstOrDefault(d => (lot -= d.Thousandths) <= 0).Defect;
        var isForSpecialPlansOnly = drawn is Defect.DailyWork or Defect.TooShort or Defect.Secret;
        // Before the notice nothing of this was asked for.
        return wave.List is null || (isForSpecialPlansOnly && kind != PlanKind.Special) ? Defect.None : drawn;
    }

    private Stage DrawStage(Wave wave) =>
        wave.Horizon.Holds(World.LastDay.Year) && draft.Chance.Percent(StalledPercent)
            ? draft.Chance.Of(Enum.GetValues<Stage>())
            : Stage.Published;
}
