using System.Text.Json;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>What whynot.json has words for, beside what a reason may name.</summary>
internal static class WhyNotWords
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Catalogue =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(
            File.ReadAllText(Repository.Path("rules/whynot.json")))!;

    public static IEnumerable<string> ForConditions => Catalogue["conditions"].Keys;

    public static IEnumerable<string> ForTypes => Catalogue["types"].Keys;

    /// <summary>Every condition that a reason may name, of every rule.</summary>
    public static IEnumerable<Condition> Conditions => Steps.Where(s => s.Kind != StepKind.Not).SelectMany(s => s.Conditions);

    /// <summary>Every type of fact that a reason may say is not there.</summary>
    public static IEnumerable<string> Types => Steps.Where(s => s.Kind != StepKind.Query).Select(s => s.FactType.Name);

    private static IEnumerable<Step> Steps =>
        RuleBook.Cards.SelectMany(c => Judge.Rules.Walks(c.Code)).SelectMany(w => w.Steps);
}
