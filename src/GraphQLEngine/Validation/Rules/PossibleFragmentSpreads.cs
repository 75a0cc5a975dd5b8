using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>A fragment can apply to some object of the type it is spread in (specification: Fragment Spread Is Possible).</summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (Context.TypeInfo.ParentType is not { } parent)
            return true;
        if (node is InlineFragmentNode && Context.TypeInfo.Type is CompositeType type && !type.Overlaps(parent))
            Context.Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", node);
        if (node is FragmentSpreadNode spread && FragmentType(spread.Name.Value) is { } fragmentType && !fragmentType.Overlaps(parent))
            Context.Report($"Fragment \"{spread.Name.Value}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{fragmentType}\".", node);
        return true;
    }

    private CompositeType? FragmentType(string name) => Context.Fragment(name) is { } fragment ? Context.Types.Type(fragment.TypeCondition.Name.Value) as CompositeType : null;
}
