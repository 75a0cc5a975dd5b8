using RuleEngine.Fluent.Dsl;
using RuleEngine.RuleModel;

namespace RuleEngine.Fluent;

/// <summary>Makes instances of a rule class.</summary>
public interface IRuleActivator
{
    /// <summary>The instances; usually one.</summary>
    IEnumerable<Rule> Activate(Type type);
}

/// <summary>Makes rules with their parameterless constructors.</summary>
public class DefaultRuleActivator : IRuleActivator
{
    /// <inheritdoc/>
    public IEnumerable<Rule> Activate(Type type) => [(Rule)Activator.CreateInstance(type)!];
}

/// <summary>Loads fluent rules and keeps their definitions.</summary>
public class RuleRepository : IRuleRepository
{
    private readonly List<IRuleSet> _sets = [];

    /// <summary>A repository whose rules have parameterless constructors.</summary>
    public RuleRepository() : this(new DefaultRuleActivator()) { }

    /// <summary>A repository whose rules the activator makes.</summary>
    public RuleRepository(IRuleActivator activator) => Activator = activator;

    /// <summary>Makes the rules.</summary>
    public IRuleActivator Activator { get; set; }

    /// <inheritdoc/>
    public IEnumerable<IRuleSet> GetRuleSets() => _sets;

    /// <summary>Adds a rule set made elsewhere.</summary>
    public void Add(IRuleSet ruleSet) => _sets.Add(ruleSet);

    /// <summary>Loads the rules the specification names into a rule set.</summary>
    /// <exception cref="RuleActivationException">A rule could not be instantiated.</exception>
    /// <exception cref="RuleDefinitionException">A rule's Define() failed.</exception>
    public void Load(Action<IRuleLoadSpec> specAction)
    {
        var spec = new RuleLoadSpec();
        specAction(spec);
        var definitions = new RuleDefinitionFactory().Create(spec.RuleTypes().SelectMany(Activate));
        var name = spec.RuleSetName ?? "default";
        var set = _sets.OfType<RuleSet>().FirstOrDefault(s => s.Name == name);
        if (set is null) _sets.Add(set = new RuleSet(name));
        set.Add(definitions);
    }

    private IEnumerable<Rule> Activate(Type type)
    {
        try
        {
            return Activator.Activate(type);
        }
        catch (Exception cause)
        {
            throw new RuleActivationException($"The rule {type.FullName} could not be instantiated. {cause.Message}", type, cause);
        }
    }
}
