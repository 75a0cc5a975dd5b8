using RuleEngine.Rete;

namespace RuleEngine.Tests.Oracle;

/// <summary>The engine under the oracle's eyes: its live matches and what it fired.</summary>
internal sealed class OracleEngine
{
    public OracleEngine(IEnumerable<RandomRule> rules)
    {
        Session = new RuleCompiler().Compile(new RuleDefinitionFactory().Create(rules)).CreateSession(session =>
        {
            session.Events.RuleFiredEvent += (_, e) => Fired.Add(Identity(e.Match));
        });
    }

    public ISession Session { get; }
    public List<string> Fired { get; } = [];

    /// <summary>Everything that can be seen of the session, the waiting matches in their order.</summary>
    public string State()
    {
        var facts = Session.Query<object>().AsEnumerable().Select(f => f is OracleFact o ? $"{o.Name} {o.A} {o.B} {o.C} {o.S}" : $"{f}");
        var waiting = ((Agenda)Session.Agenda).Waiting.Select(m => $"{Describe(m)} {m.Trigger}");
        var next = Session.Suppose(_ => { }).Yielded.Select(f => $"{f}").Order(StringComparer.Ordinal);
        return $"{string.Join(' ', facts)} | {string.Join(' ', waiting)} | {string.Join(' ', Matches.Order(StringComparer.Ordinal))} | {string.Join(' ', next)}";
    }

    public IEnumerable<string> Matches => ((Session)Session).State.Matches.Select(m => Describe(m).ToString());

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
