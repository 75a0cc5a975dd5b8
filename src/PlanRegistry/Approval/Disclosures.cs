using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Approval;

/// <summary>
/// What was made public about a plan's progress, and what is owed. A published monitoring or evaluation report is a disclosure.
/// </summary>
public static class Disclosures
{
    /// <summary>One for every year of implementation; a state secret owes none.</summary>
    public static IReadOnlyList<DisclosureDuty> Of(PlanOnDay plan)
    {
        if (!plan.Exists || plan.Plan.IsSecret)
        {
            return [];
        }
        var made = plan.History.Acts.Where(a => a.Counts && a.On.First <= plan.AsOf && TellsProgress(a)).ToList();
        var first = ReviewCalendar.Years(plan).FirstOrDefault();
        var (view, from) = (plan.Snapshot.View, Law.From(plan.Snapshot.View, Law.Notice, Obliged.Disclosure));
        return [.. ReviewCalendar.Years(plan).Select(year => Duty(plan, year, year == first, made))
            .Where(d => d.Due >= from && !(d.Due >= plan.EndedOn) && !view.IsTriedOff(Obliged.Disclosure, d.Due))];
    }

    /// <summary>What a secret plan has had made public: the plan, a report on it or its progress. 印发 is no publication.</summary>
    public static IReadOnlyList<Act> OfSecret(PlanOnDay plan) =>
        !plan.Plan.IsSecret
            ? []
            : [.. plan.Acts.Where(a => a.Type is ActType.Published or ActType.ProgressDisclosed && a.On.Last >= Law.Notice)];

    /// <summary>
    /// Why a disclosure is not one by those who owe it: 各类规划编制部门 (003 三、(四)). Null where it may be, as while nobody is recorded.
    /// </summary>
    internal static Text? AnothersWord(PlanOnDay plan, Act act) => plan.Plan.LeadAgency is not null
        && Entitlement.Of(plan.Snapshot.View, Matter.Disclosure, act) is { IsDenied: true } word ? word.Why : (Text?)null;

    private static bool TellsProgress(Act act) =>
        act.Type == ActType.ProgressDisclosed || (act.Type == ActType.Published && ReviewKinds.Of(act.About) is not null);

    private static DisclosureDuty Duty(PlanOnDay plan, int year, bool isFirst, List<Act> made)
    {
        var due = DueFor(plan, year);
        var cycleFrom = isFirst ? DateOnly.MinValue : DueFor(plan, year - 1).AddDays(1);
        var sure = made.Find(a => a.HappenedBy(plan.AsOf) && IsOf(plan, a, year, cycleFrom, due) is true && AnothersWord(plan, a) is null);
        return new DisclosureDuty
        {
            Of = plan,
            Year = year,
            Due = due,
            State = ReviewDuties.StateOf(plan, due, sure),
            Disclosure = sure,
            Doubt = sure is null ? made.Find(a => IsOf(plan, a, year, cycleFrom, due) is not false) : null,
        };
    }

    /// <summary>
    /// By the year it names; one that names none belongs to the cycle of its day. Null when that day is too roughly recorded.
    /// </summary>
    private static bool? IsOf(PlanOnDay plan, Act act, int year, DateOnly cycleFrom, DateOnly due) =>
        act.Year is { } named ? named == year || (act.About == ActAbout.Final && year == plan.Horizon.To)
        : act.On.First >= cycleFrom && act.On.Last <= due ? true
        : act.On.Last < cycleFrom || act.On.First > due ? false
        : null;

    /// <summary>disclosure.due of the next year, by the row in force on that day; before it comes, by the one in force today.</summary>
    private static DateOnly DueFor(PlanOnDay plan, int year)
    {
        DateOnly Under(DateOnly day) => plan.Snapshot.Policy.Of(PolicyKeys.DisclosureDue, day, plan.Kind).In(year + 1);
        return Under(plan.Snapshot.Policy.SettledOn(Law.Notice, plan.AsOf, Under));
    }
}
