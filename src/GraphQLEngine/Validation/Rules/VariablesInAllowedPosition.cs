using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>A variable's type fits every place where it is used (specification: All Variable Usages Are Allowed).</summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node) => node is DocumentNode or OperationDefinitionNode;

    public override void Leave(Node node)
    {
        if (node is not OperationDefinitionNode operation)
            return;
        var definitions = new Dictionary<string, VariableDefinitionNode>();
        foreach (var definition in operation.Variables)
            definitions[definition.Variable.Name.Value] = definition;
        foreach (var usage in Context.RecursiveVariableUsages(operation))
        {
            if (usage.Type is not { } expected || !definitions.TryGetValue(usage.Node.Text, out var definition) || Context.Types.TypeFrom(definition.Type) is not { } type)
                continue;
            if (!IsVariableUsageAllowed(type, definition.DefaultValue, expected, usage.DefaultValue))
                Context.Report($"Variable \"${usage.Node.Text}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);
            if (usage.ParentType is InputObjectType { IsOneOf: true } parent && !type.IsNonNull)
                Context.Report($"Variable \"${usage.Node.Text}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{parent}\".", definition, usage.Node);
        }
    }

    private static bool IsVariableUsageAllowed(GraphQLType type, ValueNode? ownDefault, GraphQLType expected, ValueNode? placeDefault)
    {
        if (!expected.IsNonNull || type.IsNonNull)
            return TypeSystem.IsSubType(type, expected);
        var hasDefault = ownDefault is { Kind: not ValueKind.Null } || placeDefault is not null;
        return hasDefault && TypeSystem.IsSubType(type, expected.Nullable);
    }
}
