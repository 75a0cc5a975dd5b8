using GraphQLEngine.Language;

namespace GraphQLEngine.Types;

/// <summary>A type of the schema, wrapped or named (specification: Types). Wrapping types are unique per inner type, so types compare by reference.</summary>
internal abstract class GraphQLType
{
    private ListType? _list;
    private NonNullType? _nonNull;

    public ListType AsList => _list ??= new ListType(this);

    public NonNullType AsNonNull => this as NonNullType ?? (_nonNull ??= new NonNullType(this));

    public bool IsNonNull => this is NonNullType;

    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.Inner : this;

    public NamedType Named => this switch
    {
        ListType list => list.Inner.Named,
        NonNullType nonNull => nonNull.Inner.Named,
        _ => (NamedType)this,
    };

    /// <summary>The specification's IsInputType.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>The specification's IsOutputType.</summary>
    public bool IsOutput => Named is not InputObjectType;

    public bool IsLeaf => this is ScalarType or EnumType;

    public bool IsComposite => this is CompositeType;

    public bool IsAbstract => this is InterfaceType or UnionType;
}

internal sealed class ListType(GraphQLType inner) : GraphQLType
{
    public GraphQLType Inner { get; } = inner;

    public override string ToString() => $"[{Inner}]";
}

internal sealed class NonNullType(GraphQLType inner) : GraphQLType
{
    public GraphQLType Inner { get; } = inner;

    public override string ToString() => $"{Inner}!";
}

internal abstract class NamedType(string name) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    public List<DirectiveNode> Directives { get; } = [];

    public bool IsIntrospection => Name.StartsWith("__", StringComparison.Ordinal);

    public override string ToString() => Name;
}

internal sealed class ScalarType(string name) : NamedType(name)
{
    public string? SpecifiedBy { get; set; }

    public ScalarCoercion Coercion { get; set; } = null!;

    public bool IsBuiltIn => Coercion is BuiltInScalar;
}

internal sealed class EnumType(string name) : NamedType(name)
{
    public List<EnumValueDefinition> Values { get; } = [];

    public Dictionary<string, EnumValueDefinition> ByName { get; } = [];
}

internal sealed class EnumValueDefinition(EnumType parent, string name)
{
    public EnumType Parent { get; } = parent;

    public string Name { get; } = name;

    public string Coordinate => $"{Parent.Name}.{Name}";

    public string? Description { get; init; }

    public string? DeprecationReason { get; set; }

    public DirectiveNode[] Directives { get; init; } = [];
}

internal sealed class InputObjectType(string name) : NamedType(name)
{
    public bool IsOneOf { get; set; }

    public List<InputValueDefinition> Fields { get; } = [];

    public Dictionary<string, InputValueDefinition> ByName { get; } = [];
}

internal abstract class CompositeType(string name) : NamedType(name)
{
    /// <summary>The object types that a value of this type can have.</summary>
    public List<ObjectType> PossibleTypes { get; } = [];

    public virtual FieldDefinition? Field(string name) => null;

    public bool Overlaps(CompositeType other) => ReferenceEquals(this, other) || PossibleTypes.Any(other.PossibleTypes.Contains);
}

internal abstract class FieldsType(string name) : CompositeType(name)
{
    public List<InterfaceType> Interfaces { get; } = [];

    public List<FieldDefinition> Fields { get; } = [];

    /// <summary>The SDL gives it no field at all, as opposed to fields with faults.</summary>
    public bool IsDeclaredEmpty { get; set; } = true;

    public Dictionary<string, FieldDefinition> ByName { get; } = [];

    public override FieldDefinition? Field(string name) => ByName.GetValueOrDefault(name);
}

internal sealed class ObjectType(string name) : FieldsType(name)
{
    /// <summary>Position among the schema's object types: the index into per-type plans.</summary>
    public int Index { get; set; }

    public Type? ClrType { get; set; }

    /// <summary><c>"Plan"</c> with its quotes, as <c>__typename</c> is written.</summary>
    public byte[] NameJson { get; } = System.Text.Encoding.UTF8.GetBytes($"\"{name}\"");
}

internal sealed class InterfaceType(string name) : FieldsType(name);

internal sealed class UnionType(string name) : CompositeType(name)
{
    public List<ObjectType> Members => PossibleTypes;
}
