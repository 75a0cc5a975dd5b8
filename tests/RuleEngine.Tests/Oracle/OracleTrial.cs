namespace RuleEngine.Tests.Oracle;

/// <summary>What the rules of a trial are like.</summary>
public enum OracleKind
{
    /// <summary>Rules over inserted facts, with priorities, filters and rules that fire once; judged after every step.</summary>
    OneStratum,

    /// <summary>Rules over what other rules yield; judged after every firing.</summary>
    TwoStrata,

    /// <summary>The same where many matches yield equal facts, which are one fact.</summary>
    EqualYields,
}

/// <summary>One random rule set under a random sequence of inserts, updates, retracts, firings, hypotheses and failures.</summary>
internal sealed class OracleTrial
{
    private readonly Random _random;
    private readonly OracleKind _kind;
    private readonly int _seed;
    private readonly RandomRule[] _rules;
    private readonly NaiveJudge[] _judges;
    private readonly OracleEngine _engine;
    private readonly OracleLedger _ledger = new();
    private readonly List<Given> _facts = [];
    private readonly List<string> _story = [];
    private int _named;

    public OracleTrial(int seed, OracleKind kind)
    {
        (_seed, _kind) = (seed, kind);
#pragma warning disable RS0030 // chance with a seed
        _random = new Random(seed);
#pragma warning restore RS0030
        var isOne = kind == OracleKind.OneStratum;
        var first = new RuleShape(IsSecondStratum: false, MaxMatches: isOne ? 3 : 1, IsFiltered: isOne, YieldsClaims: kind == OracleKind.EqualYields);
        _rules = [.. Enumerable.Range(0, 3).Select(i => Rule($"R{i}", first))];
        var second = new RuleShape(IsSecondStratum: true, MaxMatches: 2, IsFiltered: false, YieldsClaims: false);
        if (!isOne) _rules = [.. _rules, .. Enumerable.Range(3, 2).Select(i => new RandomRule($"R{i}", _random, second))];
        _judges = [.. _rules.Select(rule => new NaiveJudge(rule))];
        _engine = new OracleEngine(_rules, shareEqualYields: kind == OracleKind.EqualYields);
        Compare([], []);
    }

    private ISession Session => _engine.Session;

