using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>The schema has a root type for the operation (specification: Operation Type Existence).</summary>
internal sealed class KnownOperationTypes(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is OperationDefinitionNode operation && Context.Types.RootType(operation.Operation) is null)
            Context.Report($"The {operation.Operation.ToString().ToLowerInvariant()} operation is not supported by the schema.", operation);
        return node is DocumentNode;
    }
}
