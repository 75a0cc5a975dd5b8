using System.Linq.Expressions;

namespace RuleEngine.Tests.Oracle;

/// <summary>What a trial wants its rules to be like.</summary>
internal sealed record RuleShape(bool IsSecondStratum, int MaxMatches, bool IsFiltered, bool YieldsClaims);

/// <summary>
/// A rule made of random conditions over its own properties. The naive judge sets the properties and calls the same lambdas.
/// </summary>
internal partial class RandomRule : Rule
{
    private readonly List<Step> _steps = [];
    private readonly HashSet<StepKind> _used = [];
    private readonly Random _random;
    private readonly RuleShape _shape;
    private int _facts;

    public RandomRule(string name, Random random, RuleShape shape)
    {
        (RuleName, _random, _shape) = (name, random, shape);
        var length = 1 + random.Next(4);
        for (var i = 0; i < length; i++) _steps.Add(NextStep());
        if (!shape.IsFiltered) return;
        RulePriority = random.Next(3);
        if (random.Next(3) == 0) OnChange = FilterKey();
        if (random.Next(4) == 0 && _facts > 0) FilterWhere = () => F0.B != 3;
    }

    public string RuleName { get; }
    public int RulePriority { get; }
    public virtual bool FiresOnce => false;
    public bool IsSecondStratum => _shape.IsSecondStratum;
    public IReadOnlyList<Step> Steps => _steps;
    public Expression<Func<object>>? OnChange { get; }
    public Expression<Func<bool>>? FilterWhere { get; }

    public OracleFact F0 { get; set; } = null!;
    public OracleFact F1 { get; set; } = null!;
    public OracleFact F2 { get; set; } = null!;
    public int Number { get; set; }
    public int Computed { get; set; }
    public IEnumerable<OracleFact> Bag { get; set; } = null!;
    public IEnumerable<OracleFact> Sorted { get; set; } = null!;
    public IEnumerable<int> Flat { get; set; } = null!;
    public IGrouping<int, OracleFact> Group { get; set; } = null!;
    public IGrouping<string?, int> Named { get; set; } = null!;
    public IKeyedLookup<string?, int> Table { get; set; } = null!;

    public override void Define()
    {
        Name(RuleName);
        Priority(RulePriority);
        if (OnChange is { } key) Filter().OnChange(key);
        if (FilterWhere is { } predicate) Filter().Where(predicate);
        var when = When();
        foreach (var step in _steps) Add(when, step);
        if (_shape.IsSecondStratum) Then().Yield(c => new Verdict(OracleEngine.Describe(c.Match)));
        else if (_shape.YieldsClaims) Then().Yield(c => new Claim(OracleEngine.Describe(c.Match)));
        else Then().Yield(c => new Derived(OracleEngine.Describe(c.Match)));
    }

    private void Add(ILeftHandSideExpression when, Step step)
    {
        if (_shape.IsSecondStratum) Add<OracleFact>(when, step);
        else if (step.OnlySpecial) Add<SpecialGiven>(when, step);
        else Add<Given>(when, step);
    }

    private void Add<T>(ILeftHandSideExpression when, Step step) where T : OracleFact
    {
        Expression<Func<T, bool>>[] conditions = [.. step.Conditions.Select(On<T, bool>)];
        _ = step.Kind switch
        {
            StepKind.Match => Match(when, step.Slot, conditions),
            StepKind.Unnamed => when.Match(conditions),
            StepKind.Not => when.Not(conditions),
            StepKind.Exists => when.Exists(conditions),
            StepKind.All => when.All(conditions[0], On<T, bool>(step.Also!)),
            StepKind.Let => when.Let(() => Number, step.Value!),
            StepKind.Having => when.Having(step.Having!),
            StepKind.Collect => when.Query(() => Bag, q => q.Match(conditions).Collect()),
            StepKind.Sorted => when.Query(() => Sorted, q => q.Match(conditions).Select(f => (OracleFact)f).Collect().OrderBy(f => f.B).ThenByDescending(f => f.A)),
            StepKind.Flat => when.Query(() => Flat, q => q.Match(conditions).Where(On<T, bool>(step.Also!)).SelectMany(f => f.Both).Collect()),
            StepKind.Group => when.Query(() => Group, q => q.Match(conditions).Select(f => (OracleFact)f).GroupBy(step.Key!)),
            StepKind.Named => when.Query(() => Named, q => q.Match(conditions).Where(On<T, bool>(step.Also!)).GroupBy(f => f.S, f => f.A)),
            StepKind.Lookup => when.Query(() => Table, q => q.Match(conditions).Collect().ToLookup(f => f.S, f => f.A)),
            StepKind.From => when.Query(() => Computed, q => q.From(step.Value!).Where(n => n != 1).Select(n => n * 2)),
            _ => when.Or(or => AddBranches(or, step)),
        };
    }

    private void AddBranches(ILeftHandSideExpression or, Step step)
    {
        foreach (var branch in step.Branches)
        {
            if (branch.Count == 1) Add(or, branch[0]);
            else or.And(and => branch.ToList().ForEach(inner => Add(and, inner)));
        }
    }

    private ILeftHandSideExpression Match<T>(ILeftHandSideExpression when, int slot, Expression<Func<T, bool>>[] conditions) where T : OracleFact
    {
        var alias = Expression.Property(Expression.Constant(this), $"F{slot}");
        return typeof(T) == typeof(OracleFact)
            ? when.Match(Expression.Lambda<Func<OracleFact>>(alias), [.. conditions.Select(c => (Expression<Func<OracleFact, bool>>)(object)c)])
            : when.Match(Expression.Lambda<Func<T>>(Narrowed(alias, typeof(T))), conditions);
    }

    private static Expression<Func<T, TResult>> On<T, TResult>(Expression<Func<OracleFact, TResult>> condition) where T : OracleFact
    {
        if (typeof(T) == typeof(OracleFact)) return (Expression<Func<T, TResult>>)(object)condition;
        var fact = Expression.Parameter(typeof(T), condition.Parameters[0].Name);
        return Expression.Lambda<Func<T, TResult>>(new Retyped(condition.Parameters[0], fact).Visit(condition.Body), fact);
    }

    /// <summary>An alias of a narrower type than its property: the engine knows aliases by name, so a closure serves.</summary>
    private static MemberExpression Narrowed(MemberExpression alias, Type type) =>
        Expression.Field(Expression.Constant(Activator.CreateInstance(typeof(Closure<>).MakeGenericType(type))), alias.Member.Name);

#pragma warning disable CS0649 // only named in expressions
    private sealed class Closure<T>
    {
        public T? F0, F1, F2;
    }
#pragma warning restore CS0649

    private sealed class Retyped(ParameterExpression old, ParameterExpression now) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == old ? now : node;
    }
}

/// <summary>A random rule that fires once for each match.</summary>
[Repeatability(RuleRepeatability.NonRepeatable)]
internal sealed class RandomOnceRule(string name, Random random, RuleShape shape) : RandomRule(name, random, shape)
{
    public override bool FiresOnce => true;
}
