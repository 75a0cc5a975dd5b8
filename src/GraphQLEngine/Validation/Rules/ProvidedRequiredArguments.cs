using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Arguments that are non-null and have no default are given (specification: Required Arguments).</summary>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : ValidationRule(context)
{
    public override void Leave(Node node)
    {
        switch (node)
        {
            case FieldNode field when Context.TypeInfo.Field is { Arguments.Count: > 0 } definition:
                Check(field, field.Arguments, definition.Arguments);
                break;
            case DirectiveNode directive when Context.Types.Directives.TryGetValue(directive.Name.Value, out var definition):
                Check(directive, directive.Arguments, definition.Arguments);
                break;
        }
    }

    private void Check(Node node, ArgumentNode[] given, List<InputValueDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            if (definition.IsRequired && Array.TrueForAll(given, argument => argument.Name.Value != definition.Name))
                Context.Report($"Argument \"{definition}\" of type \"{definition.Type}\" is required, but it was not provided.", node);
        }
    }
}
