namespace RuleEngine.Tests.Oracle;

/// <summary>One random rule set under a random sequence of inserts, updates, retracts and firings.</summary>
internal sealed class OracleTrial
{
    private readonly Random _random;
    private readonly bool _hasSecondStratum;
    private readonly RandomRule[] _rules;
    private readonly NaiveJudge[] _judges;
    private readonly OracleEngine _engine;
    private readonly List<Given> _facts = [];
    private readonly List<string> _story = [];
    private readonly HashSet<string> _waiting = [];
    private Dictionary<string, NaiveJudge.Found> _before = [];
    private readonly string _title;
    private int _named;

    public OracleTrial(int seed, bool hasSecondStratum)
    {
        _title = $"seed {seed}";
        _hasSecondStratum = hasSecondStratum;
#pragma warning disable RS0030 // chance with a seed
        _random = new Random(seed);
#pragma warning restore RS0030
        _rules = [.. Enumerable.Range(0, 3).Select(i => new RandomRule($"R{i}", _random, isSecondStratum: false, maxMatches: hasSecondStratum ? 1 : 3))];
        if (hasSecondStratum) _rules = [.. _rules, .. Enumerable.Range(3, 2).Select(i => new RandomRule($"R{i}", _random, isSecondStratum: true, maxMatches: 2))];
        _judges = [.. _rules.Select(rule => new NaiveJudge(rule))];
        _engine = new OracleEngine(_rules);
        Compare(arrived: [], changed: []);
    }

    public void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Change();
            if (_random.Next(3) == 0) Fire();
            if (_random.Next(4) == 0) Suppose();
        }
        Fire();
    }

    private void Change()
    {
        switch (_random.Next(10))
        {
            case < 4 when _facts.Count < 9: Insert(1); break;
            case < 5 when _facts.Count < 6: Insert(3); break;
            case < 8 when _facts.Count > 0: Update(); break;
            default: Retract(); break;
        }
    }

    private void Insert(int count)
    {
        var facts = Enumerable.Range(0, count).Select(_ => _random.Next(3) == 0 ? new SpecialGiven($"s{_named++}") : new Given($"f{_named++}")).ToList();
        foreach (var fact in facts) fact.Change(_random);
        _facts.AddRange(facts);
        _story.Add($"insert {string.Join(", ", facts.Select(Show))}");
        _engine.Session.InsertAll(facts);
        Compare(arrived: facts, changed: []);
    }

    private void Update()
    {
        var fact = _facts[_random.Next(_facts.Count)];
        if (_random.Next(4) > 0) fact.Change(_random);
        _story.Add($"update {Show(fact)}");
        _engine.Session.Update(fact);
        Compare(arrived: [], changed: [fact]);
    }

    private void Retract()
    {
        if (_facts.Count == 0) return;
        var fact = _facts[_random.Next(_facts.Count)];
        if (_random.Next(3) == 0) fact.Change(_random);
        _facts.Remove(fact);
        _story.Add($"retract {Show(fact)}");
        _engine.Session.Retract(fact);
        Compare(arrived: [], changed: [fact]);
    }

    private void Fire()
    {
        _story.Add("fire");
        _engine.Fired.Clear();
        _engine.Session.Fire();
        var first = Judge(isSecondStratum: false, _facts, []).ToList();
        var derived = first.Select(f => new Derived(f.Match)).ToList();
        Same(_engine.Session.Query<Derived>().Select(d => $"{d.Name} {d.A} {d.B}"), derived.Select(d => $"{d.Name} {d.A} {d.B}"), "yielded facts");
        if (!_hasSecondStratum) Same(_engine.Fired, _waiting, "firings");
        else
        {
            var second = Judge(isSecondStratum: true, [.. _facts, .. derived], []);
            Same(_engine.Session.Query<Verdict>().Select(v => v.Text), second.Select(f => f.Match.ToString()), "verdicts");
        }
        _waiting.Clear();
    }

    /// <summary>Whatever is supposed, everything is as it was: facts, matches, yielded facts, and what fires next in which order.</summary>
    private void Suppose()
    {
        var facts = new List<Given>(_facts);
        _story.Add("suppose");
        var before = _engine.State();
        _engine.Session.Suppose(session =>
        {
            for (var i = 0; i < 3; i++)
            {
                if (facts.Count > 0 && _random.Next(2) == 0)
                {
                    var fact = facts[_random.Next(facts.Count)];
                    facts.Remove(fact);
                    session.Retract(fact);
                }
                else
                {
                    var fact = new Given($"h{i}");
                    fact.Change(_random);
                    session.Insert(fact);
                }
                if (_random.Next(2) == 0) session.Fire();
            }
            if (facts.Count > 0) session.Update(facts[_random.Next(facts.Count)]);
        });
        Same([_engine.State()], [before], "states around a hypothesis");
    }

    /// <summary>Compares matches, and works out which of them must fire next.</summary>
    private void Compare(IReadOnlyCollection<OracleFact> arrived, IReadOnlyCollection<OracleFact> changed)
    {
        if (_hasSecondStratum) return;
        var found = Judge(isSecondStratum: false, _facts, arrived).ToList();
        Same(_engine.Matches, found.Select(f => f.Match.ToString()), "matches");
        var now = found.ToDictionary(f => f.Identity);
        foreach (var (identity, match) in now)
        {
            var isNew = !_before.TryGetValue(identity, out var old) || match.IsRemade;
            var touched = changed.Concat(arrived).Any(fact => match.Parts.Contains(fact) || old?.Parts.Contains(fact) == true);
            if (isNew || touched) _waiting.Add(identity);
        }
        _waiting.RemoveWhere(identity => !now.ContainsKey(identity));
        _before = now;
    }

    private IEnumerable<NaiveJudge.Found> Judge(bool isSecondStratum, IReadOnlyCollection<OracleFact> facts, IReadOnlyCollection<OracleFact> arrived) =>
        _judges.Where((_, i) => _rules[i].IsSecondStratum == isSecondStratum).SelectMany(judge => judge.Judge(facts, arrived));

    private void Same(IEnumerable<string> engine, IEnumerable<string> naive, string what)
    {
        var (left, right) = (engine.Order(StringComparer.Ordinal).ToList(), naive.Order(StringComparer.Ordinal).ToList());
        if (left.SequenceEqual(right)) return;
        var rules = _rules.Select(r => $"{r.RuleName}: {string.Join("; ", r.Steps.Select(Show))}");
        Assert.Fail($"""
            {_title}: {what} differ.
            engine: {string.Join(' ', left)}
            naive:  {string.Join(' ', right)}
            {string.Join('\n', rules)}
            {string.Join('\n', _story)}
            """);
    }

    private static string Show(OracleFact fact) => $"{fact.Name} A={fact.A} B={fact.B} C={fact.C} S={fact.S}";

    private static string Show(Step step) =>
        $"{step.Kind}{(step.OnlySpecial ? " special" : "")} {string.Join(", ", step.Conditions.Cast<object?>().Append(step.MustHold).Append(step.Having).Append(step.Let).Append(step.Key).OfType<object>())}";
}
