using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>A selected field exists on the type it is selected from (specification: Field Selections).</summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not FieldNode field || Context.TypeInfo.ParentType is not { } parent || Context.TypeInfo.Field is not null)
            return true;
        var name = field.Name.Value;
        var hint = Context.Hints ? Suggestions.DidYouMean(TypesWith(parent, name), "to use an inline fragment on") : "";
        if (hint == "")
            hint = Context.DidYouMean(name, (parent as FieldsType)?.Fields.Select(known => known.Name) ?? []);
        Context.Report($"Cannot query field \"{name}\" on type \"{parent.Name}\".{hint}", field);
        return true;
    }

    // The types behind an abstract type that do have the field: interfaces that more of them share come first.
    private static List<string> TypesWith(CompositeType parent, string field)
    {
        if (!parent.IsAbstract)
            return [];
        var uses = new Dictionary<FieldsType, int>();
        foreach (var possible in parent.PossibleTypes.Where(type => type.Field(field) is not null))
        {
            uses[possible] = 1;
            foreach (var shared in possible.Interfaces.Where(type => type.Field(field) is not null))
                uses[shared] = uses.GetValueOrDefault(shared) + 1;
        }
        var types = uses.Keys.ToList();
        types.Sort((a, b) =>
        {
            if (uses[a] != uses[b])
                return uses[b] - uses[a];
            if (a is InterfaceType && TypeSystem.IsSubType(b, a))
                return -1;
            return b is InterfaceType && TypeSystem.IsSubType(a, b) ? 1 : NaturalOrder.Instance.Compare(a.Name, b.Name);
        });
        return types.ConvertAll(type => type.Name);
    }
}
