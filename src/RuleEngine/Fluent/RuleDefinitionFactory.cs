using RuleEngine.Fluent.Dsl;
using RuleEngine.RuleModel;

namespace RuleEngine.Fluent;

/// <summary>Turns fluent rules into definitions.</summary>
public class RuleDefinitionFactory
{
    /// <summary>The definitions of the rules, in their order.</summary>
    public IReadOnlyCollection<IRuleDefinition> Create(IEnumerable<Rule> rules) => [.. rules.Select(Create)];

    /// <summary>The definition of one rule.</summary>
    /// <exception cref="RuleDefinitionException">The rule's Define() failed.</exception>
    public IRuleDefinition Create(Rule rule)
    {
        try
        {
            return Define(rule, new RuleMetadata(rule.GetType()), rule.Describe(new RuleDraft()));
        }
        catch (Exception cause)
        {
            throw new RuleDefinitionException($"The rule {rule.GetType().FullName} could not be defined. {cause.Message}", rule.GetType(), cause);
        }
    }

    private static RuleDefinition Define(Rule rule, RuleMetadata metadata, RuleDraft draft) => new()
    {
        Name = draft.Name ?? metadata.Name,
        Description = metadata.Description,
        Priority = draft.Priority ?? metadata.Priority,
        Repeatability = metadata.Repeatability,
        Tags = metadata.Tags,
        Properties = new PropertyMap(new Dictionary<string, object> { [RuleProperties.ClrType] = rule.GetType() }),
        Dependencies = draft.Dependencies.Services,
        LeftHandSide = draft.LeftHandSide,
        Actions = draft.Actions.Actions,
        Filters = draft.Filters,
    };
}

/// <summary>Names of the properties a fluent rule's definition has.</summary>
public static class RuleProperties
{
    /// <summary>The class the rule is written as: a <see cref="Type"/>.</summary>
    public const string ClrType = "Fluent::ClrType";
}

/// <summary>A rule's Define() failed.</summary>
public class RuleDefinitionException(string message, Type ruleType, Exception innerException) : Exception(message, innerException)
{
    /// <summary>The class of the rule.</summary>
    public Type RuleType { get; } = ruleType;
}

/// <summary>A rule could not be instantiated.</summary>
public class RuleActivationException(string message, Type ruleType, Exception innerException) : Exception(message, innerException)
{
    /// <summary>The class of the rule.</summary>
    public Type RuleType { get; } = ruleType;
}