    public void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Change();
            if (_random.Next(3) == 0) Fire();
            if (_random.Next(4) == 0) Suppose();
            if (_random.Next(8) == 0) Poison();
        }
        Fire();
        RetractAll();
    }

    private RandomRule Rule(string name, RuleShape shape) => shape.IsFiltered && _random.Next(4) == 0
        ? new RandomOnceRule(name, _random, shape)
        : new RandomRule(name, _random, shape);

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
        var facts = Enumerable.Range(0, count).Select(_ => NewFact()).ToList();
        _facts.AddRange(facts);
        _story.Add($"insert {string.Join(", ", facts.Select(Show))}");
        Session.InsertAll(facts);
        Compare(arrived: facts, changed: []);
    }

    private void Update()
    {
        var fact = Any(_facts);
        if (_random.Next(4) > 0) fact.Change(_random);
        _story.Add($"update {Show(fact)}");
        Session.Update(fact);
        Compare(arrived: [], changed: [fact]);
    }

    private void Retract()
    {
        if (_facts.Count == 0) return;
        var fact = Any(_facts);
        if (_random.Next(3) == 0) fact.Change(_random);
        _facts.Remove(fact);
        _story.Add($"retract {Show(fact)}");
        Session.Retract(fact);
        Compare(arrived: [], changed: [fact]);
    }

    private void Fire()
    {
        _story.Add("fire");
        _engine.Fired.Clear();
        Session.Fire();
        if (_kind == OracleKind.OneStratum)
        {
            Same(_engine.Fired, _ledger.Waiting, "firings");
            if (_ledger.WrongOrder(_engine.Fired) is { } wrong) Fail("the order of firings", wrong, string.Join(' ', _ledger.Waiting));
            _ledger.Fire();
            SameYields();
            return;
        }
        var matches = Judge(isSecondStratum: false, _facts, []).Select(f => f.Match).ToList();
        IReadOnlyList<OracleFact> yielded = _kind == OracleKind.EqualYields
            ? [.. matches.Select(m => new Claim(m)).Distinct()]
            : [.. matches.Select(m => new Derived(m))];
        Same(Session.Query<OracleFact>().AsEnumerable().Where(f => f is not Given).Select(Show), yielded.Select(Show), "yielded facts");
        var second = Judge(isSecondStratum: true, [.. _facts, .. yielded], []);
        Same(Session.Query<Verdict>().Select(v => $"{v}"), second.Select(f => $"{f.Match}"), "verdicts");
    }

    /// <summary>Whatever is supposed, everything is as it was: facts, matches, what they yielded and fired, the agenda in its order.</summary>
    private void Suppose()
    {
        var facts = new List<Given>(_facts);
        _story.Add("suppose");
        Unchanged("a hypothesis", () => Session.Suppose(session =>
        {
            for (var i = 0; i < 3; i++)
            {
                if (facts.Count > 0 && _random.Next(2) == 0)
                {
                    var fact = Any(facts);
                    facts.Remove(fact);
                    session.Retract(fact);
                }
                else session.Insert(NewFact());
                if (_random.Next(2) == 0) session.Fire();
            }
            if (facts.Count > 0) session.Update(Any(facts));
        }));
    }

    /// <summary>A call that fails because a condition throws leaves everything as it was.</summary>
    private void Poison()
    {
        var isNew = _facts.Count == 0 || _random.Next(2) == 0;
        var fact = isNew ? NewFact() : Any(_facts);
        _story.Add($"poison {(isNew ? "new " : "")}{Show(fact)}");
        var before = Digest();
        fact.IsPoisoned = true;
        var failed = false;
        try
        {
            if (isNew) Session.Insert(fact);
            else Session.Update(fact);
        }
        catch (RuleExpressionEvaluationException)
        {
            failed = true;
        }
        fact.IsPoisoned = false;
        if (failed)
        {
            SameDigest(before, "states around a failure");
            return;
        }
        if (isNew) _facts.Add(fact);
        Compare(arrived: isNew ? [fact] : [], changed: isNew ? [] : [fact]);
    }

    private void RetractAll()
    {
        _story.Add("retract all");
        var facts = _facts.ToList();
        _facts.Clear();
        Session.RetractAll(facts);
        Compare(arrived: [], changed: facts);
        Fire();
    }

    private void Unchanged(string what, Action action)
    {
        var before = Digest();
        action();
        SameDigest(before, $"states around {what}");
    }

    private void SameDigest(string before, string what)
    {
        var now = Digest();
        if (now == before) return;
        var (left, right) = (now.Split('\n'), before.Split('\n'));
        Fail(what, string.Join("\n  ", left.Except(right).DefaultIfEmpty(now)), string.Join("\n  ", right.Except(left).DefaultIfEmpty(before)));
    }

    private string Digest() => SessionDigest.Of(Session, value => value is OracleFact fact ? Show(fact) : $"{value}");

    /// <summary>Compares matches and yielded facts, and notes which matches must fire next.</summary>
    private void Compare(IReadOnlyCollection<OracleFact> arrived, IReadOnlyCollection<OracleFact> changed)
    {
        if (_kind != OracleKind.OneStratum) return;
        var found = Judge(isSecondStratum: false, _facts, arrived).ToList();
        Same(_engine.Matches, found.Select(f => $"{f.Match}"), "matches");
        _ledger.Note(found, [.. arrived, .. changed]);
        SameYields();
    }

    private void SameYields() => Same(Session.Query<Derived>().Select(d => $"{d.Name} {d.A} {d.B}"), _ledger.Yielded, "yielded facts");

    private IEnumerable<NaiveJudge.Found> Judge(bool isSecondStratum, IReadOnlyCollection<OracleFact> facts, IReadOnlyCollection<OracleFact> arrived) =>
        _judges.Where((_, i) => _rules[i].IsSecondStratum == isSecondStratum).SelectMany(judge => judge.Judge(facts, arrived));

    private Given NewFact()
    {
        Given fact = _random.Next(3) == 0 ? new SpecialGiven($"s{_named++}") : new Given($"f{_named++}");
        fact.Change(_random);
        return fact;
    }

    private T Any<T>(List<T> list) => list[_random.Next(list.Count)];

    private void Same(IEnumerable<string> engine, IEnumerable<string> naive, string what)
    {
        var (left, right) = (engine.Order(StringComparer.Ordinal).ToList(), naive.Order(StringComparer.Ordinal).ToList());
        if (!left.SequenceEqual(right)) Fail(what, string.Join(' ', left), string.Join(' ', right));
    }

    private void Fail(string what, string engine, string naive) => Assert.Fail($"""
        {_kind}, seed {_seed}: {what} differ.
        engine: {engine}
        naive:  {naive}
        {string.Join('\n', _rules.Select(r => $"{r.RuleName} priority {r.RulePriority} once {r.FiresOnce} on change {r.OnChange} where {r.FilterWhere}: {string.Join("; ", r.Steps)}"))}
        {string.Join('\n', _story)}
        """);

    private static string Show(OracleFact fact) => $"{fact.Name} A={fact.A} B={fact.B} C={fact.C} S={fact.S}";
}
