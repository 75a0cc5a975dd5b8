using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Every variable of an operation is used by it or by a fragment that it reaches (specification: All Variables Used).</summary>
internal sealed class NoUnusedVariables(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not OperationDefinitionNode operation)
            return node is DocumentNode;
        var used = Context.RecursiveVariableUsages(operation).Select(usage => usage.Node.Text).ToHashSet();
        foreach (var variable in operation.Variables.Where(variable => !used.Contains(variable.Variable.Name.Value)))
        {
            var by = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
            Context.Report($"Variable \"${variable.Variable.Name.Value}\" is never used{by}.", variable);
        }
        return false;
    }
}
