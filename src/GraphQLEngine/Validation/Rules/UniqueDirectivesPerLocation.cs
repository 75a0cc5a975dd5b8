using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>A directive that is not repeatable stands once at a place (specification: Directives Are Unique per Location).</summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        var directives = node switch
        {
            SelectionNode selection => selection.Directives,
            OperationDefinitionNode operation => operation.Directives,
            FragmentDefinitionNode fragment => fragment.Directives,
            VariableDefinitionNode variable => variable.Directives,
            _ => [],
        };
        if (directives.Length < 2)
            return true;
        var seen = new Dictionary<string, DirectiveNode>();
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Types.Directives.TryGetValue(name, out var definition) && !definition.IsRepeatable && !seen.TryAdd(name, directive))
                Context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
        return true;
    }
}
