using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>A fragment's type condition is no leaf type (specification: Fragments on Object, Interface or Union Types).</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        switch (node)
        {
            case InlineFragmentNode { TypeCondition: { } condition } when IsLeafOrInput(condition):
                Context.Report($"Fragment cannot condition on non composite type \"{condition.Name.Value}\".", condition);
                break;
            case FragmentDefinitionNode fragment when IsLeafOrInput(fragment.TypeCondition):
                Context.Report($"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{fragment.TypeCondition.Name.Value}\".", fragment.TypeCondition);
                break;
        }
        return true;
    }

    private bool IsLeafOrInput(NamedTypeNode condition) => Context.Types.Type(condition.Name.Value) is { IsComposite: false };
}
