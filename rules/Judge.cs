namespace PlanRegistry.Rules;

/// <summary>Judges snapshots. The only place that runs the engine.</summary>
public static class Judge
{
    private static readonly Lazy<ISessionFactory> Factory = new(Compile);

    public static Judgement Assess(Snapshot snapshot) => Assess(snapshot, Facts.Of(snapshot));

    /// <summary>The same with the facts given, so that a test can shuffle them.</summary>
    public static Judgement Assess(Snapshot snapshot, IEnumerable<object> facts)
    {
        var drafts = Drafts(facts);
        return new Judgement(snapshot, Finish(drafts.Where(d => !d.IsOnlyForMoney)), Finish(drafts.Where(d => d.IsOnlyForMoney)));
    }

    /// <summary>What every single activation says, before one per key is chosen. The rules are written so that there is nothing to choose; a test holds them to it.</summary>
    public static IEnumerable<Finding> Activations(Snapshot snapshot) =>
        Drafts(Facts.Of(snapshot)).Where(d => !d.IsOnlyForMoney).Select(d => d.Finish()).OfType<Finding>();

    /// <summary>Every finding with what the engine says that its match stands on: a test holds a finding's facts to it.</summary>
    internal static IEnumerable<(Finding Finding, Explanation Why)> Explained(Snapshot snapshot)
    {
        var session = NewSession();
        session.InsertAll(Facts.Of(snapshot));
        session.Fire();
        return [.. session.Query<FindingDraft>().ToList().Select(d => (Finding: d.Finish(), Why: session.Explain(d)!)).Where(f => f.Finding is not null).Select(f => (f.Finding!, f.Why))];
    }

    // On one key FAIL wins over CONDITIONAL over UNKNOWN, then the higher severity.
    private static IEnumerable<Finding> Finish(IEnumerable<FindingDraft> drafts) =>
        drafts.Select(d => d.Finish()).OfType<Finding>()
            .GroupBy(f => f.Key)
            .Select(g => Choose(g)!);

    internal static Finding? Choose(IEnumerable<Finding> ofOneKey) =>
        ofOneKey.OrderBy(f => f.Verdict).ThenBy(f => f.Severity).ThenBy(f => f.Sentence.Zh, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>How the engine finds the matches of each rule.</summary>
    internal static IReadOnlyList<RulePlan> Plans => Factory.Value.GetPlans();

    internal static ISession NewSession() => Factory.Value.CreateSession();

    private static List<FindingDraft> Drafts(IEnumerable<object> facts)
    {
        var session = NewSession();
        session.InsertAll(facts);
        session.Fire();
        return [.. session.Query<FindingDraft>()];
    }

    private static ISessionFactory Compile()
    {
        var repository = new RuleRepository();
        repository.Load(spec => spec.From(typeof(Judge).Assembly));
        var compiler = new RuleCompiler();
        // A fact is itself: the facts of a part come and go together, so none ever takes another's place.
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = ReferenceEqualityComparer.Instance;
        return compiler.Compile(repository.GetRuleSets());
    }
}
