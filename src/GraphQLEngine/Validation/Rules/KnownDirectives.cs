using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Directives exist and stand where they may (specification: Directives Are Defined, and Directives Are in Valid Locations).</summary>
internal sealed class KnownDirectives(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not DirectiveNode directive)
            return true;
        var name = directive.Name.Value;
        if (!Context.Types.Directives.TryGetValue(name, out var definition))
            Context.Report($"Unknown directive \"@{name}\".", directive);
        else if (Location(Context.Ancestors[^1]) is var location && !definition.Locations.Contains(location))
            Context.Report($"Directive \"@{name}\" may not be used on {location}.", directive);
        return false;
    }

    private static string Location(Node parent) => parent switch
    {
        OperationDefinitionNode operation => operation.Operation.ToString().ToUpperInvariant(),
        FieldNode => "FIELD",
        FragmentSpreadNode => "FRAGMENT_SPREAD",
        InlineFragmentNode => "INLINE_FRAGMENT",
        FragmentDefinitionNode => "FRAGMENT_DEFINITION",
        _ => "VARIABLE_DEFINITION",
    };
}
