using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>An operation without name is the only one of its document (specification: Lone Anonymous Operation).</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is OperationDefinitionNode { Name: null } && Context.Document.Operations.Count > 1)
            Context.Report("This anonymous operation must be the only defined operation.", node);
        return node is DocumentNode;
    }
}
