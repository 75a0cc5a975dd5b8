using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Every type named in a fragment or variable exists (specification: Fragment Spread Type Existence, and Variables Are Input Types).</summary>
internal sealed class KnownTypeNames(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not NamedTypeNode type || Context.Types.Type(type.Name.Value) is not null || IsDefinedHere(type.Name.Value))
            return true;
        Context.Report($"Unknown type \"{type.Name.Value}\".{Context.DidYouMean(type.Name.Value, Context.Types.Types.Keys)}", type);
        return true;
    }

    private bool IsDefinedHere(string name) => Context.Document.Definitions.Any(definition => definition is TypeDefinitionNode { IsExtension: false } type && type.Name.Value == name);
}
