using System.Globalization;
using System.Reflection;
using System.Text.Json;
using PlanRegistry.Ledger;

namespace PlanRegistry.Rules;

/// <summary>Why one case of a rule is not given for a plan: the first pattern or condition that fails, in words where there are any, and as it is written with its values.</summary>
/// <param name="Case">The rule's code, or that of one of its further cases, such as CAT-001/unlinked.</param>
/// <param name="Condition">Null when no fact is there that a condition could fail on.</param>
public sealed record WhyNotReason(string Case, Text Sentence, string? Condition, IReadOnlyList<WhyNotValue> Values);

/// <summary>What a path of the condition is.</summary>
public sealed record WhyNotValue(string Path, string Value);

/// <summary>Says why a rule has no finding on a plan. The words for conditions are kept in whynot.json; one without words is told as it is written.</summary>
public static class WhyNotReasons
{
    private const int MostFacts = 5;
    private static readonly Dictionary<string, Dictionary<string, string[]>> Catalogue = Load();

    /// <summary>Every condition that a reason may name, of every rule that judges plans, and whether there are words for it.</summary>
    internal static IEnumerable<(string Condition, bool HasWords)> Conditions =>
        from step in Steps
        where step.Kind is "Match" or "Having"
        from condition in step.Conditions
        let name = NameOf(step.Kind, TypeOf(step.Declaration), condition)
        select (name, condition.Contains("IsJudged", StringComparison.Ordinal) || Find("conditions", name) is not null);

    /// <summary>Every type of fact that a reason may say is not there, and whether it has a name.</summary>
    internal static IEnumerable<(string Type, bool HasName)> Types =>
        Steps.Where(s => s.Kind is "Match" or "Not").Select(s => TypeOf(s.Declaration).Name).Select(name => (name, Find("types", name) is not null));

    /// <summary>The conditions that words are kept for.</summary>
    internal static IEnumerable<string> Worded => Catalogue["conditions"].Keys;

    private static IEnumerable<StepPlan> Steps => Judge.Plans.Where(p => p.Steps[0].Declaration.Type != typeof(ListOnDay)).SelectMany(p => p.Steps);

    /// <summary>One reason for each case of the rule, for each fact that might have been one.</summary>
    public static IReadOnlyList<WhyNotReason> Of(Snapshot snapshot, string code, PlanOnDay plan)
    {
        var cases = Judge.Plans.Where(p => RuleBook.CodeOf(p.Rule.Name) == code).OrderBy(p => p.Rule.Name, StringComparer.Ordinal).ToList();
        if (cases[0].Steps[0].Declaration.Type == typeof(ListOnDay))
        {
            return [new(code, Sentence(plan.Title, Words("", "lists")), null, [])];
        }
        // Rules join a plan with its own facts, with what was allocated to the district, and with other development plans.
        var session = Judge.NewSession();
        var own = Facts.Of(snapshot, new FactPart(typeof(Plan), plan.Plan.Code)).ToList();
        session.InsertAll([.. own, .. Facts.Of(snapshot, new FactPart(typeof(District), "")), .. snapshot.DevelopmentPlans.Where(p => p.IsOwn && !p.Is(plan))]);
        return [.. cases.SelectMany(c => Of(session, c.Rule.Name, plan, own)).DistinctBy(r => (r.Case, r.Sentence))];
    }

    private static IEnumerable<WhyNotReason> Of(ISession session, string name, PlanOnDay plan, List<object> own)
    {
        var answer = session.WhyNot(name, own[0]);
        if (answer.Matches)
        {
            return [new(name, Sentence(plan.Title, Words("", "force")), null, [])];
        }
        var candidates = answer is { Condition: null, Kind: "Match", Declaration.Type: var type } ? own.Skip(1).Where(type.IsInstanceOfType).Take(MostFacts) : [];
        var closer = candidates.Select(fact => (Fact: fact, Answer: session.WhyNot(name, own[0], fact))).Where(c => c.Answer.Condition is not null)
            .Select(c => Reason(name, ((IFact)c.Fact).Say().Text, plan, c.Answer)).ToList();
        return closer.Count > 0 ? closer : [Reason(name, plan.Title, plan, answer)];
    }

    private static WhyNotReason Reason(string name, Text about, PlanOnDay plan, WhyNot answer)
    {
        var type = TypeOf(answer.Declaration!);
        if (answer.Condition is not { } condition)
        {
            var what = Find("types", type.Name) ?? (Text)type.Name;
            return new(name, Sentence(about, Messages.Fill(Words("", answer.Kind == "Not" ? "there" : "none"), new Dictionary<string, Text> { ["what"] = what })), null, []);
        }
        var values = condition.Values.Select(v => new WhyNotValue(v.Path, Say(v.Value))).ToList();
        var words = condition.Text.Contains("IsJudged", StringComparison.Ordinal) ? plan.WhyNotJudged(RuleBook.CodeOf(name)) : null;
        words ??= Find("conditions", NameOf(answer.Kind, type, condition.Text));
        words ??= Messages.Fill(Words("", "condition"), new Dictionary<string, Text>
        {
            ["condition"] = condition.Text, ["values"] = string.Join(", ", values.Select(v => $"{v.Path} = {v.Value}")),
        });
        return new(name, Sentence(about, words.Value), condition.Text, values);
    }

    private static Type TypeOf(Declaration declaration) => declaration.Type.IsGenericType ? declaration.Type.GetGenericArguments()[^1] : declaration.Type;

    /// <summary>What the words for a condition are kept under.</summary>
    private static string NameOf(string kind, Type type, string condition) => $"{(kind == "Having" ? "Having" : type.Name)} {condition}";

    private static Text Sentence(Text about, Text words) => new Text($"“{about.Zh}”:{words.Zh}。", $"{about.En}: {words.En}.").WithInnerQuotes();

    private static string Say(object? value) => value switch
    {
        null => "null",
        IFact fact => fact.Say().Text.En,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable and not string => "...",
        _ => value.ToString() ?? "",
    };

    private static Text Words(string group, string key) => Find(group, key) ?? throw new InvalidOperationException($"whynot.json has no '{key}'.");

    private static Text? Find(string group, string key) => Catalogue[group].TryGetValue(key, out var pair) ? new Text(pair[0], pair[1]) : (Text?)null;

    private static Dictionary<string, Dictionary<string, string[]>> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("whynot.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream)!;
    }
}
