using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Every variable used by an operation, fragments included, is defined by it (specification: All Variable Uses Defined).</summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not OperationDefinitionNode operation)
            return node is DocumentNode;
        var defined = operation.Variables.Select(variable => variable.Variable.Name.Value).ToHashSet();
        foreach (var usage in Context.RecursiveVariableUsages(operation).Where(usage => !defined.Contains(usage.Node.Text)))
        {
            var by = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
            Context.Report($"Variable \"${usage.Node.Text}\" is not defined{by}.", usage.Node, operation);
        }
        return false;
    }
}
