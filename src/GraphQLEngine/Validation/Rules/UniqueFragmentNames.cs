using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Fragments have different names (specification: Fragment Name Uniqueness).</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _known = [];

    public override bool Enter(Node node)
    {
        if (node is FragmentDefinitionNode { Name: { } name } && !_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one fragment named \"{name.Value}\".", _known[name.Value], name);
        return node is DocumentNode;
    }
}
