using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

/// <summary>Plan: the record, and how it stands on the scope's day. Other capabilities' fields are in their own folders.</summary>
public sealed class PlanNode(PlanOnDay plan, Scope scope) : RecordNode<Plan>(plan.Plan, scope)
{
    internal PlanOnDay OnDay { get; } = plan;

    public string Code => Row.Code;
    public string Title => Row.Title;
    public PlanKind Kind => Row.Kind;
    public PlanTier Tier => Row.Tier;
    public Horizon Horizon => Row.Horizon;
    public int? VisionYear => Row.VisionYear;
    public AgencyNode? LeadAgency => Scope.Agency(Row.LeadAgency);
    public AgencyNode? LeadAgencyOnDay => Scope.Agency(OnDay.LeadAgency);
    public bool IsOwn => Scope.IsTheirs(OnDay.Key);
    public IReadOnlyList<AgencyNode>? CoLeadAgencies => Scope.Agencies(Row.CoLeadAgencies);
    public PartialDate? LeadFrom => Row.LeadFrom;
    public ApprovalLevel? ApprovalLevel => Row.ApprovalLevel;
    public AgencyNode? Approver => Scope.Agency(Row.Approver);
    public AgencyNode? ApproverOnDay => Scope.Agency(OnDay.Approver);
    public Importance Importance => Row.Importance;
    public Secrecy Secrecy => Row.Secrecy;
    public bool? DailyWork => Row.DailyWork;
    public bool? MunicipalFiling => Row.MunicipalFiling;
    public string? Field => Row.Field;
    public RegionClass? RegionClass => Row.RegionClass;
    public IReadOnlyList<string>? Areas => Row.Areas;
    public IReadOnlyList<string>? ExternalIds => Row.ExternalIds;
    public PlanStatus Status => OnDay.Status;
    public PartialDate? StatusSince => OnDay.StatusSince is { } day ? day : null;
    public ActNode? StatusAct => OnDay.StatusAct is { } act ? new ActNode(act, Scope) : null;
    public Light? Light => Scope.Judgement.LightOf(OnDay);
    public PlanListing Listing => OnDay.Directory.Listing;
    public bool Exempted => Listing == PlanListing.Unlisted
        && ExemptionOnDay.On(OnDay).Any(e => e.IsEntitled && e.Covers(RuleBook.Money.Listing));
    public DirectoryEntryNode? DirectoryEntry => OnDay.Entry is { } entry ? new DirectoryEntryNode(entry, Scope) : null;
    public IReadOnlyList<ExemptionNode> Exemptions =>
        [.. ExemptionOnDay.On(OnDay).Select(e => new ExemptionNode(e.Exemption, Scope))];
}
