using RuleEngine.Fluent.Dsl;

namespace RuleEngine.RuleModel;

/// <summary>A rule definition made from a fluent rule.</summary>
internal sealed class RuleDefinition : IRuleDefinition
{
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required int Priority { get; init; }
    public required RuleRepeatability Repeatability { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required PropertyMap Properties { get; init; }
    public required IReadOnlyList<Declaration> Dependencies { get; init; }
    public required GroupElement LeftHandSide { get; init; }
    public required IReadOnlyList<RuleAction> Actions { get; init; }
    public required FilterBuilder Filters { get; init; }

    public override string ToString() => Name;
}
