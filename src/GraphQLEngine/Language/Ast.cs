namespace GraphQLEngine.Language;

// The syntax tree of an executable document (specification, section 2: Language). Start is an offset in UTF-16 units; lines and columns are counted only when an error needs them.

internal abstract class Node
{
    public int Start;
}

internal sealed class NameNode : Node
{
    public required string Value;
}

internal sealed class DocumentNode : Node
{
    public required Source Source;
    public required Node[] Definitions;
    public Dictionary<string, FragmentDefinitionNode> Fragments = [];
    public List<OperationDefinitionNode> Operations = [];
}

internal enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

internal sealed class OperationDefinitionNode : Node
{
    public OperationKind Operation;
    public NameNode? Name;
    public VariableDefinitionNode[] Variables = [];
    public DirectiveNode[] Directives = [];
    public required SelectionSetNode SelectionSet;
}

internal sealed class FragmentDefinitionNode : Node
{
    public required NameNode Name;
    public required NamedTypeNode TypeCondition;
    public DirectiveNode[] Directives = [];
    public required SelectionSetNode SelectionSet;
}

internal sealed class VariableDefinitionNode : Node
{
    public required VariableNode Variable;
    public required TypeNode Type;
    public ValueNode? DefaultValue;
    public DirectiveNode[] Directives = [];
}

internal sealed class VariableNode : Node
{
    public required NameNode Name;
}

internal sealed class SelectionSetNode : Node
{
    public required SelectionNode[] Selections;
}

internal abstract class SelectionNode : Node
{
    public DirectiveNode[] Directives = [];
}

internal sealed class FieldNode : SelectionNode
{
    public NameNode? Alias;
    public required NameNode Name;
    public ArgumentNode[] Arguments = [];
    public SelectionSetNode? SelectionSet;

    public string ResponseName => (Alias ?? Name).Value;
}

internal sealed class FragmentSpreadNode : SelectionNode
{
    public required NameNode Name;
}

internal sealed class InlineFragmentNode : SelectionNode
{
    public NamedTypeNode? TypeCondition;
    public required SelectionSetNode SelectionSet;
}

internal sealed class ArgumentNode : Node
{
    public required NameNode Name;
    public required ValueNode Value;
}

internal sealed class DirectiveNode : Node
{
    public required NameNode Name;
    public ArgumentNode[] Arguments = [];
}

internal abstract class TypeNode : Node;

internal sealed class NamedTypeNode : TypeNode
{
    public required NameNode Name;
}

internal sealed class ListTypeNode : TypeNode
{
    public required TypeNode Inner;
}

internal sealed class NonNullTypeNode : TypeNode
{
    public required TypeNode Inner;
}

internal enum ValueKind
{
    Variable,
    Int,
    Float,
    String,
    Boolean,
    Null,
    Enum,
    List,
    Object,
}

/// <summary>A literal, or a JSON value of the variables (<see cref="FromJson"/>), which coerces by slightly different rules.</summary>
internal sealed class ValueNode : Node
{
    public static readonly ValueNode Null = new() { Kind = ValueKind.Null };

    public required ValueKind Kind;
    public string Text = "";
    public bool IsBlock;
    public bool FromJson;
    public ValueNode[] Items = [];
    public ObjectFieldNode[] Fields = [];

    /// <summary>The value of a field of an object; null where there is none.</summary>
    public ValueNode? Field(string name) => Array.Find(Fields, field => field.Name.Value == name)?.Value;
}

internal sealed class ObjectFieldNode : Node
{
    public required NameNode Name;
    public required ValueNode Value;
}
