using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>
/// Makes a large district out of a number and a seed: agencies, lists, plans with targets, links, acts, reports, readings, amendments
/// and money, and a few defects of each kind. The same input gives equal records, on any machine and any day.
/// </summary>
public static class DistrictGenerator
{
    public static DistrictCode CodeOf(int number) => SyntheticDistrict.Code(number);

    /// <param name="number">From 1; decides code and name.</param>
    /// <param name="superiors">What links, allocations and reports find above the district; where nothing is, they have none.</param>
    public static IReadOnlyList<Record> Generate(int number, SeedOptions options, Superiors superiors)
    {
        var (code, name) = (SyntheticDistrict.Code(number), SyntheticDistrict.Name(number));
        var draft = new DistrictDraft(code, name, World.Municipality, new Chance(options.SeedOf(number)), superiors);
        var roster = new Roster(draft);
        var gauges = new Gauges(draft);
        var plans = new Portfolio(draft, roster).Draw(options.Plans);
        new DirectoryLists(draft, roster).Add(plans);
        new Links(draft).Add(plans);
        AddWhatHappens(draft, roster, plans);
        AddWhatIsMeasured(draft, roster, gauges, plans);
        return draft.Records;
    }

    private static void AddWhatHappens(DistrictDraft draft, Roster roster, IReadOnlyList<PlanDraft> plans)
    {
        var lifeCycle = new LifeCycle(draft, roster);
        var reports = new Reports(draft, roster);
        var funding = new Funding(draft);
        foreach (var plan in plans)
        {
            lifeCycle.Add(plan);
            reports.Add(plan);
            funding.Add(plan);
        }
    }

    private static void AddWhatIsMeasured(DistrictDraft draft, Roster roster, Gauges gauges, IReadOnlyList<PlanDraft> plans)
    {
        var targets = new Targets(draft, gauges, plans.Count);
        var readings = new Readings(draft, gauges, targets);
        var allocations = new Allocations(draft, roster, gauges);
        foreach (var plan in plans)
        {
            targets.Add(plan);
            readings.Add(plan);
        }
        foreach (var development in plans.Where(p => p.IsDevelopment && p.Wave.List is not null))
        {
            allocations.Add(development);
        }
        new Amendments(draft, roster, gauges, targets).Add(plans);
    }
}
