using System.Linq.Expressions;

namespace RuleEngine.Tests.Oracle;

internal enum StepKind { Match, Not, Exists, All, Let, Having, Collect, Group }

/// <summary>One condition of a random rule, in a form that the rule builder and the naive judge both read.</summary>
internal sealed record Step(StepKind Kind, int Slot, Expression<Func<OracleFact, bool>>[] Conditions)
{
    public Expression<Func<OracleFact, bool>>? MustHold { get; init; }
    public Expression<Func<bool>>? Having { get; init; }
    public Expression<Func<int>>? Let { get; init; }
    public Expression<Func<OracleFact, int>>? Key { get; init; }
    public bool OnlySpecial { get; init; }

    public Func<OracleFact, bool>[] Tests { get; } = [.. Conditions.Select(c => c.Compile(preferInterpretation: true))];
    public Func<OracleFact, bool> MustHoldTest => field ??= MustHold!.Compile(preferInterpretation: true);
    public Func<bool> HavingTest => field ??= Having!.Compile(preferInterpretation: true);
    public Func<int> LetValue => field ??= Let!.Compile(preferInterpretation: true);
    public Func<OracleFact, int> KeyOf => field ??= Key!.Compile(preferInterpretation: true);
}

/// <summary>
/// A rule made of random conditions over its own properties. The naive judge sets the properties and calls the same lambdas.
/// </summary>
internal sealed class RandomRule : Rule
{
    private readonly List<Step> _steps = [];
    private readonly Random _random;
    private readonly string _name;
    private readonly bool _isSecondStratum;
    private readonly int _maxMatches;
    private int _facts;
    private bool _hasNumber, _hasBag, _hasGroup;

    public RandomRule(string name, Random random, bool isSecondStratum, int maxMatches)
    {
        (_name, _random, _isSecondStratum, _maxMatches) = (name, random, isSecondStratum, maxMatches);
        var length = 1 + random.Next(4);
        for (var i = 0; i < length; i++) _steps.Add(NextStep());
    }

    public string RuleName => _name;
    public bool IsSecondStratum => _isSecondStratum;
    public IReadOnlyList<Step> Steps => _steps;

    public OracleFact F0 { get; set; } = null!;
    public OracleFact F1 { get; set; } = null!;
    public OracleFact F2 { get; set; } = null!;
    public OracleFact F3 { get; set; } = null!;
    public int Number { get; set; }
    public IEnumerable<OracleFact> Bag { get; set; } = null!;
    public IGrouping<int, OracleFact> Group { get; set; } = null!;

    public override void Define()
    {
        Name(_name);
        var when = When();
        foreach (var step in _steps) Add(when, step);
        if (_isSecondStratum) Then().Yield(c => new Verdict(OracleEngine.Describe(c.Match)));
        else Then().Yield(c => new Derived(OracleEngine.Describe(c.Match)));
    }

    private void Add(ILeftHandSideExpression when, Step step)
    {
        if (_isSecondStratum) Add<OracleFact>(when, step);
        else if (step.OnlySpecial) Add<SpecialGiven>(when, step);
        else Add<Given>(when, step);
    }

    private void Add<T>(ILeftHandSideExpression when, Step step) where T : OracleFact
    {
        Expression<Func<T, bool>>[] conditions = [.. step.Conditions.Select(On<T, bool>)];
        _ = step.Kind switch
        {
            StepKind.Match => Match(when, step.Slot, conditions),
            StepKind.Not => when.Not(conditions),
            StepKind.Exists => when.Exists(conditions),
            StepKind.All => when.All(conditions[0], On<T, bool>(step.MustHold!)),
            StepKind.Let => when.Let(() => Number, step.Let!),
            StepKind.Having => when.Having(step.Having!),
            StepKind.Collect => when.Query(() => Bag, q => q.Match(conditions).Collect()),
            _ => when.Query(() => Group, q => q.Match(conditions).Select(f => (OracleFact)f).GroupBy(step.Key!)),
        };
    }

    private ILeftHandSideExpression Match<T>(ILeftHandSideExpression when, int slot, Expression<Func<T, bool>>[] conditions) where T : OracleFact
    {
        var alias = Expression.Property(Expression.Constant(this), $"F{slot}");
        return typeof(T) == typeof(OracleFact)
            ? when.Match(Expression.Lambda<Func<OracleFact>>(alias), [.. conditions.Select(c => (Expression<Func<OracleFact, bool>>)(object)c)])
            : when.Match(Expression.Lambda<Func<T>>(new Narrowed(alias, typeof(T)).Reduced), conditions);
    }

