using GraphQLEngine.Language;

namespace GraphQLEngine.Types;

/// <summary>Directives that are used inside their own definition, directly or by way of the types of their arguments (specification: Type System Directives, Type Validation).</summary>
internal static class DirectiveCycles
{
    public static void Find(TypeSystem types, List<string> faults)
    {
        foreach (var directive in types.Directives.Values)
        {
            if (Reaches(types, directive.Arguments.SelectMany(Uses), directive.Name, []))
                faults.Add($"@{directive.Name}: must not be used inside its own definition.");
        }
    }

    private static bool Reaches(TypeSystem types, IEnumerable<string> uses, string name, HashSet<string> visited)
    {
        foreach (var used in uses)
        {
            if (used == name)
                return true;
            if (visited.Add(used) && types.Directives.TryGetValue(used, out var directive) && Reaches(types, directive.Arguments.SelectMany(Uses), name, visited))
                return true;
        }
        return false;
    }

    private static IEnumerable<string> Uses(InputValueDefinition value) => Names(value.Directives).Concat(Uses(value.Type.Named, []));

    private static IEnumerable<string> Uses(NamedType type, HashSet<NamedType> visited)
    {
        if (!visited.Add(type))
            return [];
        var members = type switch
        {
            EnumType @enum => @enum.Values.SelectMany(value => Names(value.Directives)),
            InputObjectType input => input.Fields.SelectMany(field => Names(field.Directives).Concat(Uses(field.Type.Named, visited))),
            _ => [],
        };
        return Names(type.Directives).Concat(members);
    }

    private static IEnumerable<string> Names(IEnumerable<DirectiveNode> directives) => directives.Select(directive => directive.Name.Value);
}
