using RuleEngine.Rete;

namespace RuleEngine.Tests.Oracle;

/// <summary>The engine under the oracle's eyes: its live matches and what it fired.</summary>
internal sealed class OracleEngine
{
    public OracleEngine(IEnumerable<RandomRule> rules, bool shareEqualYields)
    {
        var compiler = new RuleCompiler(new RuleCompilerOptions { ShareEqualYields = shareEqualYields });
        Session = compiler.Compile(new RuleDefinitionFactory().Create(rules)).CreateSession(session =>
        {
            session.Events.RuleFiredEvent += (_, e) => Fired.Add(Identity(e.Match));
        });
    }

    public ISession Session { get; }
    public List<string> Fired { get; } = [];

    public IEnumerable<string> Matches => ((Session)Session).State.Matches.Select(m => Describe(m).ToString());

    public static OracleMatch Describe(IMatch match) => new(NameOf(match), [.. match.Facts.Select(f => f.Value).OfType<OracleFact>()], ValuesOf(match));

    public static string Names(IEnumerable<OracleFact> facts) => string.Join('+', facts.Select(f => f.Name).Order(StringComparer.Ordinal));

    public static string Order(IEnumerable<OracleFact> facts) => string.Join('+', facts.Select(f => $"{f.B}{f.A}"));

    public static string Numbers(IEnumerable<int> numbers) => string.Join('+', numbers.Order());

    public static string Show(IKeyedLookup<string?, int> table) =>
        string.Join(' ', table.Keys.Order(StringComparer.Ordinal).Select(key => $"{key}:{Numbers(table[key])}"));

    private static string Identity(IMatch match) =>
        $"{NameOf(match)}({string.Join(',', match.Facts.Select(f => f.Value).OfType<OracleFact>())})" +
        string.Concat(match.Facts.Select(f => f.Value switch
        {
            IGrouping<int, OracleFact> group => $";g{group.Key}",
            IGrouping<string?, int> group => $";k{group.Key}",
            _ => "",
        }));

    /// <summary>The rule and which of its branches: a rule with Or has one node for each.</summary>
    private static string NameOf(IMatch match) => $"{match.Rule.Name}.{((RuleNode)((Activation)match).Node).Branch}";

    private static string ValuesOf(IMatch match) => string.Concat(match.Facts.Select(f => (f.Declaration.Name, f.Value) switch
    {
        ("Number", int number) => $";n={number}",
        ("Computed", int number) => $";f={number}",
        ("Bag", IEnumerable<OracleFact> bag) => $";q={Names(bag)}",
        ("Sorted", IEnumerable<OracleFact> sorted) => $";o={Order(sorted)}",
        ("Flat", IEnumerable<int> flat) => $";m={Numbers(flat)}",
        ("Group", IGrouping<int, OracleFact> group) => $";g{group.Key}={Names(group)}",
        ("Named", IGrouping<string?, int> group) => $";k{group.Key}={Numbers(group)}",
        ("Table", IKeyedLookup<string?, int> table) => $";t={Show(table)}",
        _ => "",
    }));
}
