using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>A variable's type is a scalar, an enum or an input object (specification: Variables Are Input Types).</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is VariableDefinitionNode variable && Context.Types.TypeFrom(variable.Type) is { IsInput: false })
            Context.Report($"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{Printer.Print(variable.Type)}\".", variable.Type);
        return true;
    }
}
