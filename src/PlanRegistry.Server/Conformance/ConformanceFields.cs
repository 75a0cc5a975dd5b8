using System.Text.RegularExpressions;
using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Rules.Articles;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

[Resolves("Query")]
public static class ConformanceQueries
{
    public static IReadOnlyList<RuleCard> Rules(PartialDate? asOf) =>
        [.. RuleBook.Cards.Where(c => asOf is not { } day || c.InForceOn(day.First))];

    public static RuleCard? Rule(string code) => RuleBook.Find(code)
        ?? throw RequestErrors.NotFound($"没有代码为“{code}”的规则。", $"There is no rule \"{code}\".");
}

[Resolves("District")]
public static class DistrictConformanceFields
{
    public static Connection<FindingNode> Findings(DistrictNode district,
        FindingFilter? filter, FindingOrder? orderBy, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var order = orderBy ?? FindingOrder.Severity;
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.Page(scope.Findings.Where(fits), f => SortText(f, order), scope.Finding,
            page, $"findings {order}", scope);
    }

    public static ConformanceSummary Conformance(DistrictNode district) => new(district.For("District.conformance"));

    public static IReadOnlyList<PolicyValueNode> Policy(DistrictNode district) => PolicyOf(district.Scope);

    internal static IReadOnlyList<PolicyValueNode> PolicyOf(Scope scope) =>
        [.. scope.View.Own.Of<PolicyValue>().Where(v => v.From.Last <= scope.Snapshot.AsOf && !(v.To?.First < scope.Snapshot.AsOf))
            .Except(scope.Snapshot.Policy.Idle.Select(i => i.Row)).Select(v => new PolicyValueNode(v, scope))];

    /// <summary>In which order findings stand, as text.</summary>
    internal static string SortText(Finding finding, FindingOrder order) => order switch
    {
        FindingOrder.Plan => $"{finding.Plans.Select(p => p.Code).FirstOrDefault() ?? "\uFFFF"} {finding.Key}",
        FindingOrder.Rule => finding.Key,
        FindingOrder.Since => $"{DateOnly.MaxValue.DayNumber - finding.Since.DayNumber:0000000} {finding.Key}",
        FindingOrder.Urgency => $"{finding.Due ?? DateOnly.MaxValue:yyyy-MM-dd} {(int)finding.Severity} {finding.Key}",
        FindingOrder.First => $"{Haste(finding)} {finding.Due ?? DateOnly.MaxValue:yyyy-MM-dd} {(int)finding.Severity} {finding.Key}",
        _ => $"{(int)finding.Severity}{(int)finding.Verdict} {finding.Key}",
    };

    /// <summary>
    /// Grave and overdue; what blocks a step, whatever its day; what else is overdue, of which there may be so much that it hides these;
    /// the rest as it falls due, and last what has no day.
    /// </summary>
    private static int Haste(Finding finding) => finding switch
    {
        { Urgency: Urgency.Overdue, Severity: Severity.Blocking or Severity.Error } => 0,
        { Severity: Severity.Blocking } => 1,
        { Urgency: { } urgency } => 2 + (int)urgency,
        _ => 9,
    };
}

[Resolves("Plan")]
public static class PlanConformanceFields
{
    public static IReadOnlyList<FindingNode> Findings(PlanNode plan, FindingFilter? filter)
    {
        var findings = plan.Scope.FindingsOf(plan.OnDay.Key);
        return [.. (filter is null ? findings : findings.Where(filter.Test(plan.Scope))).Select(plan.Scope.Finding)];
    }

    public static IReadOnlyList<WhyNotNode> WhyNot(PlanNode plan, IReadOnlyList<string>? rules) =>
        [.. RuleNames.Cards(rules).Where(c => !c.IsAboutLists && !c.IsAboutYears).Select(c => WhyNotNode.Of(c, plan.OnDay, plan.Scope))];
}

[Resolves("DirectoryList")]
public static class ListConformanceFields
{
    public static IReadOnlyList<FindingNode> Findings(DirectoryListNode list) =>
        [.. list.Scope.Findings.Where(f => f.Subjects.Any(s => s.Record == list.List.Id)).Select(list.Scope.Finding)];

    public static IReadOnlyList<WhyNotNode> WhyNot(DirectoryListNode list, IReadOnlyList<string>? rules) =>
        [.. RuleNames.Cards(rules).Where(c => c.IsAboutLists).Select(c => WhyNotNode.Of(c, list.List, list.Scope))];
}

