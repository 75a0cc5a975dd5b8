using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Literals fit the type expected where they stand. Custom scalars are judged when the operation is prepared, where the message can name the argument (specification: Values of Correct Type, Input Object Field Names, Input Object Required Fields).</summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not ValueNode value || value.Kind == ValueKind.Variable)
            return true;
        // Entering a list has already moved the type information to its items.
        var type = value.Kind == ValueKind.List ? Context.TypeInfo.ParentInputType : Context.TypeInfo.InputType;
        if (type is not null)
            LiteralCoercion.Validate(value, type, (message, at) => Context.Report(message, at), Context.Hints, customScalars: false);
        return false;
    }
}