    private static Expression<Func<T, TResult>> On<T, TResult>(Expression<Func<OracleFact, TResult>> condition) where T : OracleFact
    {
        if (typeof(T) == typeof(OracleFact)) return (Expression<Func<T, TResult>>)(object)condition;
        var fact = Expression.Parameter(typeof(T), condition.Parameters[0].Name);
        return Expression.Lambda<Func<T, TResult>>(new Retyped(condition.Parameters[0], fact).Visit(condition.Body), fact);
    }

    private Step NextStep()
    {
        var kinds = new List<StepKind> { StepKind.Not, StepKind.Exists, StepKind.All };
        if (_facts < _maxMatches) kinds.AddRange([StepKind.Match, StepKind.Match]);
        if (_facts > 0 && !_hasNumber) kinds.Add(StepKind.Let);
        if (_facts > 0) kinds.Add(StepKind.Having);
        if (!_hasBag) kinds.Add(StepKind.Collect);
        if (!_hasGroup) kinds.Add(StepKind.Group);
        return Make(kinds[_random.Next(kinds.Count)]);
    }

    private Step Make(StepKind kind)
    {
        var conditions = kind is StepKind.Let or StepKind.Having ? [] : Conditions(kind == StepKind.All ? 1 : _random.Next(3));
        var step = new Step(kind, _facts, conditions)
        {
            MustHold = kind == StepKind.All ? Condition() : null,
            Having = kind == StepKind.Having ? Having() : null,
            Let = kind == StepKind.Let ? Let() : null,
            Key = kind == StepKind.Group ? Key() : null,
            OnlySpecial = !_isSecondStratum && _random.Next(4) == 0,
        };
        _facts += kind == StepKind.Match ? 1 : 0;
        _hasNumber |= kind == StepKind.Let;
        _hasBag |= kind == StepKind.Collect;
        _hasGroup |= kind == StepKind.Group;
        return step;
    }

    private Expression<Func<OracleFact, bool>>[] Conditions(int count) => [.. Enumerable.Range(0, count).Select(_ => Condition())];

    private Expression<Func<OracleFact, bool>> Condition()
    {
        if (_hasGroup && _random.Next(4) == 0) return x => x.A == Group.Key;
        if (_hasNumber && _random.Next(3) == 0) return x => x.B == Number;
        if (_hasBag && _random.Next(6) == 0) return x => x.A <= Bag.Count();
        if (_facts == 0 || _random.Next(3) == 0) return Own();
        return _random.Next(_facts) switch { 0 => JoinF0(), 1 => JoinF1(), _ => JoinF2() };
    }

    private Expression<Func<OracleFact, bool>> Own() => _random.Next(4) switch
    {
        0 => x => x.A > 1,
        1 => x => x.S != null,
        2 => x => x.C == null || x.C > 1,
        _ => x => x.B != 2,
    };

    private Expression<Func<OracleFact, bool>> JoinF0() => _random.Next(7) switch
    {
        0 => x => x.A == F0.A,
        1 => x => x.A == F0.C,
        2 => x => x.S == F0.S,
        3 => x => F0.B == x.A && x.S == F0.S,
        4 => x => x.A == F0.B && x.B >= F0.A,
        5 => x => x.C == F0.C,
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

    private Expression<Func<bool>> Having() => _random.Next(3) switch
    {
        0 when _hasBag => () => Bag.Count() % 2 == 0,
        1 when _hasGroup => () => Group.Count() > 1,
        2 when _hasNumber => () => Number > 1,
        _ => () => F0.A < 3,
    };

    private Expression<Func<int>> Let() => _random.Next(2) switch
    {
        0 when _hasBag => () => Bag.Sum(x => x.A) % 4,
        _ => () => (F0.A + F0.B) % 4,
    };

    private Expression<Func<OracleFact, int>> Key() => _random.Next(2) switch
    {
        0 when _facts > 0 => x => (x.A + F0.B) % 3,
        _ => x => x.A,
    };

    /// <summary>An alias of a narrower type than its property: the engine knows aliases by name, so a closure serves.</summary>
    private sealed class Narrowed(Expression alias, Type type)
    {
        public Expression Reduced => Expression.Field(
            Expression.Constant(Activator.CreateInstance(typeof(Closure<>).MakeGenericType(type))), ((MemberExpression)alias).Member.Name);
    }

#pragma warning disable CS0649 // only named in expressions
    private sealed class Closure<T>
    {
        public T? F0, F1, F2, F3;
    }
#pragma warning restore CS0649

    private sealed class Retyped(ParameterExpression old, ParameterExpression now) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == old ? now : node;
    }
}
