using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Named operations have different names (specification: Operation Name Uniqueness).</summary>
internal sealed class UniqueOperationNames(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _known = [];

    public override bool Enter(Node node)
    {
        if (node is OperationDefinitionNode { Name: { } name } && !_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one operation named \"{name.Value}\".", _known[name.Value], name);
        return node is DocumentNode;
    }
}
