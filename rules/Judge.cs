using PlanRegistry.Funding;
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
    public static Judgement JudgementOf(Snapshot snapshot, int processors)
    {
        var parts = Facts.Parts(snapshot.View).ToLookup(p => p.Of);
        return JudgementOf(snapshot, parts, parts[typeof(Plan)], processors);
    }

    /// <summary>
    /// The same from a judgement of another state of the district on the same day: the plans that what differs cannot have touched are not
    /// judged again.
    /// </summary>
    public static Judgement JudgementOf(Snapshot snapshot, Judgement other, int processors)
    {
        if (other.Snapshot.AsOf.Unwatched != snapshot.AsOf.Unwatched || other.Failures.Count > 0
            || Touched.Between(other.Snapshot.View, snapshot.View) is not { } touched)
        {
            return JudgementOf(snapshot, processors);
        }
        var parts = Facts.Parts(snapshot.View).ToLookup(p => p.Of);
        var again = JudgementOf(snapshot, parts,
            parts[typeof(Plan)].Where(p => touched.Contains(new(snapshot.View.Code, p.Code))), processors);
        return again.Failures.Count > 0 ? JudgementOf(snapshot, processors) : again.With(other.OfOthers(touched));
    }

    /// <summary>What is said of one plan by itself, and of the lists: for who tries many states of it.</summary>
    internal static Judgement JudgementOf(Snapshot snapshot, string plan)
    {
        var parts = Facts.Parts(snapshot.View).ToLookup(p => p.Of);
        return JudgementOf(snapshot, parts, parts[typeof(Plan)].Where(p => p.Code == plan), 1);
    }

    // The lists and years of the budget, which are no plan's matter, together; the plans a few at a time.
    private static Judgement JudgementOf(Snapshot snapshot, ILookup<Type, FactPart> parts, IEnumerable<FactPart> plans, int processors) =>
        JudgementOf(snapshot, Facts.Of(snapshot, parts[typeof(District)].Single()),
            plans.Chunk(PlansInASession).Prepend([.. parts[typeof(DirectoryList)], .. parts[typeof(InvestmentYear)]])
                .Select(s => s.Select(part => Facts.Of(snapshot, part))),
            Rules, processors);

    /// <param name="sessions">
    /// The parts that are judged together, those that are no plan's first; enumerated where they are judged.
    /// </param>
    internal static Judgement JudgementOf(Snapshot snapshot, PartFacts district,
        IEnumerable<IEnumerable<PartFacts>> sessions, CompiledRules rules, int processors)
    {
        var all = sessions.ToList();
        var said = new Said[all.Count];
        // The caller's thread hears too: others may wait for it, and then no thread of the pool may be free to take its work.
        Parallel.For(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = processors },
            n =>
            {
                said[n] = new Hearing(snapshot, rules, district).Of([.. all[n]]);
                snapshot.ForgetOtherDays();
            });
        return new Judgement(snapshot, RuleBook.Money,
            said.SelectMany(s => s.Findings).GroupBy(f => f.Key).Select(Choose),
            said.SelectMany(s => s.OnlyForMoney).GroupBy(f => f.Key).Select(Choose),
            [.. said.SelectMany(s => s.Failures)],
            said[0].Findings.Select(f => f.Key).ToHashSet(StringComparer.Ordinal));
    }

    // On one key FAIL wins over CONDITIONAL over UNKNOWN, then the higher severity.
    private static Finding Choose(IEnumerable<Finding> ofOneKey) =>
        ofOneKey.OrderBy(f => f.Verdict).ThenBy(f => f.Severity).ThenBy(f => f.Sentence.Zh, StringComparer.Ordinal).First();
}
