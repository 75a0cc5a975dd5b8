using System.Globalization;
using System.Reflection;
using System.Text.Json;
using PlanRegistry.Ledger;

namespace PlanRegistry.Rules;

/// <summary>
/// Why one case of a rule is not given: the first pattern or condition
/// that fails, in words where there are any, and as it is written with its values.
/// </summary>
/// <param name="Case">The rule's code, or that of one of its further cases, such as CAT-001/unlinked.</param>
/// <param name="Condition">In the rule's own names; null when no fact is there that a condition could fail on.</param>
public sealed record WhyNotReason(string Case, Text Sentence, string? Condition, IReadOnlyList<WhyNotValue> Values);

/// <summary>What a path of the condition is.</summary>
public sealed record WhyNotValue(string Path, string Value);

/// <summary>
/// Says why a rule has no finding on a plan or a list. The words for conditions are kept in whynot.json; one without words is told as it
/// is written.
/// </summary>
public static class WhyNotReasons
{
    private const int MostFacts = 5;
    private static readonly Dictionary<string, Dictionary<string, string[]>> Catalogue = Load();

    /// <summary>One reason for each case of the rule, for each fact that might have been one.</summary>
    public static IReadOnlyList<WhyNotReason> Of(Snapshot snapshot, string code, PlanOnDay plan) =>
        Judge.Rules.Walks(code)[0] is { IsAboutLists: var lists } walk && (lists || walk.IsAboutYears)
            ? [new(code, Sentence(plan.Named, Words("", lists ? "lists" : "years")), null, [])]
            : OfPlan(snapshot, code, plan.Key);

    /// <summary>The same of a list; none for a rule that is not about lists.</summary>
    public static IReadOnlyList<WhyNotReason> Of(Snapshot snapshot, string code, DirectoryList list)
    {
        var part = new FactPart(typeof(DirectoryList), list.Code);
        var facts = Judge.Facts.Of(snapshot, part).Facts;
        return facts.OfType<ListOnDay>().FirstOrDefault() is { } onDay
            ? Of(snapshot, code, new About(onDay, onDay.Say().Text, _ => null), facts)
            : [new(code, Sentence(RecordLines.Say(list, snapshot.View).Text, Words("", "list")), null, [])];
    }

    /// <summary>Facts are known by reference: of the plan as it stands among them, whatever was worked out of it before.</summary>
    private static List<WhyNotReason> OfPlan(Snapshot snapshot, string code, Key<Plan> key)
    {
        var facts = Judge.Facts.Of(snapshot, new FactPart(typeof(Plan), key.Code)).Facts;
        var plan = facts.OfType<PlanOnDay>().First(p => p.Key == key);
        return Of(snapshot, code, new About(plan, plan.Named, plan.WhyNotJudged), facts);
    }

    private static List<WhyNotReason> Of(Snapshot snapshot, string code, About about, IReadOnlyList<object> part)
    {
        var facts = part.Concat(Judge.Facts.Of(snapshot, new FactPart(typeof(District), "")).Facts).ToList();
        return [.. Judge.Rules.Walks(code).SelectMany(c => Of(c, about, facts)).DistinctBy(r => (r.Case, r.Sentence))];
    }

    private static IEnumerable<WhyNotReason> Of(Walk walk, About about, List<object> facts)
    {
        var stop = walk.Furthest(facts, about.Fact);
        if (stop.Depth == walk.Steps.Count)
        {
            return [new(walk.Name, Sentence(about.Name, Words("", "force")), null, [])];
        }
        var step = walk.Steps[stop.Depth];
        if (step.Kind == StepKind.Query)
        {
            var result = step.Results(facts, stop.Aliases).FirstOrDefault();
            return [result is not null && step.FailsOn(result, stop.Aliases) is { } failed
                ? Reason(walk, about.Name, about, failed, stop.Aliases.With(step.Alias, result))
                : Nothing(walk, about, step)];
        }
        if (step.Kind == StepKind.Match && step.Fits(about.Fact) && stop.Used.Count == 0)
        {
            return [Reason(walk, about.Name, about,
                step.FailsOn(about.Fact, stop.Aliases)!, stop.Aliases.With(step.Alias, about.Fact))];
        }
        var closer = facts.Where(f => f != about.Fact && step.Fits(f)).Take(MostFacts)
            .Select(f => Closer(walk, about, facts, f)).OfType<WhyNotReason>().ToList();
        return closer.Count > 0 ? closer : [Nothing(walk, about, step)];
    }

    /// <summary>What a fact of the type that is missing fails on.</summary>
    private static WhyNotReason? Closer(Walk walk, About about, List<object> facts, object fact)
    {
        var stop = walk.Furthest(facts, about.Fact, fact);
        return stop.Depth < walk.Steps.Count && walk.Steps[stop.Depth] is { Kind: StepKind.Match } step
            && step.Fits(fact) && !stop.Used.Contains(fact) && step.FailsOn(fact, stop.Aliases) is { } failed
            ? Reason(walk, Quoted(((IFact)fact).Say().Text), about, failed, stop.Aliases.With(step.Alias, fact))
            : null;
    }

    private static WhyNotReason Nothing(Walk walk, About about, Step step)
    {
        var what = Find("types", step.FactType.Name) ?? (Text)step.FactType.Name;
        return new(walk.Name,
            Sentence(about.Name, Messages.Fill(Words("", step.Kind == StepKind.Not ? "there" : "none"),
                new Dictionary<string, Text> { ["what"] = what })), null, []);
    }

    private static WhyNotReason Reason(Walk walk, Text of, About about, Condition condition, Aliases aliases)
    {
        var values = condition.Reads(aliases).Select(r => new WhyNotValue(r.Path, Say(r.Value))).ToList();
        var words = IsAboutJudging(condition) ? about.WhyNotJudged(RuleBook.Of(RuleBook.CodeOf(walk.Name)).Reach) : null;
        words ??= IsAboutJudging(condition) ? Words("", "judged") : Find("conditions", condition.TypedText);
        words ??= Messages.Fill(Words("", "condition"), new Dictionary<string, Text>
        {
            ["condition"] = condition.Text, ["values"] = Text.Join(values.Select(v => (Text)$"{v.Path} = {v.Value}")),
        });
        return new(walk.Name, Sentence(of, words.Value), condition.Text, values);
    }

    private static bool IsAboutJudging(Condition condition) => condition.Text.Contains("IsJudged", StringComparison.Ordinal);

    private static Text Quoted(Text fact) => new($"“{fact.Zh}”", fact.En);

    private static Text Sentence(Text about, Text words) =>
        new Text($"{about.Zh}：{words.Zh}。", $"{about.En}: {words.En}.").WithInnerQuotes();

    private static string Say(object? value) => value switch
    {
        null => "null",
        IFact fact => fact.Say().Text.En,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable and not string => "...",
        _ => value.ToString() ?? "",
    };

    private static Text Words(string group, string key) =>
        Find(group, key) ?? throw new InvalidOperationException($"whynot.json has no '{key}'.");

    private static Text? Find(string group, string key) =>
        Catalogue[group].TryGetValue(key, out var pair) ? new Text(pair[0], pair[1]) : (Text?)null;

    private static Dictionary<string, Dictionary<string, string[]>> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("whynot.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream)!;
    }

    /// <summary>The plan or the list that is asked about.</summary>
    private sealed record About(object Fact, Text Name, Func<RuleReach, Text?> WhyNotJudged);
}
