using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanRegistry.Intake;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;

namespace PlanRegistry.Server.GraphQL;

/// <summary>What every mutation's input has beside its own fields.</summary>
public abstract record CommandInput
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> AboutTheCall = ["idempotencyKey", "expectedSeq", "clientMutationId"];

    public required string District { get; init; }
    public string? IdempotencyKey { get; init; }
    public int? ExpectedSeq { get; init; }
    public string? ClientMutationId { get; init; }

    /// <summary>The fields that are given, in camelCase as the schema names them: what intake reads.</summary>
    internal IReadOnlyDictionary<string, object?> Fields() => Fields(this);

    /// <summary>sha256 of what is asked, without what only concerns the call: tells two inputs under one idempotency key apart.</summary>
    internal string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        Plain(Fields().Where(f => !AboutTheCall.Contains(f.Key)).ToDictionary()), Canonical)));

    private static Dictionary<string, object?> Fields(object input) =>
        input.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0)
            .SelectMany(p => p.GetValue(input) is HorizonInput horizon
                ? [("horizonFrom", horizon.From), ("horizonTo", horizon.To)]
                : new (string Name, object? Value)[] { (Names.Camel(Names.Snake(p.Name)), Value(p.GetValue(input))) })
            .Where(f => f.Value is not null)
            .ToDictionary(f => f.Name, f => f.Value);

    /// <summary>A list of input objects becomes a list of their fields.</summary>
    private static object? Value(object? value) =>
        value is IEnumerable items and not string && items.Cast<object>().FirstOrDefault() is { } first && first.GetType().Namespace!.StartsWith("PlanRegistry.Server", StringComparison.Ordinal)
            ? items.Cast<object>().Select(Fields).ToList()
            : value;

    private static object? Plain(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> fields => new SortedDictionary<string, object?>(fields.ToDictionary(f => f.Key, f => Plain(f.Value)), StringComparer.Ordinal),
        List<Dictionary<string, object?>> rows => rows.Select(Plain).ToList(),
        _ => Inputs.Cell(value),
    };
}