/// <summary>Rules named by their codes, and capabilities.</summary>
internal static partial class RuleNames
{
    /// <summary>Those named, or all; a code that is none's is a request error that names it.</summary>
    public static IEnumerable<RuleCard> Cards(IReadOnlyList<string>? codes) => codes is null ? RuleBook.Cards
        : codes.Select(c => RuleBook.Find(c)
            ?? throw RequestErrors.Request($"参数“rules”中的“{c}”不是规则代码。", $"The argument \"rules\" has \"{c}\", which is no rule."));

    /// <summary>The first that an input names and no rule has; null where there is none. What is no code at all is not repeated.</summary>
    public static Problem? Unknown(string field, params IEnumerable<string?> codes) =>
        codes.OfType<string>().FirstOrDefault(c => RuleBook.Find(c) is null) is not { } code ? null
            : new(ProblemCode.UnknownRecord, Code().IsMatch(code) ? new Text($"没有代码为“{code}”的规则。", $"There is no rule \"{code}\".")
                : new Text("所写的不是规则代码。", "What is named is no rule's code."), [field]);

    [GeneratedRegex("^[A-Z]{3}-[0-9]{3}$")]
    private static partial Regex Code();

    /// <summary>Those named, or null: any.</summary>
    public static HashSet<string>? Known(IReadOnlyList<string>? codes) =>
        codes is null ? null : [.. Cards(codes).Select(c => c.Code)];

    public static HashSet<string>? Capabilities(IReadOnlyList<string>? named) => named is null ? null
        : [.. named.Select(n => RuleBook.Cards.Any(c => c.Capability == n) ? n
            : throw RequestErrors.Request(
                $"参数“capabilities”中的“{n}”不是业务板块，可选{string.Join('、', AllCapabilities)}。",
                $"The argument \"capabilities\" has \"{n}\", which is none of {string.Join(", ", AllCapabilities)}."))];

    private static IEnumerable<string> AllCapabilities => RuleBook.Cards.Select(c => c.Capability).Distinct();
}

[Resolves("Basis")]
public static class BasisFields
{
    public static string Clause(Basis basis) => Wording.Clause(basis.Clause);
}

[Resolves("ConformanceSummary")]
public static class ConformanceSummaryFields
{
    public static IReadOnlyList<string> Coverage(ConformanceSummary summary, Language language) =>
        [.. summary.Coverage.Sentences.Select(s => s.In(language))];
}

[Resolves("Finding")]
public static class FindingFields
{
    public static string Sentence(FindingNode finding, Language? language, [Service] Reader reader) =>
        reader.Told(finding.Finding.Sentence, language);
}

[Resolves("PolicyValue")]
public static class PolicyValueFields
{
    public static string Label(PolicyValueNode value, Language? language, [Service] Reader reader) => reader.Told(value.Words, language);

    public static string ValueInWords(PolicyValueNode value, Language? language, [Service] Reader reader) =>
        reader.Told(value.Said, language);
}

[Resolves("MatchedFact")]
public static class MatchedFactFields
{
    public static string Text(MatchedFactNode fact, Language? language, [Service] Reader reader) => reader.Told(fact.Words, language);
}

[Resolves("Remedy")]
public static class RemedyFields
{
    public static string Text(RemedyNode remedy, Language? language, [Service] Reader reader) => reader.Told(remedy.Words, language);
}

[Resolves("WhyNotReason")]
public static class WhyNotReasonFields
{
    public static string Sentence(WhyNotReason reason, Language? language, [Service] Reader reader) =>
        reader.Told(reason.Sentence, language);
}

[Resolves("Rule")]
public static class RuleFields
{
    public static string Sentence(RuleCard rule, Language? language, [Service] Reader reader) => reader.Told(rule.Sentence, language);

    public static string Name(RuleCard rule, Language? language, [Service] Reader reader) => reader.Told(rule.Name, language);

    public static WhyNotNode? WhyNot(RuleCard rule, string district, string plan,
        PartialDate? asOf, DateTimeOffset? knownAt, [Service] Reach reach) =>
        CatalogueQueries.District(district, asOf, knownAt, reach) is { } found
            && DistrictCatalogueFields.Plan(found, plan) is { } node ? WhyNotNode.Of(rule, node.OnDay, found.Scope) : null;

    public static IReadOnlyList<Basis> Basis(RuleCard rule) => [.. rule.Bases.Select(b => new Basis(b.Document, b.Clause))];

    public static IReadOnlyList<string> Tests(RuleCard rule) => RuleTests.Of(rule.Code);

    public static PartialDate? EffectiveFrom(RuleCard rule) => rule.EffectiveFrom is { } day ? day : null;

    public static PartialDate? EffectiveTo(RuleCard rule) => rule.EffectiveTo is { } day ? day : null;
}
