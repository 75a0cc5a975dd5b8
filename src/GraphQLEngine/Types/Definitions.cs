using GraphQLEngine.Language;

namespace GraphQLEngine.Types;

/// <summary>A field of an object or interface type.</summary>
internal sealed class FieldDefinition(NamedType parent, string name, GraphQLType type)
{
    public NamedType Parent { get; } = parent;

    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    /// <summary>The schema coordinate (specification: Schema Coordinates).</summary>
    public string Coordinate { get; } = Types.Coordinate.OfField(parent.Name, name);

    public string? Description { get; init; }

    public List<InputValueDefinition> Arguments { get; } = [];

    public string? DeprecationReason { get; set; }

    public DirectiveNode[] Directives { get; init; } = [];

    public ListSize? ListSize { get; set; }

    public bool IsSubscriptionRoot { get; set; }

    public double Cost { get; set; }

    /// <summary>How the field is resolved and written; null on interfaces.</summary>
    public Execution.FieldExecutor? Executor { get; set; }

    public InputValueDefinition? Argument(string argument)
    {
        foreach (var definition in Arguments)
        {
            if (definition.Name == argument)
                return definition;
        }
        return null;
    }

    public override string ToString() => Coordinate;
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
internal sealed class InputValueDefinition(string coordinate, string name, GraphQLType type)
{
    public string Coordinate { get; } = coordinate;

    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public string? Description { get; init; }

    public ValueNode? DefaultValue { get; init; }

    public string? DeprecationReason { get; set; }

    public DirectiveNode[] Directives { get; init; } = [];

    public List<ArgumentValidator> Validators { get; } = [];

    public double Cost { get; set; }

    public bool IsRequired => Type.IsNonNull && DefaultValue is null;

    public override string ToString() => Coordinate;
}

internal sealed class DirectiveDefinition(string name)
{
    public string Name { get; } = name;

    public string? Description { get; init; }

    public bool IsRepeatable { get; init; }

    public List<string> Locations { get; } = [];

    public List<InputValueDefinition> Arguments { get; } = [];

    /// <summary>False for directives that the engine knows without a definition in the SDL.</summary>
    public bool IsVisible { get; init; } = true;
}

/// <summary>What <c>@listSize</c> says about a field (IBM cost directives; the page size range, and lists as slicing arguments, are ours).</summary>
internal sealed record ListSize(int? AssumedSize, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields, bool RequireOneSlicingArgument, int MaxPageSize)
{
    public static bool IsSlicing(InputValueDefinition? argument) => argument?.Type.Nullable is ListType or ScalarType { Name: "Int" };

    /// <summary>How many items an argument asks for: the number that it is, or the length of the list that it is. Null when it is neither.</summary>
    public static int? Asked(InputValueDefinition argument, ValueNode value) => (argument.Type.Nullable, value.Kind) switch
    {
        (_, ValueKind.Null) => null,
        (ListType, ValueKind.List) => value.Items.Length,
        (ListType, _) => 1,
        _ => BuiltInScalar.TryInt(value, out var count) ? count : null,
    };
}

internal static class Coordinate
{
    // The meta fields belong to no type that has a name: graphql-js writes them so.
    public static string OfField(string parent, string field) => $"{(parent == "__Meta" ? "<meta>" : parent)}.{field}";
}
