using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlanRegistry.Rules;

/// <summary>
/// The message catalogue: for each code its sentences in Chinese and English, with {placeholders}. Kept in messages.json beside the rules.
/// </summary>
public static partial class Messages
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Catalogue = Load();

    /// <summary>The sentence of a code under a key: "rule" (the obligation), "broken", "unknown", or one that the rule names.</summary>
    public static Text Of(string code, string key) =>
        Catalogue.TryGetValue(code, out var sentences) && sentences.TryGetValue(key, out var pair)
            ? new Text(pair[0], pair[1])
            : throw new InvalidOperationException($"messages.json has no sentence '{key}' of {code}.");

    public static Text Fill(Text template, IReadOnlyDictionary<string, Text> values) =>
        new(Fill(template.Zh, values, Language.Zh), Fill(template.En, values, Language.En));

    private static string Fill(string template, IReadOnlyDictionary<string, Text> values, Language language) =>
        Placeholder().Replace(template, m => values.TryGetValue(m.Groups[1].Value, out var text)
            ? text.In(language)
            : throw new InvalidOperationException($"The sentence '{template}' has no value for {m.Value}."));

    private static Dictionary<string, Dictionary<string, string[]>> Load()
    {
        var all = new Dictionary<string, Dictionary<string, string[]>>();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith("messages.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (code, sentences) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream)!)
            {
                all.Add(code, sentences);
            }
        }
        return all;
    }

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Placeholder();
}
