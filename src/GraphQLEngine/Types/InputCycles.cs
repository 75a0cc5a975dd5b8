using GraphQLEngine.Language;

namespace GraphQLEngine.Types;

/// <summary>Input objects that no finite value can satisfy, and default values that contain themselves (specification: Input Objects, Circular References and InputObjectDefaultValueHasCycle).</summary>
internal static class InputCycles
{
    public static void Find(TypeSystem types, List<string> faults)
    {
        var checkedTypes = new HashSet<InputObjectType>();
        var checkedFields = new HashSet<InputValueDefinition>();
        foreach (var type in types.Types.Values.OfType<InputObjectType>())
        {
            Required(type, [], checkedTypes, faults);
            OneOf(type, faults);
            foreach (var field in type.Fields)
                Default(field, [], checkedFields, faults);
        }
    }

    private static void Required(InputObjectType type, List<InputValueDefinition> path, HashSet<InputObjectType> done, List<string> faults)
    {
        if (done.Contains(type))
            return;
        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { Inner: InputObjectType inner })
                continue;
            var start = path.FindIndex(step => step.Coordinate.StartsWith($"{inner.Name}.", StringComparison.Ordinal));
            if (ReferenceEquals(inner, type) || start >= 0)
                faults.Add($"{inner.Name}: needs itself through {string.Join(", ", path.Skip(Math.Max(start, 0)).Append(field).Select(step => step.Coordinate))}, which are non-null.");
            else
                Required(inner, [.. path, field], done, faults);
        }
        done.Add(type);
    }

    // A OneOf object whose every field leads back to OneOf objects can never be written down.
    private static void OneOf(InputObjectType type, List<string> faults)
    {
        if (type.IsOneOf && type.Fields.Count > 0 && !IsFinite(type, []))
            faults.Add($"{type.Name}: no finite value exists, because every field leads back to it.");
    }

    private static bool IsFinite(InputObjectType type, HashSet<InputObjectType> visited)
    {
        if (!visited.Add(type))
            return false;
        var finite = type.IsOneOf
            ? type.Fields.Any(field => field.Type is not InputObjectType inner || IsFinite(inner, [.. visited]))
            : type.Fields.All(field => field.Type is not NonNullType { Inner: InputObjectType inner } || IsFinite(inner, [.. visited]));
        return finite;
    }

    private static void Default(InputValueDefinition field, List<InputValueDefinition> path, HashSet<InputValueDefinition> done, List<string> faults)
    {
        if (path.Contains(field))
        {
            faults.Add($"{field.Coordinate}: its default value contains itself through {string.Join(", ", path.Skip(path.IndexOf(field)).Select(step => step.Coordinate))}.");
            return;
        }
        if (field.DefaultValue is null || !done.Add(field))
            return;
        Walk(field.DefaultValue, field.Type, [.. path, field], done, faults);
    }

    private static void Walk(ValueNode value, GraphQLType type, List<InputValueDefinition> path, HashSet<InputValueDefinition> done, List<string> faults)
    {
        if (value.Kind == ValueKind.List && type.Nullable is ListType list)
        {
            foreach (var item in value.Items)
                Walk(item, list.Inner, path, done, faults);
        }
        if (value.Kind != ValueKind.Object || type.Named is not InputObjectType input)
            return;
        foreach (var field in input.Fields)
        {
            if (value.Fields.FirstOrDefault(given => given.Name.Value == field.Name) is { } given)
                Walk(given.Value, field.Type, path, done, faults);
            else if (path.Contains(field) || field.DefaultValue is not null)
                Default(field, path, path.Contains(field) ? [] : done, faults);
        }
    }
}
