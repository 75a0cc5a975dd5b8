using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine.Diagnostics;

/// <summary>How a compiled rule finds its matches; known before there is any fact. A rule with Or has one plan per branch.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Steps">Its conditions in their order.</param>
public sealed record RulePlan(IRuleDefinition Rule, IReadOnlyList<StepPlan> Steps)
{
    /// <summary>The plan, one line per condition.</summary>
    public override string ToString() => string.Join('\n', Steps.Select(step => "  " + step).Prepend(Rule.Name));

    internal static RulePlan Of(RuleNode node) => new(node.Rule.Definition, [.. node.Path.OrderBy(step => step.Place).Select(step => StepPlan.Of(step.Node, step.Element))]);
}

/// <summary>How one condition finds its facts.</summary>
/// <param name="Kind">Match, Not, Exists, All, Query, Let or Having.</param>
/// <param name="Declaration">The alias and type; the alias is empty and the type is void where there is none.</param>
/// <param name="IndexKey">The equalities an index serves: a change then costs what it matches. Null without an index.</param>
/// <param name="ComparesPairs">Whether every fact is compared with every earlier match: the cost grows with their product.</param>
/// <param name="Conditions">Its conditions as they were written; of a Let what it computes.</param>
public sealed record StepPlan(string Kind, Declaration Declaration, string? IndexKey, bool ComparesPairs, IReadOnlyList<string> Conditions)
{
    /// <summary>The step on one line.</summary>
    public override string ToString()
    {
        var name = Declaration.Name.Length > 0 ? $" {Declaration.Name}:" : "";
        var type = Declaration.Type == typeof(void) ? "" : $" {Declaration.Type.Name}";
        return $"{Kind}{name}{type}{Cost}";
    }

    private string Cost => (Kind, IndexKey, ComparesPairs) switch
    {
        ("Let" or "Having", _, _) => "",
        (_, { } key, _) => $", by index on {key}",
        (_, _, true) => ", every pair is compared: no equality to index",
        _ => ", every fact",
    };

    internal static StepPlan Of(BetaNode node, RuleElement element) => new(
        Explainer.Kind(element), Explainer.DeclarationOf(element),
        (node as RightNode)?.Join.Key?.Text, node is RightNode { Join: { Key: null, Condition: not null } },
        [.. Explainer.ConditionsOf(element).Select(ConditionReader.Text)]);
}
