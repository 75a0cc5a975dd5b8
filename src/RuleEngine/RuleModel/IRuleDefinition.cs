using System.Collections;

namespace RuleEngine.RuleModel;

/// <summary>A rule as the engine knows it.</summary>
public interface IRuleDefinition
{
    /// <summary>The unique name.</summary>
    string Name { get; }

    /// <summary>The rule's sentence.</summary>
    string Description { get; }

    /// <summary>Higher fires first; 0 unless set.</summary>
    int Priority { get; }

    /// <summary>Whether a match may fire again after an update.</summary>
    RuleRepeatability Repeatability { get; }

    /// <summary>Tags for choosing rules.</summary>
    IReadOnlyList<string> Tags { get; }

    /// <summary>Further properties, for example the CLR type of the rule.</summary>
    PropertyMap Properties { get; }

    /// <summary>Services the rule asks for.</summary>
    IReadOnlyList<Declaration> Dependencies { get; }

    /// <summary>The conditions.</summary>
    GroupElement LeftHandSide { get; }
}

/// <summary>Named properties of a rule.</summary>
public sealed class PropertyMap : IEnumerable<KeyValuePair<string, object>>
{
    private readonly IReadOnlyDictionary<string, object> _values;

    internal PropertyMap(IReadOnlyDictionary<string, object> values) => _values = values;

    /// <summary>The property's value.</summary>
    /// <exception cref="ArgumentException">There is no such property.</exception>
    public object this[string name] => _values.TryGetValue(name, out var value)
        ? value
        : throw new ArgumentException($"The rule has no property '{name}'.", nameof(name));

    /// <summary>The number of properties.</summary>
    public int Count => _values.Count;

    /// <summary>The property's value, or the given default.</summary>
    public object? this[string name, object? defaultValue] => _values.GetValueOrDefault(name) ?? defaultValue;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A named set of rules.</summary>
public interface IRuleSet
{
    /// <summary>The set's name; "default" unless given.</summary>
    string Name { get; }

    /// <summary>The rules.</summary>
    IEnumerable<IRuleDefinition> Rules { get; }
}

/// <summary>A source of rule sets.</summary>
public interface IRuleRepository
{
    /// <summary>All sets of the repository.</summary>
    IEnumerable<IRuleSet> GetRuleSets();
}

/// <summary>A rule set filled by hand.</summary>
public class RuleSet(string name) : IRuleSet
{
    private readonly List<IRuleDefinition> _rules = [];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IEnumerable<IRuleDefinition> Rules => _rules;

    /// <summary>Adds rules to the set.</summary>
    public void Add(IEnumerable<IRuleDefinition> ruleDefinitions) => _rules.AddRange(ruleDefinitions);
}
