namespace GraphQLEngine.Language;

// The syntax tree of the schema definition language (specification, section 3: Type System).

internal sealed class SchemaDefinitionNode : Node
{
    public bool IsExtension;
    public string? Description;
    public DirectiveNode[] Directives = [];
    public (OperationKind Operation, NamedTypeNode Type)[] OperationTypes = [];
}

internal enum TypeDefinitionKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
}

internal sealed class TypeDefinitionNode : Node
{
    public required TypeDefinitionKind Kind;
    public bool IsExtension;
    public string? Description;
    public required NameNode Name;
    public DirectiveNode[] Directives = [];
    public NamedTypeNode[] Interfaces = [];
    public FieldDefinitionNode[] Fields = [];
    public InputValueDefinitionNode[] InputFields = [];
    public NamedTypeNode[] Members = [];
    public EnumValueDefinitionNode[] Values = [];
}

internal sealed class FieldDefinitionNode : Node
{
    public string? Description;
    public required NameNode Name;
    public InputValueDefinitionNode[] Arguments = [];
    public required TypeNode Type;
    public DirectiveNode[] Directives = [];
}

internal sealed class InputValueDefinitionNode : Node
{
    public string? Description;
    public required NameNode Name;
    public required TypeNode Type;
    public ValueNode? DefaultValue;
    public DirectiveNode[] Directives = [];
}

internal sealed class EnumValueDefinitionNode : Node
{
    public string? Description;
    public required NameNode Name;
    public DirectiveNode[] Directives = [];
}

internal sealed class DirectiveDefinitionNode : Node
{
    public string? Description;
    public required NameNode Name;
    public InputValueDefinitionNode[] Arguments = [];
    public bool IsRepeatable;
    public required NameNode[] Locations;
}
