using System.Security.Cryptography;
using System.Text.Json;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Trials;

/// <summary>A server at which commands are tried, as clients write them.</summary>
public abstract class TrialTest : ServerTest
{
    /// <summary>Findings, money and duties of a district, each by what tells it from others.</summary>
    protected const string State = """
        findings(first: 100) { nodes { key verdict severity } totalCount }
        plans(first: 100) { nodes { code fundingEligibility(purpose: DRAFTING) { verdict }
            fundingLines { code } } }
        duties(first: 100) { nodes { kind key due agency { code } } totalCount }
        """;

    protected const string Told = """
        problems { code message path clause } openedCount opened { key rule { code } plan { code } } clearedCount
        cleared { key rule { code } plan { code } }
        funding { plan { code } purpose before after line { code } } moneyTouched
        dutiesCreated { kind key due plan { code } } dutiesEnded { kind key due }
        """;

    /// <summary>As the argument changes has it.</summary>
    internal static object Planned(CommandInput input)
    {
        var type = input.GetType().Name;
        return new Dictionary<string, object> { [char.ToLowerInvariant(type[0]) + type[1..]] = input };
    }

    private protected async Task<JsonElement> WhatIf(IEnumerable<CommandInput> changes, string selection = Told, object[]? rules = null,
        string? asOf = null) =>
        (await Ask("query($changes: [PlannedChangeInput!]!, $rules: [RuleTrialInput!], $asOf: Date) { whatIf(district: \"500154\", "
            + $"changes: $changes, rules: $rules, asOf: $asOf) {{ {selection} }} }}",
            new { changes = changes.Select(Planned).ToArray(), rules, asOf })).GetProperty("whatIf");

    protected static IReadOnlyList<string> Each(JsonElement list, params string[] names) =>
        [.. list.EnumerateArray().Select(e => string.Join(' ', names.Select(n => At(e, n.Split('.')))))];

    /// <summary>What the database and its journal hold.</summary>
    protected string Bytes() => string.Join(' ', new[] { File, File + "-wal" }.Where(System.IO.File.Exists).Select(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexString(SHA256.HashData(file));
    }));

    private static string At(JsonElement element, string[] path) => path.Length == 0 || element.ValueKind == JsonValueKind.Null
        ? element.ToString() : At(element.GetProperty(path[0]), path[1..]);
}
