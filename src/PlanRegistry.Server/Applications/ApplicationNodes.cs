using PlanRegistry.Access;
using PlanRegistry.Applications;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Applications;

public sealed class EntryApplicationNode(EntryApplication row, Scope scope) : RecordNode<EntryApplication>(row, scope)
{
    private ApplicationCourse Course => field ??= ApplicationCourse.Of(Scope.View, Row, Scope.Snapshot.AsOf);

    private Screening Screened => field ??= PlanRegistry.Applications.Screening.Of(Scope.View, Row, Scope.Snapshot.AsOf);

    public string Code => Row.Code;
    public AgencyNode? Applicant => Scope.Agency(Row.Applicant);
    public PartialDate AppliedOn => Row.AppliedOn;
    public PartialDate? ResubmittedOn => Row.ResubmittedOn;
    public int? Year => Row.Year;
    public DirectoryListNode? List => Scope.List(Row.List);
    public string Title => Row.Title;
    public PlanKind Kind => Row.Kind;
    public AgencyNode? LeadAgency => Scope.Agency(Row.LeadAgency);
    public IReadOnlyList<AgencyNode>? CoLeadAgencies => Scope.Agencies(Row.CoLeadAgencies);
    public Horizon Horizon => Row.Horizon;
    public string? Field => Row.Field;
    public EiaField? EiaField => Row.EiaField;
    public bool? DailyWork => Row.DailyWork;
    public bool? OverallImportance => Row.OverallImportance;
    public bool? NeedsGovernment => Row.NeedsGovernment;
    public string? Justification => Row.Justification;
    public DocumentNode? Basis => Scope.Document(Row.Basis);
    public ApprovalLevel? ApprovalLevel => Row.ApprovalLevel;
    public PartialDate? Due => Row.Due;
    public PlanNode? Plan => Scope.Plan(Row.Plan);
    public bool? EiaNeeded => Row.EiaNeeded;
    public DocumentNode? EiaOpinion => Scope.Document(Row.EiaOpinion);
    public bool? WaterNeeded => Row.WaterNeeded;
    public DocumentNode? WaterOpinion => Scope.Document(Row.WaterOpinion);
    public ApplicationState State => Course.State;
    public PartialDate StateSince => Course.Since;
    public IReadOnlyList<ApplicationDecisionNode> Decisions =>
        [.. ApplicationCourse.DecisionsOn(Scope.View, Row, Scope.Snapshot.AsOf).Select(d => new ApplicationDecisionNode(d, Scope))];
    public DirectoryEntryNode? Entry => Course.Decision is { } decision ? ApplicationDecisionNode.EntryOf(decision, Scope) : null;
    public bool MayDecide => Deciding.DeciderOf(Row.Kind) is var decider && Scope.Caller.Role switch
    {
        Role.Operator => true,
        Role.ReformCommission => decider == AgencyRole.ReformCommission,
        Role.Department => Scope.View.Agency(Scope.Caller.Account!.AgencyKey)?.Is(decider, PlanTier.District) == true,
        _ => false,
    };
    public Verdict? Verdict => Screened.Verdict;
    public IReadOnlyList<ScreeningDoubtNode> Screening => [.. Screened.Doubts.Select(d => new ScreeningDoubtNode(d, Scope))];
    public IReadOnlyList<OpinionSuggestion> Suggestions => Screened.Suggestions;
}

public sealed class ApplicationDecisionNode(ApplicationDecision row, Scope scope) : RecordNode<ApplicationDecision>(row, scope)
{
    public EntryApplicationNode? Application => Scope.View.Of<EntryApplication>().FirstOrDefault(a => a.Key == Row.Application) is { } asked
        ? new(asked, Scope) : null;
    public PartialDate On => Row.On;
    public ApplicationOutcome Outcome => Row.Outcome;
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
    public string? Reason => Row.Reason;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public DocumentNode? Demand => Scope.Document(Row.Demand);
    public DirectoryEntryNode? Entry => EntryOf(Row, Scope);

    internal static DirectoryEntryNode? EntryOf(ApplicationDecision decision, Scope scope) => decision.List is { } list
        && scope.View.EntriesIn[list].FirstOrDefault(e => e.Code == decision.Entry) is { } entry ? new(entry, scope) : null;
}

public sealed class ScreeningDoubtNode(ScreeningDoubt doubt, Scope scope)
{
    internal Text Words => doubt.Sentence;

    public ScreeningKind Kind => doubt.Kind;
    public Verdict Verdict => doubt.Verdict;
    public string Clause => Wording.Clause(doubt.Clause);
    public INode? Other => doubt.Other is { } other ? scope.Node(other) : null;
}
