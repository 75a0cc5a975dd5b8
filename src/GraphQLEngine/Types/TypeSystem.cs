using GraphQLEngine.Language;

namespace GraphQLEngine.Types;

/// <summary>The types and directives of a schema (specification: Type System), before and after code is bound to them.</summary>
internal sealed class TypeSystem
{
    public string? Description { get; set; }

    public ObjectType Query { get; set; } = null!;

    public ObjectType? Mutation { get; set; }

    public ObjectType? Subscription { get; set; }

    /// <summary>In the order of the SDL, then the built-in scalars that are used, then introspection.</summary>
    public Dictionary<string, NamedType> Types { get; } = [];

    public Dictionary<string, DirectiveDefinition> Directives { get; } = [];

    public List<ObjectType> ObjectTypes { get; } = [];

    public FieldDefinition SchemaMetaField { get; set; } = null!;

    public FieldDefinition TypeMetaField { get; set; } = null!;

    public FieldDefinition TypeNameMetaField { get; set; } = null!;

    public NamedType? Type(string name) => Types.GetValueOrDefault(name);

    /// <summary>Whether there is such a type (<c>Plan</c>) or field (<c>Plan.superiors</c>).</summary>
    public bool Has(string coordinate) => coordinate.Split('.', 2) is [var type, .. var field] && Type(type) is CompositeType named && (field is [] || named.Field(field[0]) is not null);

    public ObjectType? RootType(OperationKind operation) => operation switch
    {
        OperationKind.Query => Query,
        OperationKind.Mutation => Mutation,
        _ => Subscription,
    };

    /// <summary>The type that a reference in a document means, or null where it names an unknown type.</summary>
    public GraphQLType? TypeFrom(TypeNode node) => node switch
    {
        ListTypeNode list => TypeFrom(list.Inner)?.AsList,
        NonNullTypeNode nonNull => TypeFrom(nonNull.Inner)?.AsNonNull,
        _ => Type(((NamedTypeNode)node).Name.Value),
    };

    /// <summary>A field by name, meta fields included (specification: Introspection, and Type Name Introspection).</summary>
    public FieldDefinition? Field(CompositeType parent, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            if (name == "__typename")
                return TypeNameMetaField;
            if (ReferenceEquals(parent, Query) && name == "__schema")
                return SchemaMetaField;
            if (ReferenceEquals(parent, Query) && name == "__type")
                return TypeMetaField;
        }
        return parent.Field(name);
    }

    /// <summary>The specification's IsValidImplementationFieldType and IsSubType.</summary>
    public static bool IsSubType(GraphQLType type, GraphQLType of)
    {
        if (ReferenceEquals(type, of))
            return true;
        if (of is NonNullType ofNonNull)
            return type is NonNullType nonNull && IsSubType(nonNull.Inner, ofNonNull.Inner);
        if (type is NonNullType inner)
            return IsSubType(inner.Inner, of);
        if (of is ListType ofList)
            return type is ListType list && IsSubType(list.Inner, ofList.Inner);
        return type switch
        {
            ListType => false,
            ObjectType @object => of is CompositeType abstractType && of.IsAbstract && abstractType.PossibleTypes.Contains(@object),
            InterfaceType @interface => of is InterfaceType target && @interface.Interfaces.Contains(target),
            _ => false,
        };
    }
}
