using GraphQLEngine.Language;

namespace GraphQLEngine.Execution;

/// <summary>The coerced variables of a request, by their position in the operation. Null is an absent variable; an explicit null is a value.</summary>
internal sealed class VariableValues(VariableDefinition[] definitions, ValueNode?[] values)
{
    public static readonly VariableValues None = new([], []);

    public ValueNode? this[string name]
    {
        get
        {
            for (var i = 0; i < definitions.Length; i++)
            {
                if (definitions[i].Name == name)
                    return values[i];
            }
            return null;
        }
    }

    public bool IsTrue(int position) => values[position] is { Kind: ValueKind.Boolean, Text: "true" };

    /// <summary>A literal with its variables replaced; absent variables become null in lists and leave out object fields (specification: Input Objects, Input Coercion).</summary>
    public ValueNode Replace(ValueNode literal)
    {
        switch (literal.Kind)
        {
            case ValueKind.Variable:
                return this[literal.Text] ?? ValueNode.Null;
            case ValueKind.List:
                return new ValueNode { Start = literal.Start, Kind = ValueKind.List, Items = Array.ConvertAll(literal.Items, Replace), FromJson = literal.FromJson };
            case ValueKind.Object:
                var fields = literal.Fields
                    .Where(field => field.Value.Kind != ValueKind.Variable || this[field.Value.Text] is not null)
                    .Select(field => new ObjectFieldNode { Start = field.Start, Name = field.Name, Value = Replace(field.Value) });
                return new ValueNode { Start = literal.Start, Kind = ValueKind.Object, Fields = [.. fields], FromJson = literal.FromJson };
            default:
                return literal;
        }
    }

    public static bool HasVariable(ValueNode value) =>
        value.Kind == ValueKind.Variable || Array.Exists(value.Items, HasVariable) || Array.Exists(value.Fields, field => HasVariable(field.Value));
}
