using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

public sealed class FindingNode(Finding finding, Scope scope) : INode
{
    internal Finding Finding { get; } = finding;
    internal Scope Scope { get; } = scope;

    public string Id => NodeId.Of(Scope, nameof(Finding), Scope.View.Code, Finding.Key);
    public string Key => Finding.Key;
    public RuleCard Rule => RuleBook.Of(Finding.Rule);
    public PlanNode? Plan => Scope.Plan(Finding.Plan);
    public IReadOnlyList<INode> Subjects => [.. Finding.Subjects.Select(s => Scope.Node(s.Record)).OfType<INode>()];
    public Verdict Verdict => Finding.Verdict;
    public Severity Severity => Finding.Severity;
    public IReadOnlyList<Basis> Basis => Finding.Basis;
    public IReadOnlyList<MatchedFactNode> Facts => [.. Finding.Facts.Select(f => new MatchedFactNode(f, Scope))];
    public IReadOnlyList<RemedyNode> Remedies => [.. Finding.Remedies.Select(r => new RemedyNode(r, this))];
    public AgencyNode? Responsible => Scope.Agency(Finding.Responsible);
    public PartialDate Since => Finding.Since;
    public PartialDate? Due => Finding.Due is { } day ? day : null;
    public Urgency? Urgency => Finding.Urgency;
}

/// <summary>A rule's findings on a plan or a list; where there are none, why.</summary>
public sealed class WhyNotNode(RuleCard rule, IReadOnlyList<FindingNode> findings, Func<IReadOnlyList<WhyNotReason>> reasons)
{
    public RuleCard Rule { get; } = rule;
    public IReadOnlyList<FindingNode> Findings { get; } = findings;
    public IReadOnlyList<WhyNotReason> Reasons => Findings.Count > 0 ? [] : reasons();

    public static WhyNotNode Of(RuleCard rule, PlanOnDay plan, Scope scope) => new(rule,
        [.. scope.FindingsOf(plan.Key).Where(f => f.Rule == rule.Code).Select(scope.Finding)],
        () => WhyNotReasons.Of(scope.Snapshot, rule.Code, plan));

    public static WhyNotNode Of(RuleCard rule, DirectoryList list, Scope scope) => new(rule,
        [.. scope.Findings.Where(f => f.Rule == rule.Code && f.Subjects.Any(s => s.Record == list.Id)).Select(scope.Finding)],
        () => WhyNotReasons.Of(scope.Snapshot, rule.Code, list));
}

public sealed class MatchedFactNode(MatchedFact fact, Scope scope)
{
    internal Text Words => fact.Text.WithInnerQuotes();

    public string Name => fact.Name;
    public string Type => fact.Type;
    public INode? Node => scope.Node(fact.Record);
}

public sealed class RemedyNode(Remedy remedy, FindingNode finding)
{
    internal Text Words => remedy.Text;

    public RemedyInputNode Input => new(remedy.Input, finding);

    public string Act => remedy.Act;
    public AgencyNode? Agency => finding.Scope.Agency(remedy.Agency);
}

public sealed class PolicyValueNode(PolicyValue row, Scope scope) : RecordNode<PolicyValue>(row, scope)
{
    internal Text Words => PolicyKeys.Find(Row.Key)?.Label ?? new Text(Row.Key, Row.Key);
    internal Text Said => PolicyKeys.Find(Row.Key)?.Words(Row.Value) ?? Row.Value;

    public string Key => Row.Key;
    public string Value => Row.Value;
    public PartialDate From => Row.From;
    public PartialDate? To => Row.To;
    public PlanKind? Kind => Row.Kind;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public string? Clause => Row.Clause;
}
