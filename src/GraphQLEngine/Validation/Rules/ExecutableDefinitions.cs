using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>A document to be executed has only operations and fragments (specification: Executable Definitions).</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not DocumentNode document)
            return false;
        foreach (var definition in document.Definitions)
        {
            if (Name(definition) is { } name)
                Context.Report($"The {name} definition is not executable.", definition);
        }
        return false;
    }

    private static string? Name(Node definition) => definition switch
    {
        SchemaDefinitionNode => "schema",
        TypeDefinitionNode type => $"\"{type.Name.Value}\"",
        DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
        _ => null,
    };
}
