using RuleEngine.RuleModel;

namespace RuleEngine.Diagnostics;

/// <summary>Why a fact was yielded: the rule, and for each of its conditions what satisfied it.</summary>
/// <param name="Fact">The yielded fact.</param>
/// <param name="Rule">The rule that yielded it.</param>
/// <param name="Patterns">The rule's conditions in their order.</param>
public sealed record Explanation(object Fact, IRuleDefinition Rule, IReadOnlyList<ExplainedPattern> Patterns)
{
    /// <summary>The rule's sentence; its name where it has none.</summary>
    public string Sentence => Rule.Description.Length > 0 ? Rule.Description : Rule.Name;

    /// <summary>The whole explanation, one line per condition, yielded facts indented under the patterns they satisfy.</summary>
    public override string ToString() => string.Join('\n', Lines());

    internal IEnumerable<string> Lines()
    {
        yield return $"{Fact} because of {Rule.Name}: {Sentence}";
        foreach (var pattern in Patterns)
        {
            yield return "  " + pattern;
            foreach (var condition in pattern.Conditions) yield return "    " + condition;
            foreach (var line in pattern.Because?.Lines() ?? []) yield return "    " + line;
        }
    }
}

/// <summary>One condition of a rule and what satisfied it.</summary>
/// <param name="Kind">Match, Not, Exists, All, Query, Let or Having.</param>
/// <param name="Declaration">The alias and type; the alias is empty and the type is void where there is none.</param>
/// <param name="Value">The matched fact, the query's result or the let value; null for the other kinds.</param>
/// <param name="Conditions">Its conditions, with the values they compared.</param>
/// <param name="Because">Where the matched fact was yielded itself: why.</param>
public sealed record ExplainedPattern(
    string Kind, Declaration Declaration, object? Value, IReadOnlyList<ExplainedCondition> Conditions, Explanation? Because)
{
    /// <summary>The pattern on one line.</summary>
    public override string ToString()
    {
        var name = Declaration.Name.Length > 0 ? $"{Declaration.Name}: " : "";
        var type = Declaration.Type == typeof(void) ? "" : Declaration.Type.Name;
        return $"{Kind} {name}{(Value is null ? type : Show(Value))}".TrimEnd();
    }

    internal static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        System.Collections.IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Show))}]",
        _ => value.ToString() ?? "",
    };
}

/// <summary>One condition as it was written, and the values it compared.</summary>
/// <param name="Text">The condition, for example <c>p => p.Id == child.ParentId</c>.</param>
/// <param name="Values">What its paths were: <c>p.Id</c> is 7, <c>child.ParentId</c> is 7.</param>
/// <param name="Holds">Whether it held.</param>
public sealed record ExplainedCondition(string Text, IReadOnlyList<ExplainedValue> Values, bool Holds)
{
    /// <summary>The condition on one line, with its values.</summary>
    public override string ToString() => Values.Count == 0 ? Text : $"{Text}, where {string.Join(", ", Values)}";
}

/// <summary>A path of a condition and its value.</summary>
/// <param name="Path">For example <c>child.ParentId</c>.</param>
/// <param name="Value">For example 7.</param>
public sealed record ExplainedValue(string Path, object? Value)
{
    /// <summary>For example <c>child.ParentId is 7</c>.</summary>
    public override string ToString() => $"{Path} is {ExplainedPattern.Show(Value)}";
}

/// <summary>Why a rule does not match facts: the first condition that fails.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Matches">Whether it does match them after all.</param>
/// <param name="Kind">The kind of the condition that fails: Match, Not, Exists, All, Query or Having.</param>
/// <param name="Declaration">Its alias and type.</param>
/// <param name="Condition">The first of its conditions that fails, where one can be named.</param>
/// <param name="Facts">The facts that satisfied the conditions before it.</param>
/// <param name="Sentence">The answer as a sentence.</param>
public sealed record WhyNot(
    IRuleDefinition Rule, bool Matches, string Kind, Declaration? Declaration, ExplainedCondition? Condition, IReadOnlyList<object?> Facts, string Sentence);
