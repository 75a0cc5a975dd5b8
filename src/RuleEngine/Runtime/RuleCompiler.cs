using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>How rules are compiled.</summary>
public class RuleCompilerOptions
{
    /// <summary>
    /// Whether two matches may yield equal facts: they are then one fact, which stays until its last match is lost.
    /// Unless set, the second yield fails.
    /// </summary>
    public bool ShareEqualYields { get; set; }
}

/// <summary>Compiles rule definitions into a session factory.</summary>
public class RuleCompiler
{
    private readonly RuleCompilerOptions _options;

    /// <summary>A compiler with default options.</summary>
    public RuleCompiler() : this(new RuleCompilerOptions()) { }

    /// <summary>A compiler with the options.</summary>
    public RuleCompiler(RuleCompilerOptions options) => _options = options;

    /// <summary>Comparers that decide which objects are one fact.</summary>
    public FactIdentityComparerRegistry FactIdentityComparerRegistry { get; } = new();

    /// <summary>Compiles the rules.</summary>
    /// <exception cref="RuleCompilationException">A rule could not be compiled.</exception>
    public ISessionFactory Compile(IEnumerable<IRuleDefinition> ruleDefinitions) => Compile(ruleDefinitions, CancellationToken.None);

    /// <summary>Compiles the rules, until the caller cancels.</summary>
    /// <exception cref="RuleCompilationException">A rule could not be compiled.</exception>
    public ISessionFactory Compile(IEnumerable<IRuleDefinition> ruleDefinitions, CancellationToken cancellationToken)
    {
        var builder = new NetworkBuilder();
        var rules = new List<IRuleDefinition>();
        foreach (var definition in ruleDefinitions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rules.Add(definition);
            Add(builder, definition);
        }
        return new SessionFactory(builder.Build(), rules, (FactIdentityComparer)FactIdentityComparerRegistry.Build(), _options.ShareEqualYields);
    }

    /// <summary>Compiles the rules of the sets.</summary>
    /// <exception cref="RuleCompilationException">A rule could not be compiled.</exception>
    public ISessionFactory Compile(IEnumerable<IRuleSet> ruleSets) => Compile(ruleSets, CancellationToken.None);

    /// <summary>Compiles the rules of the sets, until the caller cancels.</summary>
    /// <exception cref="RuleCompilationException">A rule could not be compiled.</exception>
    public ISessionFactory Compile(IEnumerable<IRuleSet> ruleSets, CancellationToken cancellationToken) =>
        Compile(ruleSets.SelectMany(set => set.Rules), cancellationToken);

    private static void Add(NetworkBuilder builder, IRuleDefinition definition)
    {
        try
        {
            builder.Add(definition as RuleDefinition
                ?? throw new ArgumentException("Only definitions made by RuleDefinitionFactory can be compiled."));
        }
        catch (Exception cause)
        {
            throw new RuleCompilationException($"The rule {definition.Name} could not be compiled. {cause.Message}", definition, cause);
        }
    }
}

/// <summary>Conveniences for repositories.</summary>
public static class RuleRepositoryExtensions
{
    /// <summary>The rules of all sets.</summary>
    public static IEnumerable<IRuleDefinition> GetRules(this IRuleRepository repository) => repository.GetRuleSets().SelectMany(set => set.Rules);

    /// <summary>Compiles the rules of all sets.</summary>
    /// <exception cref="RuleCompilationException">A rule could not be compiled.</exception>
    public static ISessionFactory Compile(this IRuleRepository repository) => repository.Compile(CancellationToken.None);

    /// <summary>Compiles the rules of all sets, until the caller cancels.</summary>
    /// <exception cref="RuleCompilationException">A rule could not be compiled.</exception>
    public static ISessionFactory Compile(this IRuleRepository repository, CancellationToken cancellationToken) =>
        new RuleCompiler().Compile(repository.GetRuleSets(), cancellationToken);
}
