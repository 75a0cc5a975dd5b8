using PlanRegistry.Ledger;

namespace PlanRegistry.Rules;

/// <summary>
/// Judges snapshots: what it answers depends on the snapshot alone. NRules finds its matches by trying every pair, so a district is judged
/// in sessions of some plans each, every one with the facts of the district as a whole; they know nothing of each other and run at once.
/// </summary>
public static class Judge
{
    // Measured (make bench): the pairs that NRules tries grow with the square of the
    // plans in a session, what a session costs by itself is about that of two plans.
    internal const int PlansInASession = 32;

    private static readonly Lazy<CompiledRules> Compiled = new(() => new CompiledRules(RuleBook.Cards.SelectMany(c => c.Classes)));

    internal static CompiledRules Rules => Compiled.Value;

    internal static Facts Facts { get; } = new(RuleBook.Money.Money, Earlier.Blocking);

    public static Judgement JudgementOf(Snapshot snapshot) => JudgementOf(snapshot, Environment.ProcessorCount);

    /// <param name="processors">How many it may take.</param>
    public static Judgement JudgementOf(Snapshot snapshot, int processors) => JudgementsOf([snapshot], processors)[0];

    /// <summary>One view on several days: what each session looks back on is worked out once for all of them.</summary>
    /// <param name="days">Beside one another.</param>
    public static IReadOnlyList<Judgement> JudgementsOf(IReadOnlyList<Snapshot> days, int processors) => days.Count == 0 ? []
        : JudgementsOf(days, Facts.Parts(days[0].View).ToLookup(p => p.Of), _ => true, processors);

    /// <summary>
    /// The same from a judgement of another state of the district on the same day: the plans that what differs cannot have touched are not
    /// judged again.
    /// </summary>
    public static Judgement JudgementOf(Snapshot snapshot, Judgement other, int processors)
    {
        if (other.Snapshot.AsOf != snapshot.AsOf || other.Failures.Count > 0
            || Touched.Between(other.Snapshot.View, snapshot.View) is not { } touched)
        {
            return JudgementOf(snapshot, processors);
        }
        var again = JudgementsOf([snapshot], Facts.Parts(snapshot.View).ToLookup(p => p.Of),
            plan => touched.Contains(new(snapshot.View.Code, plan.Code)), processors)[0];
        return again.Failures.Count > 0 ? JudgementOf(snapshot, processors) : again.With(other.OfOthers(touched));
    }

    // The lists, which are no plan's matter, together; the plans a few at a time.
    private static IReadOnlyList<Judgement> JudgementsOf(
        IReadOnlyList<Snapshot> days, ILookup<Type, FactPart> parts, Func<FactPart, bool> plans, int processors)
    {
        var sessions = parts[typeof(Plan)].Where(plans).Chunk(PlansInASession).Prepend([.. parts[typeof(DirectoryList)]]).ToList();
        return JudgementsOf([.. days.Select(d => (d, Facts.Of(d, parts[typeof(District)].Single())))],
            (n, day) => sessions[n].Select(part => Facts.Of(day, part)), sessions.Count, Rules, processors);
    }

    /// <param name="sessions">
    /// The parts that are judged together, those that are no plan's first; enumerated where they are judged.
    /// </param>
    internal static Judgement JudgementOf(Snapshot snapshot, PartFacts district,
        IEnumerable<IEnumerable<PartFacts>> sessions, CompiledRules rules, int processors)
    {
        var all = sessions.ToList();
        return JudgementsOf([(snapshot, district)], (n, _) => all[n], all.Count, rules, processors)[0];
    }

    private static IReadOnlyList<Judgement> JudgementsOf(IReadOnlyList<(Snapshot Snapshot, PartFacts District)> days,
        Func<int, Snapshot, IEnumerable<PartFacts>> session, int sessions, CompiledRules rules, int processors)
    {
        var said = days.Select(_ => new Said[sessions]).ToList();
        // The caller's thread hears too: others may wait for it, and then no thread of the pool may be free to take its work.
        Parallel.For(0, sessions, new ParallelOptions { MaxDegreeOfParallelism = processors },
            n =>
            {
                for (var day = 0; day < days.Count; day++)
                {
                    var (snapshot, district) = days[day];
                    said[day][n] = new Hearing(snapshot, rules, district).Of([.. session(n, snapshot)]);
                }
                days[0].Snapshot.ForgetOtherDays();
            });
        return [.. days.Zip(said, (day, told) => Concluded(day.Snapshot, told))];
    }

    private static Judgement Concluded(Snapshot snapshot, IReadOnlyList<Said> said) => new(snapshot, RuleBook.Money,
        said.SelectMany(s => s.Findings).GroupBy(f => f.Key).Select(Choose),
        said.SelectMany(s => s.OnlyForMoney).GroupBy(f => f.Key).Select(Choose),
        [.. said.SelectMany(s => s.Failures)],
        said[0].Findings.Select(f => f.Key).ToHashSet(StringComparer.Ordinal));

    // On one key FAIL wins over CONDITIONAL over UNKNOWN, then the higher severity.
    private static Finding Choose(IEnumerable<Finding> ofOneKey) =>
        ofOneKey.OrderBy(f => f.Verdict).ThenBy(f => f.Severity).ThenBy(f => f.Sentence.Zh, StringComparer.Ordinal).First();
}
