using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>核定: who may say which of several sources is taken, and what such a word needs. 本系统默认: no text says who settles it.</summary>
public static class Settling
{
    /// <summary>Fewer letters give no reason.</summary>
    public const int FewestLetters = 6;

    private const string ByDefault = "本系统默认";

    /// <summary>The settlement that holds on the plan's day for the readings of a year; null without one, or where it has fallen.</summary>
    internal static ReadingSettlement? Of(PlanOnDay plan, string identity, int year, IReadOnlyCollection<Reading> readings) =>
        plan.Snapshot.View.ReadingSettlementsOf[plan.Key]
            .Where(s => s.Year == year && s.On.Last <= plan.AsOf && plan.Snapshot.View.Identity(s.Indicator) == identity)
            .OrderBy(s => s.On.Last).ThenBy(s => s.Seq)
            .LastOrDefault(s => readings.All(r => r.Home == s.Home && r.Seq <= s.Seq)
                && readings.FirstOrDefault(r => r.Source == s.Source) is { } taken && NotTheirs(plan, s.Agency, taken) is null);

    /// <summary>Whether it is by this settlement that a source is taken on the plan's day.</summary>
    public static bool Holds(PlanOnDay plan, ReadingSettlement settlement)
    {
        var identity = plan.Snapshot.View.Identity(settlement.Indicator);
        return Of(plan, identity, settlement.Year, [.. plan.Readings[identity].Where(r => r.Year == settlement.Year)])?.Id == settlement.Id;
    }

    /// <summary>What is to be said against a settlement, on its day.</summary>
    public static IEnumerable<Problem> Objections(RegistryView view, ReadingSettlement settlement)
    {
        if (settlement.Reason.Count(char.IsLetter) < FewestLetters)
        {
            yield return At("reason", $"核定理由“{settlement.Reason}”过于简单，应当写明采用该来源的依据（至少{FewestLetters}个字）。",
                $"The reason \"{settlement.Reason}\" says too little: tell why that source is taken, in {FewestLetters} letters at least.");
        }
        var plan = new Snapshot(view, settlement.On.Last).Plan(settlement.Plan)!;
        var held = plan.Indicators.FirstOrDefault(i => i.Identity == view.Identity(settlement.Indicator));
        if (held?.Readings.Conflicts.FirstOrDefault(c => c.Year == settlement.Year) is not { } conflict)
        {
            yield return NothingToSettle(view, plan, held, settlement);
            yield break;
        }
        if (conflict.Readings.FirstOrDefault(r => r.Source == settlement.Source) is not { } taken)
        {
            yield return At("source", $"{settlement.Year}年没有来源为“{Terms.Of(settlement.Source).Zh}”的监测值，可以采用的是：{conflict.Said.Zh}。",
                $"There is no reading of {settlement.Year} by {Terms.Of(settlement.Source).En}; to choose from are: {conflict.Said.En}.");
        }
        else if (NotTheirs(plan, settlement.Agency, taken) is { } why)
        {
            yield return At("agency", why.Zh, why.En, ProblemCode.NotAllowed);
        }
    }

    /// <summary>
    /// The reform commission or the government settles, or the plan's lead agency, and none of them in favour of a number of its own but
    /// the government. Null where it may.
    /// </summary>
    private static Text? NotTheirs(PlanOnDay plan, Key<Agency> agency, Reading taken)
    {
        var by = plan.Snapshot.Agency(agency);
        var lead = plan.LeadAgency;
        var reform = plan.Snapshot.Agency(AgencyRole.ReformCommission);
        var names = new Text(reform?.Name ?? "发展改革部门", reform?.Name ?? "the reform commission");
        if (by is null || !(by.Key == lead?.Key || by.Is(AgencyRole.ReformCommission, PlanTier.District)
            || by.Is(AgencyRole.Government, PlanTier.District)))
        {
            return new Text($"监测值由{names.Zh}或者规划的牵头单位核定，不由{by?.Name ?? agency.ToString()}核定。",
                $"Readings are settled by {names.En} or by the plan's lead agency, and not by {by?.Name ?? agency.ToString()}.");
        }
        var whose = plan.Snapshot.Agency(taken.Agency) ?? taken.Source switch
        {
            _ when by.Is(AgencyRole.ReformCommission, PlanTier.District) => null,
            // Where nobody is named, spatial monitoring is the spatial bureau's, and whatever else was measured the lead agency's.
            ReadingSource.Spatial => plan.Snapshot.Agency(AgencyRole.NaturalResources),
            _ => lead,
        };
        return whose?.Key != by.Key || by.Is(AgencyRole.Government, PlanTier.District) ? (Text?)null : new Text(
            $"{by.Name}不得核定采用本单位提供的监测值，请{(by.Key == reform?.Key ? "区政府" : names.Zh)}核定。",
            $"{by.Name} does not settle in favour of its own reading: {(by.Key == reform?.Key ? "the government" : names.En)} does.");
    }

    private static Problem NothingToSettle(RegistryView view, PlanOnDay plan, HeldIndicator? held, ReadingSettlement settlement)
    {
        var name = view.Indicator(settlement.Indicator)?.Name ?? settlement.Indicator.ToString();
        var day = settlement.On.InWords();
        return held is null
            ? At("indicator", $"{plan.Named.Zh}没有指标“{name}”的目标，没有需要核定的监测值。",
                $"{plan.Title} has no target for {name}: there is nothing to settle.")
            : At("year", $"{day.Zh}“{name}”{settlement.Year}年的监测值没有待核定的不一致：各来源相差不超过容差，或者只有一个来源，或者已经核定。",
                $"On {day.En} no readings of {name} for {settlement.Year} contradict each other: the sources are within the tolerance, "
                    + "there is but one, or it has been settled.");
    }

    private static Problem At(string field, string zh, string en, ProblemCode code = ProblemCode.InvalidValue) =>
        new(code, new Text(zh, en), [field], ByDefault);
}
