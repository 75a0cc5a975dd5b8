using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>The variables of an operation have different names (specification: Variable Uniqueness).</summary>
internal sealed class UniqueVariableNames(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not OperationDefinitionNode operation)
            return true;
        foreach (var group in operation.Variables.GroupBy(variable => variable.Variable.Name.Value).Where(group => group.Count() > 1))
            Context.Report($"There can be only one variable named \"${group.Key}\".", [.. group.Select(variable => variable.Variable.Name)]);
        return false;
    }
}
