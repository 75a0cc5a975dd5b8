using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Every argument given is defined by its field or directive (specification: Argument Names).</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        switch (node)
        {
            case DirectiveNode directive:
                Directive(directive);
                return false;
            case ArgumentNode argument when Context.TypeInfo.Argument is null && Context.TypeInfo.Field is { } field:
                var name = argument.Name.Value;
                Context.Report($"Unknown argument \"{name}\" on field \"{field}\".{Context.DidYouMean(name, field.Arguments.Select(known => known.Name))}", argument);
                return true;
            default:
                return true;
        }
    }

    private void Directive(DirectiveNode node)
    {
        if (!Context.Types.Directives.TryGetValue(node.Name.Value, out var directive))
            return;
        foreach (var argument in node.Arguments)
        {
            var name = argument.Name.Value;
            if (directive.Arguments.TrueForAll(known => known.Name != name))
                Context.Report($"Unknown argument \"{name}\" on directive \"@{directive.Name}\".{Context.DidYouMean(name, directive.Arguments.Select(known => known.Name))}", argument);
        }
    }
}
