using System.Linq.Expressions;

namespace RuleEngine.Tests.Oracle;

/// <summary>Chooses the conditions of a random rule.</summary>
internal partial class RandomRule
{
    private static readonly StepKind[] Queries =
        [StepKind.Collect, StepKind.Sorted, StepKind.Flat, StepKind.Group, StepKind.Named, StepKind.Lookup];

    private Step NextStep()
    {
        var kinds = new List<StepKind> { StepKind.Not, StepKind.Exists, StepKind.All };
        if (_facts < _shape.MaxMatches) kinds.AddRange([StepKind.Match, StepKind.Match, StepKind.Match]);
        if (_facts > 0) kinds.AddRange([StepKind.Having, StepKind.Let, StepKind.From]);
        kinds.Add(Queries[_random.Next(Queries.Length)]);
        kinds.Add(Queries[_random.Next(Queries.Length)]);
        if (_facts > 0 && !_shape.IsSecondStratum) kinds.AddRange([StepKind.Or, StepKind.Unnamed]);
        kinds.RemoveAll(_used.Contains);
        return Make(kinds[_random.Next(kinds.Count)]);
    }

    private Step Make(StepKind kind)
    {
        var count = kind is StepKind.Let or StepKind.Having or StepKind.From or StepKind.Or ? 0 : kind == StepKind.All ? 1 : _random.Next(3);
        var step = new Step(kind, _facts, kind == StepKind.All ? [OfFacts()] : Conditions(count))
        {
            Also = kind == StepKind.All ? OfFacts() : kind is StepKind.Flat or StepKind.Named ? Condition() : null,
            Having = kind == StepKind.Having ? Having() : null,
            Value = kind is StepKind.Let or StepKind.From ? Value() : null,
            Key = kind == StepKind.Group ? Key() : null,
            Branches = kind == StepKind.Or ? [Branch(), Branch()] : [],
            OnlySpecial = !_shape.IsSecondStratum && _random.Next(4) == 0,
        };
        if (kind == StepKind.Match) _facts++;
        if (kind is not (StepKind.Match or StepKind.Not or StepKind.Exists or StepKind.All or StepKind.Having)) _used.Add(kind);
        return step;
    }

    /// <summary>A branch of Or brings no alias, since the other branch would not have it.</summary>
    private List<Step> Branch()
    {
        StepKind[] kinds = [StepKind.Not, StepKind.Exists, StepKind.All, StepKind.Unnamed, StepKind.Not, StepKind.Exists];
        return [.. Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Make(kinds[_random.Next(kinds.Length)]))];
    }

    private Expression<Func<OracleFact, bool>>[] Conditions(int count) => [.. Enumerable.Range(0, count).Select(_ => Condition())];

    private Expression<Func<OracleFact, bool>> Condition()
    {
        if (_used.Contains(StepKind.Group) && _random.Next(4) == 0) return x => x.A == Group.Key;
        if (_used.Contains(StepKind.Named) && _random.Next(4) == 0) return x => x.S == Named.Key;
        if (_used.Contains(StepKind.Lookup) && _random.Next(4) == 0) return x => Table.Contains(x.S);
        if (_used.Contains(StepKind.Let) && _random.Next(3) == 0) return x => x.B == Number;
        if (_used.Contains(StepKind.From) && _random.Next(3) == 0) return x => x.A == Computed;
        if (_used.Contains(StepKind.Collect) && _random.Next(6) == 0) return x => x.A <= Bag.Count();
        return OfFacts();
    }

    /// <summary>A condition that reads no query: whether All sees a new fact would depend on when the query's result changes.</summary>
    private Expression<Func<OracleFact, bool>> OfFacts()
    {
        if (_facts == 0 || _random.Next(3) == 0) return Own();
        return _random.Next(_facts) switch { 0 => JoinF0(), 1 => JoinF1(), _ => JoinF2() };
    }

    private Expression<Func<OracleFact, bool>> Own() => _random.Next(5) switch
    {
        0 => x => x.A > 1,
        1 => x => x.S != null,
        2 => x => x.C == null || x.C > 1,
        3 => x => x.Sound < 3,
        _ => x => x.B != 2,
    };

    private Expression<Func<OracleFact, bool>> JoinF0() => _random.Next(9) switch
    {
        0 => x => x.A == F0.A,
        1 => x => x.A == F0.C,
        2 => x => x.S == F0.S,
        3 => x => F0.B == x.A && x.S == F0.S,
        4 => x => x.A == F0.B && x.B >= F0.A,
        5 => x => x.C == F0.C,
        6 => x => x.Sound == F0.A,
        7 => x => x.A == F0.Sound,
        _ => x => x.A + F0.A > 3,
    };

    private Expression<Func<OracleFact, bool>> JoinF1() => _random.Next(4) switch
    {
        0 => x => x.A == F1.B,
        1 => x => x.S == F1.S && x.A == F0.A,
        2 => x => x != F1,
        _ => x => x.A + x.B == F1.A + F0.B,
    };

    private Expression<Func<OracleFact, bool>> JoinF2() => _random.Next(3) switch
    {
        0 => x => x.A == F2.A,
        1 => x => x.C == F2.A,
        _ => x => x.B < F2.B,
    };

    private Expression<Func<bool>> Having() => _random.Next(6) switch
    {
        0 when _used.Contains(StepKind.Collect) => () => Bag.Count() % 2 == 0,
        1 when _used.Contains(StepKind.Group) => () => Group.Count() > 1,
        2 when _used.Contains(StepKind.Let) => () => Number > 1,
        3 when _used.Contains(StepKind.Lookup) => () => Table.Keys.Count() < 3,
        4 when _used.Contains(StepKind.Flat) => () => Flat.Sum() % 2 == 0,
        _ => () => F0.A < 3,
    };

    private Expression<Func<int>> Value() => _random.Next(3) switch
    {
        0 when _used.Contains(StepKind.Collect) => () => Bag.Sum(x => x.A) % 4,
        1 when _used.Contains(StepKind.Named) => () => Named.Sum() % 4,
        _ => () => (F0.A + F0.B) % 4,
    };

    private Expression<Func<OracleFact, int>> Key() => _random.Next(2) switch
    {
        0 when _facts > 0 => x => (x.A + F0.B) % 3,
        _ => x => x.A,
    };

    private Expression<Func<object>> FilterKey() => _random.Next(3) switch
    {
        0 when _used.Contains(StepKind.Collect) => () => Bag.Count(),
        1 when _used.Contains(StepKind.Let) => () => Number,
        _ when _facts > 0 => () => F0.A,
        _ => () => "never changes",
    };
}
