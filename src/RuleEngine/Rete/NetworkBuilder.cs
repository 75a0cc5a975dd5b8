using RuleEngine.Aggregation;
using RuleEngine.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>Compiles rules into one network; steps that say the same after the same steps are shared.</summary>
internal sealed class NetworkBuilder
{
    private readonly List<AlphaNode> _alphas = [];
    private readonly List<BetaNode> _roots = [];
    private readonly List<RightNode> _rights = [];
    private readonly List<RuleNode> _rules = [];
    private int _nodes;

    public Network Build() => new(_alphas, _roots, _rights, _rules, _nodes);

    public void Add(RuleDefinition rule)
    {
        var compiled = new CompiledRule(rule);
        var branches = Branches.Of(rule.LeftHandSide);
        AliasCheck.Of(rule, branches);
        foreach (var (number, branch) in branches.Index()) new BranchBuilder(this, rule).Build(branch, compiled, number);
    }

    internal AlphaNode Alpha(Type type, FactCondition? condition)
    {
        var alpha = _alphas.Find(a => a.SameAs(type, condition));
        if (alpha is null) _alphas.Add(alpha = new AlphaNode(_alphas.Count, type, condition));
        return alpha;
    }

    /// <summary>The node the parent has for this step, or the new one.</summary>
    internal BetaNode Step(BetaNode? parent, Func<int, BetaNode> create)
    {
        var siblings = parent?.Children ?? _roots;
        var node = create(_nodes);
        if (siblings.Find(node.SameAs) is { } shared) return shared;
        _nodes++;
        siblings.Add(node);
        if (node is RuleNode rule) _rules.Add(rule);
        if (node is RightNode right)
        {
            _rights.Add(right);
            right.Join.Facts.Consumers.Add(right);
        }
        return node;
    }
}

/// <summary>Compiles one branch of a rule: conditions without Or.</summary>
internal sealed class BranchBuilder(NetworkBuilder network, RuleDefinition rule)
{
    private readonly List<Declaration> _declarations = [];
    private readonly List<Step> _path = [];
    private readonly List<int> _places = [];
    private int _place;
    private AliasScope _scope = AliasScope.Empty;
    private BetaNode? _last;

    private int Level => _last is null ? 0 : _last.Depth + 1;

    public void Build(IReadOnlyList<RuleElement> branch, CompiledRule compiled, int number)
    {
        foreach (var (element, place) in StepOrder.Of(branch))
        {
            _place = place;
            _last = element switch
            {
                PatternElement pattern => Add(pattern),
                QueryElement query => Add(query),
                LetElement let => Add(let),
                HavingElement having => Add(having),
                _ => throw new InvalidOperationException($"A rule cannot contain {element.GetType().Name} here."),
            };
            _path.Add(new Step(_last, element, place));
        }
        network.Step(_last, id => Finish(id, compiled, number));
    }

    private BetaNode Add(PatternElement pattern)
    {
        var binder = new LambdaBinder(_scope, Level, pattern.Declaration.Name);
        var join = Join(binder, pattern.Declaration.Type, pattern.Conditions, pattern.MustHold, out var example);
        var node = network.Step(_last, id => pattern.Quantifier switch
        {
            Quantifier.Each => new JoinNode(id, _last, join),
            Quantifier.All => new AllNode(id, _last, join, example!),
            var other => new WitnessNode(id, _last, join, other == Quantifier.Exists),
        });
        if (pattern.Quantifier == Quantifier.Each) Declare(pattern.Declaration, node);
        return node;
    }

    private BetaNode Add(QueryElement query)
    {
        var binder = new LambdaBinder(_scope, Level);
        var stages = query.Stages.Select(stage => stage.Compile(binder)).ToList();
        var node = query.Source.From is { } from
            ? network.Step(_last, id => new FromNode(id, _last, binder.TokenFunction<object?>(from), stages))
            : network.Step(_last, id => new QueryNode(id, _last, Join(binder, query.Source.Type, query.Source.Conditions, null, out _), stages));
        return Declare(query.Declaration, node);
    }

    private BetaNode Add(LetElement let)
    {
        var value = new LambdaBinder(_scope, Level).TokenFunction<object?>(let.Expression);
        return Declare(let.Declaration, network.Step(_last, id => new LetNode(id, _last, value)));
    }

    private BetaNode Add(HavingElement having)
    {
        var condition = new LambdaBinder(_scope, Level).TokenCondition(having.Conditions)!;
        return network.Step(_last, id => new FilterNode(id, _last, condition));
    }

    /// <summary>Conditions over the fact alone go to its alpha node; equalities with earlier aliases become the index key.</summary>
    private JoinSpec Join(
        LambdaBinder binder, Type type, IReadOnlyList<System.Linq.Expressions.LambdaExpression> conditions,
        System.Linq.Expressions.LambdaExpression? mustHold, out TokenCondition? example)
    {
        var joins = conditions.Where(c => binder.ReadsAliases(c.Body)).ToList();
        var alpha = network.Alpha(type, binder.FactCondition([.. conditions.Where(c => !binder.ReadsAliases(c.Body))]));
        var key = binder.Key(joins);
        example = mustHold is null ? null : binder.TokenCondition([.. joins, mustHold]);
        var tested = mustHold is null ? joins : [.. joins, Negation.Of(mustHold)];
        return new JoinSpec(alpha, key is { } k ? alpha.IndexOf(k.Facts) : -1, key?.Tokens, binder.TokenCondition(tested));
    }

    private BetaNode Declare(Declaration declaration, BetaNode node)
    {
        _declarations.Add(declaration);
        _places.Add(_place);
        _scope = _scope.With(declaration, node.Depth + 1);
        return node;
    }

    private RuleNode Finish(int id, CompiledRule compiled, int branch)
    {
        var actions = new LambdaBinder(rule.Dependencies.Aggregate(_scope, (scope, service) => scope.WithService(service)), Level);
        var filters = new LambdaBinder(_scope, Level);
        return new RuleNode(id, _last, compiled, _declarations)
        {
            Branch = branch,
            Path = _path,
            PatternOrder = [.. Enumerable.Range(0, _places.Count).OrderBy(i => _places[i])],
            Actions = [.. rule.Actions.Select(a => new CompiledAction(
                a,
                a.Kind == Fluent.Dsl.ActionKind.Run ? actions.Action(a.Lambda) : null,
                a.Kind == Fluent.Dsl.ActionKind.Yield ? actions.Yield(a.Lambda) : null,
                a.OnUpdate is null ? null : actions.YieldUpdate(a.OnUpdate)))],
            Filters = [.. rule.Filters.Predicates.Select(p => filters.TokenCondition([p])!)],
            Keys = [.. rule.Filters.Keys.Select(filters.TokenFunction<object?>)],
        };
    }
}
