using System.Globalization;
using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

/// <summary>A day. As an argument always a full one; in output YYYY or YYYY-MM where the record says no more.</summary>
public sealed class DateScalar() : Scalar<PartialDate>("Date")
{
    public override PartialDate Parse(InputValue value) =>
        value.Kind == InputKind.String && PartialDate.TryParse(value.Text, out var date) && date.IsExact
            ? date
            : throw new GraphQLException(value.Kind == InputKind.String && Days.WhyNone(value.Text) is { En: var why }
                ? $"{value} is no day: {why}."
                : $"{value} is no day: write it as \"{Right(value)}\".");

    /// <summary>The day that it means, where it means one.</summary>
    private static string Right(InputValue value) =>
        value.Kind == InputKind.String && Days.TryRead(value.Text, out var meant) && meant.IsExact ? meant.ToString() : "2026-06-30";

    public override void Write(PartialDate value, JsonOutput output) => output.WriteString(value.ToString());
}

/// <summary>A moment with its offset.</summary>
public sealed class DateTimeScalar() : Scalar<DateTimeOffset>("DateTime")
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public override DateTimeOffset Parse(InputValue value) =>
        value.Kind == InputKind.String && TryRead(value.Text, out var moment)
            ? moment
            : throw new GraphQLException($"{value} is no moment: write it with its offset, as \"2026-06-30T17:30:00+08:00\".");

    /// <summary>2026-06-30T17:30:00+08:00: with its offset, from 1900 to 2200.</summary>
    public static bool TryRead(string text, out DateTimeOffset moment)
    {
        moment = default;
        return HasOffset(text) && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment)
            && moment.Year is >= 1900 and <= 2200;
    }

    public override void Write(DateTimeOffset value, JsonOutput output) =>
        output.WriteString(PlanRegistry.Records.Calendar.InShanghai(value)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture));

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}

/// <summary>A decimal number as a JSON string, digits kept exactly. Input may also be a number.</summary>
public sealed class DecimalScalar() : Scalar<decimal>("Decimal")
{
    public override decimal Parse(InputValue value) =>
        value.Kind is InputKind.String or InputKind.Int or InputKind.Float
            && decimal.TryParse(value.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new GraphQLException($"{value} is no decimal number: write it as \"{Right(value)}\".");

    /// <summary>The figure that it means, where only its thousands are parted.</summary>
    private static string Right(InputValue value) =>
        value.Kind == InputKind.String && Cells.Ungrouped(value.Text) is { } plain ? plain : "24.10";

    public override void Write(decimal value, JsonOutput output) => output.WriteString(value.ToString(CultureInfo.InvariantCulture));
}
