using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>A spread fragment is defined in the document (specification: Fragment Spread Target Defined).</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is FragmentSpreadNode spread && Context.Fragment(spread.Name.Value) is null)
            Context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
        return true;
    }
}
