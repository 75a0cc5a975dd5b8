using System.Globalization;

namespace GraphQLEngine.Execution;

/// <summary>Writes a leaf value of one CLR type (specification: Scalars, Enums; Result Coercion). Typed, so that numbers are never boxed.</summary>
internal abstract class LeafWriter<T>
{
    public abstract void Write(JsonOutput output, T value);
}

internal sealed class StringWriter : LeafWriter<string>
{
    public override void Write(JsonOutput output, string value) => output.WriteString(value);
}

internal sealed class BooleanWriter : LeafWriter<bool>
{
    public override void Write(JsonOutput output, bool value) => output.WriteBoolean(value);
}

internal sealed class Int32Writer : LeafWriter<int>
{
    public override void Write(JsonOutput output, int value) => output.WriteNumber(value);
}

/// <summary>Wider integers as Int: checked, because Int has 32 bits.</summary>
internal sealed class Int64Writer : LeafWriter<long>
{
    public override void Write(JsonOutput output, long value)
    {
        if (value is < int.MinValue or > int.MaxValue)
            throw new GraphQLException($"Int cannot represent non 32-bit signed integer value: {value.ToString(CultureInfo.InvariantCulture)}", ErrorCodes.Internal);
        output.WriteNumber(value);
    }
}

internal sealed class DoubleWriter : LeafWriter<double>
{
    public override void Write(JsonOutput output, double value) => output.WriteNumber(value);
}

internal sealed class DecimalWriter : LeafWriter<decimal>
{
    public override void Write(JsonOutput output, decimal value) => output.WriteNumber(value);
}

/// <summary>An ID of integers is written as a string.</summary>
internal sealed class IntegerIdWriter : LeafWriter<long>
{
    public override void Write(JsonOutput output, long value)
    {
        Span<byte> digits = stackalloc byte[20];
        System.Buffers.Text.Utf8Formatter.TryFormat(value, digits, out var length);
        output.WriteAsciiString(digits[..length]);
    }
}

/// <summary>A CLR type written as another: int as long.</summary>
internal sealed class ConvertingWriter<TFrom, TTo>(LeafWriter<TTo> inner, Func<TFrom, TTo> convert) : LeafWriter<TFrom>
{
    public override void Write(JsonOutput output, TFrom value) => inner.Write(output, convert(value));
}

/// <summary>A C# enum by its value's GraphQL name, encoded once.</summary>
internal sealed class EnumWriter<T>(IReadOnlyDictionary<T, byte[]> names, string typeName) : LeafWriter<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, byte[]> _names = new(names);

    public override void Write(JsonOutput output, T value)
    {
        if (!_names.TryGetValue(value, out var name))
            throw new GraphQLException($"Enum \"{typeName}\" cannot represent value: {value}", ErrorCodes.Internal);
        output.WriteRaw(name);
    }
}

/// <summary>An enum value given by its GraphQL name.</summary>
internal sealed class EnumNameWriter(Types.EnumType type) : LeafWriter<string>
{
    public override void Write(JsonOutput output, string value)
    {
        if (!type.ByName.ContainsKey(value))
            throw new GraphQLException($"Enum \"{type.Name}\" cannot represent value: \"{value}\"", ErrorCodes.Internal);
        output.WriteString(value);
    }
}

internal sealed class CustomScalarWriter<TScalar, T>(Scalar<TScalar> scalar) : LeafWriter<T>
    where TScalar : notnull
    where T : TScalar
{
    public override void Write(JsonOutput output, T value) => scalar.Write(value, output);
}
