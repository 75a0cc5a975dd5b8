using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>Leaf fields have no selection, all others have one (specification: Leaf Field Selections).</summary>
internal sealed class ScalarLeafs(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not FieldNode field || Context.TypeInfo.Type is not { } type)
            return true;
        var name = field.Name.Value;
        if (type.Named.IsLeaf && field.SelectionSet is { } selection)
            Context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selection);
        else if (!type.Named.IsLeaf && field.SelectionSet is null)
            Context.Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields.{(Context.Hints ? $" Did you mean \"{name} {{ ... }}\"?" : "")}", field);
        return true;
    }
}
