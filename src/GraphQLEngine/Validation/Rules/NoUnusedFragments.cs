using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Every fragment is reached by an operation (specification: Fragments Must Be Used).</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node) => node is DocumentNode;

    public override void Leave(Node node)
    {
        var used = Context.Document.Operations.SelectMany(Context.ReferencedFragments).Select(fragment => fragment.Name.Value).ToHashSet();
        foreach (var fragment in Context.Document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
                Context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}
