using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>A field of an input object literal is given once (specification: Input Object Field Uniqueness).</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not ValueNode { Kind: ValueKind.Object } value)
            return true;
        var known = new Dictionary<string, NameNode>();
        foreach (var field in value.Fields)
        {
            if (!known.TryAdd(field.Name.Value, field.Name))
                Context.Report($"There can be only one input field named \"{field.Name.Value}\".", known[field.Name.Value], field.Name);
        }
        return true;
    }
}
