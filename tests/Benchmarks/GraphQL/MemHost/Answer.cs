using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQLHost;

namespace MemHost;

/// <summary>Which operation is asked for, by the digit of its name, and its variables.</summary>
internal readonly record struct Asked(int Operation, int Id, int First, int After)
{
    public static Asked Read(in ReadOnlySequence<byte> body)
    {
        var asked = new Asked(0, 0, 50, 0);
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.ValueTextEquals("variables"u8))
                continue;
            var name = reader.ValueTextEquals("operationName"u8) ? 'o' : reader.ValueTextEquals("id"u8) ? 'i' : reader.ValueTextEquals("first"u8) ? 'f' : reader.ValueTextEquals("after"u8) ? 'a' : ' ';
            reader.Read();
            asked = name switch
            {
                'o' when reader.TokenType == JsonTokenType.String && reader.GetString() is ['q', var digit] => asked with { Operation = digit - '0' },
                'i' => asked with { Id = int.Parse(reader.GetString()!, CultureInfo.InvariantCulture) },
                'f' => asked with { First = reader.GetInt32() },
                'a' when reader.TokenType == JsonTokenType.String => asked with { After = int.Parse(reader.GetString()!, CultureInfo.InvariantCulture) },
                _ => asked,
            };
        }
        return asked;
    }
}

/// <summary>The answers of q1, q2 and q3, field by field.</summary>
internal static class Answer
{
    private static readonly string[] Statuses = ["DRAFT", "APPROVED", "ACTIVE", "CLOSED"];

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static Utf8JsonWriter Writer => _writer ??= new Utf8JsonWriter(Stream.Null, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Write(Utf8JsonWriter json, Asked asked)
    {
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        if (asked.Operation == 1)
            One(json, asked.Id);
        else
            Page(json, asked);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Id(Utf8JsonWriter json, ReadOnlySpan<byte> name, int id)
    {
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(id, digits, out var length);
        json.WriteString(name, digits[..length]);
    }

    private static void Head(Utf8JsonWriter json, Plan plan)
    {
        Id(json, "id"u8, plan.Id);
        json.WriteString("code"u8, plan.Code);
        json.WriteString("title"u8, plan.Title);
    }

    private static void One(Utf8JsonWriter json, int id)
    {
        if (id < 1 || id > ReadModel.Plans.Length)
        {
            json.WriteNull("plan"u8);
            return;
        }
        var plan = ReadModel.Plans[id - 1];
        json.WriteStartObject("plan"u8);
        Head(json, plan);
        json.WriteString("status"u8, Statuses[(int)plan.Status]);
        json.WriteNumber("version"u8, plan.Version);
        json.WriteString("startDate"u8, plan.StartDate);
        json.WriteString("endDate"u8, plan.EndDate);
        json.WriteNumber("budget"u8, plan.Budget);
        json.WriteEndObject();
    }

    private static void Page(Utf8JsonWriter json, Asked asked)
    {
        var end = Math.Min(asked.After + asked.First, ReadModel.Plans.Length);
        json.WriteStartObject("plans"u8);
        json.WriteStartArray("nodes"u8);
        for (var i = asked.After; i < end; i++)
        {
            json.WriteStartObject();
            Head(json, ReadModel.Plans[i]);
            if (asked.Operation == 2)
                Relations(json, ReadModel.Plans[i]);
            else
                Indicators(json, ReadModel.Plans[i]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("pageInfo"u8);
        json.WriteBoolean("hasNextPage"u8, end < ReadModel.Plans.Length);
        if (end > asked.After)
            Id(json, "endCursor"u8, ReadModel.Plans[end - 1].Id);
        else
            json.WriteNull("endCursor"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Relations(Utf8JsonWriter json, Plan plan)
    {
        json.WriteString("status"u8, Statuses[(int)plan.Status]);
        json.WriteStartObject("department"u8);
        Id(json, "id"u8, plan.Department.Id);
        json.WriteString("code"u8, plan.Department.Code);
        json.WriteString("name"u8, plan.Department.Name);
        json.WriteEndObject();
        if (plan.Parent is not { } parent)
        {
            json.WriteNull("parent"u8);
            return;
        }
        json.WriteStartObject("parent"u8);
        Head(json, parent);
        json.WriteEndObject();
    }

    private static void Indicators(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartArray("indicators"u8);
        foreach (var indicator in plan.Indicators)
        {
            json.WriteStartObject();
            Id(json, "id"u8, indicator.Id);
            json.WriteString("name"u8, indicator.Name);
            json.WriteString("unit"u8, indicator.Unit);
            json.WriteNumber("target"u8, indicator.Target);
            if (indicator.Actual is { } actual)
                json.WriteNumber("actual"u8, actual);
            else
                json.WriteNull("actual"u8);
            json.WriteNumber("weight"u8, indicator.Weight);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
