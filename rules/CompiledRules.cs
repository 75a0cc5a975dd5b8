namespace PlanRegistry.Rules;

/// <summary>Rules as NRules has compiled them: one factory, which any number of sessions share at once.</summary>
internal sealed class CompiledRules
{
    private readonly ISessionFactory factory;
    private readonly ILookup<Type, string> codesByFact;
    private readonly Lazy<ILookup<string, Walk>> walks;

    public CompiledRules(IEnumerable<Type> rules)
    {
        var repository = new RuleRepository();
        repository.Load(spec => spec.From(rules));
        var sets = repository.GetRuleSets().ToList();
        Definitions = [.. sets.SelectMany(s => s.Rules)];
        var compiler = new RuleCompiler();
        // A fact is itself: by value, two that say the same would be one to NRules, and the second refused.
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = ReferenceEqualityComparer.Instance;
        factory = compiler.Compile(sets);
        codesByFact = Definitions.SelectMany(d => Patterns.Of(d.LeftHandSide), (d, p) => (Code: RuleBook.CodeOf(d.Name), p.ValueType))
            .Distinct().ToLookup(m => m.ValueType, m => m.Code);
        walks = new(
            () => Definitions.OrderBy(d => d.Name, StringComparer.Ordinal).ToLookup(d => RuleBook.CodeOf(d.Name), d => new Walk(d)));
    }

    public IReadOnlyList<IRuleDefinition> Definitions { get; }

    /// <summary>The rules that match facts of a type, anywhere in their conditions.</summary>
    public IEnumerable<string> CodesThatMatch(Type fact) => codesByFact[fact];

    /// <summary>The types that some condition matches.</summary>
    public IReadOnlyCollection<Type> Matched => [.. codesByFact.Select(m => m.Key)];

    /// <summary>The cases of a rule, in the order of their names.</summary>
    public IReadOnlyList<Walk> Walks(string code) => [.. walks.Value[code]];

    public ISession NewSession()
    {
        var session = factory.CreateSession();
        // What is yielded is a finding, which no rule matches.
        session.AutoPropagateLinkedFacts = false;
        return session;
    }
}
