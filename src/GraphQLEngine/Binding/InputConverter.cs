using System.Collections;
using System.Globalization;
using System.Reflection;
using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Binding;

/// <summary>Turns a coerced input value (a literal without variables, or JSON) into the CLR value that a resolver takes (specification: Input Coercion).</summary>
internal abstract class InputConverter
{
    /// <summary>What the resolver gets when nothing was given and there is no default.</summary>
    public virtual object? Absent => null;

    public abstract object? Convert(ValueNode value);
}

/// <summary>A scalar, enum or list that null passes by; a CLR type that cannot be null gets its default.</summary>
internal sealed class NullableConverter(InputConverter inner, object? ifNull) : InputConverter
{
    public override object? Absent => ifNull;

    public override object? Convert(ValueNode value) => value.Kind == ValueKind.Null ? ifNull : inner.Convert(value);
}

internal sealed class NonNullConverter(InputConverter inner, GraphQLType type) : InputConverter
{
    public override object? Convert(ValueNode value) =>
        value.Kind == ValueKind.Null ? throw new GraphQLException($"Expected value of non-null type \"{type}\" not to be null.") : inner.Convert(value);
}

internal sealed class ScalarConverter(ScalarType type, Func<ValueNode, object> convert) : InputConverter
{
    public override object? Convert(ValueNode value) => type.Coercion.Refuse(value) is { } reason ? throw new GraphQLException(reason) : convert(value);

    public static Func<ValueNode, object>? For(string scalar, Type clrType)
    {
        var culture = CultureInfo.InvariantCulture;
        return (scalar, Type.GetTypeCode(clrType)) switch
        {
            ("Int", TypeCode.Int32) => value => Int(value),
            ("Int", TypeCode.Int64) => value => (long)Int(value),
            ("Int" or "Float", TypeCode.Double) => value => double.Parse(value.Text, culture),
            ("Int" or "Float", TypeCode.Decimal) => value => decimal.Parse(value.Text, NumberStyles.Float, culture),
            ("String", TypeCode.String) => value => value.Text,
            ("Boolean", TypeCode.Boolean) => value => value.Text == "true",
            ("ID", TypeCode.String) => BuiltInScalar.IdText,
            ("ID", TypeCode.Int32) => value => int.TryParse(BuiltInScalar.IdText(value), culture, out var id) ? id : throw new GraphQLException($"ID \"{value.Text}\" is unknown."),
            ("ID", TypeCode.Int64) => value => long.TryParse(BuiltInScalar.IdText(value), culture, out var id) ? id : throw new GraphQLException($"ID \"{value.Text}\" is unknown."),
            _ => null,
        };
    }

    private static int Int(ValueNode value) => BuiltInScalar.TryInt(value, out var number) ? number : throw new GraphQLException($"Int cannot represent non-integer value: {value.Text}");
}

internal sealed class CustomScalarConverter(Scalar scalar) : InputConverter
{
    public override object? Convert(ValueNode value) => scalar.ParseObject(new InputValue(value));
}

internal sealed class EnumConverter(EnumType type, IReadOnlyDictionary<string, object> values) : InputConverter
{
    public override object? Convert(ValueNode value) =>
        values.TryGetValue(value.Text, out var found) ? found : throw new GraphQLException($"Value \"{value.Text}\" does not exist in \"{type.Name}\" enum.");
}

/// <summary>A list; a single value counts as a list of one.</summary>
internal sealed class ListConverter(Type itemType, InputConverter items, bool asList) : InputConverter
{
    public override object? Convert(ValueNode value)
    {
        var nodes = value.Kind == ValueKind.List ? value.Items : [value];
        var array = Array.CreateInstance(itemType, nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
            array.SetValue(items.Convert(nodes[i]), i);
        return asList ? Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType), array) : array;
    }
}

/// <summary>An input object: through the constructor whose parameters have the fields' names, then through init properties.</summary>
internal sealed class InputObjectConverter(InputObjectType type, ConstructorInfo constructor) : InputConverter
{
    private readonly List<(InputValueDefinition Field, InputConverter Converter, int Parameter, PropertyInfo? Property)> _targets = [];
    private readonly int _parameters = constructor.GetParameters().Length;

    public void Add(InputValueDefinition field, InputConverter converter, int parameter, PropertyInfo? property) => _targets.Add((field, converter, parameter, property));

    public override object? Convert(ValueNode value)
    {
        if (value.Kind != ValueKind.Object)
            throw new GraphQLException($"Expected value of type \"{type.Name}\" to be an object, found: {Printer.Show(value)}.");
        var arguments = new object?[_parameters];
        foreach (var (field, converter, parameter, _) in _targets)
        {
            if (parameter >= 0)
                arguments[parameter] = FieldValue(value, field, converter, out _);
        }
        var result = constructor.Invoke(arguments);
        foreach (var (field, converter, parameter, property) in _targets)
        {
            if (parameter < 0 && FieldValue(value, field, converter, out var given) is var fieldValue && given)
                property!.SetValue(result, fieldValue);
        }
        return result;
    }

    private static object? FieldValue(ValueNode value, InputValueDefinition field, InputConverter converter, out bool given)
    {
        var node = Array.FindLast(value.Fields, candidate => candidate.Name.Value == field.Name)?.Value ?? field.DefaultValue;
        given = node is not null;
        if (node is null && field.Type.IsNonNull)
            throw new GraphQLException($"Field \"{field.Coordinate}\" of required type \"{field.Type}\" was not provided.");
        return node is null ? converter.Absent : converter.Convert(node);
    }

    public static bool IsList(Type type, out Type item)
    {
        item = typeof(object);
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type))
            return false;
        if (type.IsArray)
        {
            item = type.GetElementType()!;
            return true;
        }
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (definition != typeof(IReadOnlyList<>) && definition != typeof(IReadOnlyCollection<>) && definition != typeof(IEnumerable<>) && definition != typeof(IList<>)
            && definition != typeof(ICollection<>) && definition != typeof(List<>))
            return false;
        item = type.GetGenericArguments()[0];
        return true;
    }
}
