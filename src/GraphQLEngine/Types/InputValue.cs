using GraphQLEngine.Language;

namespace GraphQLEngine;

/// <summary>What an input value is.</summary>
public enum InputKind
{
    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number without fraction or exponent.</summary>
    Int,

    /// <summary>A number with fraction or exponent.</summary>
    Float,

    /// <summary>A string.</summary>
    String,

    /// <summary>A bare name in the document; never in JSON.</summary>
    Enum,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object.</summary>
    Object,
}

/// <summary>A literal of the document (variables inside already replaced) or a JSON value of the variables, as a custom scalar sees it.</summary>
public readonly struct InputValue
{
    private readonly ValueNode _node;

    internal InputValue(ValueNode node) => _node = node;

    /// <summary>What the value is.</summary>
    public InputKind Kind => _node.Kind switch
    {
        ValueKind.Null => InputKind.Null,
        ValueKind.Boolean => InputKind.Boolean,
        ValueKind.Int => InputKind.Int,
        ValueKind.Float => InputKind.Float,
        ValueKind.String => InputKind.String,
        ValueKind.Enum => InputKind.Enum,
        ValueKind.List => InputKind.List,
        _ => InputKind.Object,
    };

    /// <summary>The characters of a string (unescaped), number, boolean or name; empty for null, lists and objects.</summary>
    public string Text => _node.Text;

    /// <summary>The value as GraphQL text, for messages: cut after some hundred characters.</summary>
    public override string ToString() => Printer.Show(_node);
}
