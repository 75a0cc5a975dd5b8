namespace RuleEngine.Tests.Oracle;

/// <summary>The engine under the oracle's eyes: its live matches and what it fired.</summary>
internal sealed class OracleEngine
{
    private readonly HashSet<IMatch> _live = new(ReferenceEqualityComparer.Instance);

    public OracleEngine(IEnumerable<RandomRule> rules)
    {
        Session = new RuleCompiler().Compile(new RuleDefinitionFactory().Create(rules)).CreateSession(session =>
        {
            session.Events.ActivationCreatedEvent += (_, e) => _live.Add(e.Match);
            session.Events.ActivationDeletedEvent += (_, e) => _live.Remove(e.Match);
            session.Events.RuleFiredEvent += (_, e) => Fired.Add(Identity(e.Match));
        });
    }

    public ISession Session { get; }
    public List<string> Fired { get; } = [];

    public IEnumerable<string> Matches => _live.Select(m => Describe(m).ToString());

    public static OracleMatch Describe(IMatch match) => new(match.Rule.Name, [.. match.Facts.Select(f => f.Value).OfType<OracleFact>()], ValuesOf(match));

    public static string Sorted(IEnumerable<OracleFact> facts) => string.Join('+', facts.Select(f => f.Name).Order(StringComparer.Ordinal));

    private static string Identity(IMatch match) =>
        $"{match.Rule.Name}({string.Join(',', match.Facts.Select(f => f.Value).OfType<OracleFact>())})" +
        string.Concat(match.Facts.Select(f => f.Value).OfType<IGrouping<int, OracleFact>>().Select(g => $";g{g.Key}"));

    private static string ValuesOf(IMatch match) => string.Concat(match.Facts.Select(f => f.Value switch
    {
        int number => $";n={number}",
        IGrouping<int, OracleFact> group => $";g{group.Key}={Sorted(group)}",
        IEnumerable<OracleFact> bag => $";q={Sorted(bag)}",
        _ => "",
    }));
}
