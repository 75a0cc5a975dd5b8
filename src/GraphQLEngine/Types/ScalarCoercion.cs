using System.Globalization;
using System.Numerics;
using GraphQLEngine.Language;

namespace GraphQLEngine.Types;

/// <summary>How a scalar judges input (specification: Scalars, Input Coercion). Returns null when the value fits, else the sentence that says why not.</summary>
internal abstract class ScalarCoercion
{
    public abstract string? Refuse(ValueNode value);
}

/// <summary>A custom scalar: judged by trying to parse it.</summary>
internal sealed class CustomScalar(Scalar scalar) : ScalarCoercion
{
    public Scalar Scalar { get; } = scalar;

    public override string? Refuse(ValueNode value)
    {
        try
        {
            Scalar.ParseObject(new InputValue(value));
            return null;
        }
        catch (Exception error) when (error is GraphQLException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            return error.Message;
        }
    }
}

/// <summary>A scalar that no code is bound to (a schema used only to validate): takes anything.</summary>
internal sealed class UnboundScalar : ScalarCoercion
{
    public override string? Refuse(ValueNode value) => null;
}

internal sealed class BuiltInScalar(string name) : ScalarCoercion
{
    public static readonly string[] Names = ["Int", "Float", "String", "Boolean", "ID"];

    public override string? Refuse(ValueNode value) => name switch
    {
        "Int" => RefuseInt(value),
        "Float" => value.Kind is ValueKind.Int or ValueKind.Float && double.IsFinite(double.Parse(value.Text, CultureInfo.InvariantCulture))
            ? null : $"Float cannot represent non numeric value: {Printer.Show(value)}",
        "String" => value.Kind == ValueKind.String ? null : $"String cannot represent a non string value: {Printer.Show(value)}",
        "Boolean" => value.Kind == ValueKind.Boolean ? null : $"Boolean cannot represent a non boolean value: {Printer.Show(value)}",
        _ => RefuseId(value),
    };

    private static string? RefuseInt(ValueNode value)
    {
        // JSON has one kind of number: 3.0 and 3e2 are integers there, while the document tells IntValue from FloatValue.
        if (value.Kind != ValueKind.Int && !(value.FromJson && value.Kind == ValueKind.Float && IsWhole(value.Text)))
            return $"Int cannot represent non-integer value: {Printer.Show(value)}";
        return TryInt(value, out _) ? null : $"Int cannot represent non 32-bit signed integer value: {Printer.Show(value)}";
    }

    private static string? RefuseId(ValueNode value)
    {
        if (value.Kind is ValueKind.String or ValueKind.Int || (value.FromJson && value.Kind == ValueKind.Float && IsWhole(value.Text)))
            return null;
        return value.FromJson ? $"ID cannot represent value: {Printer.Show(value)}" : $"ID cannot represent a non-string and non-integer value: {Printer.Show(value)}";
    }

    private static bool IsWhole(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && Math.Floor(value) == value;

    public static bool TryInt(ValueNode value, out int result)
    {
        if (int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out result))
            return true;
        if (!value.FromJson || !double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number is < int.MinValue or > int.MaxValue || Math.Floor(number) != number)
            return false;
        result = (int)number;
        return true;
    }

    /// <summary>An ID as text: integers keep their digits.</summary>
    public static string IdText(ValueNode value) =>
        value.Kind == ValueKind.Float ? new BigInteger(double.Parse(value.Text, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture) : value.Text;
}
