using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>A version from 2 on of an approved plan, with how it came about.</summary>
public sealed class AmendedVersion : IFact
{
    private readonly List<RouteStep> steps;

    private AmendedVersion(PlanOnDay plan, int version)
    {
        (Of, Version) = (plan, version);
        Route = new AmendmentRoute(plan, version);
        steps = [.. Steps()];
    }

    public PlanOnDay Of { get; }
    public int Version { get; }
    public AmendmentRoute Route { get; }
    public Key<Plan> Plan => Of.Key;
    public Act? Approval => Route.Approval;
    public bool IsApproved => Approval is not null;

    /// <summary>
    /// Proposed and neither approved, published nor overtaken by a later approved version: a draft, which changes nothing yet.
    /// </summary>
    public bool IsPending { get; private init; }

    public IReadOnlyList<RouteStep> Missing => [.. steps.Where(s => s.Taken == false)];
    public IReadOnlyList<RouteStep> Open => [.. steps.Where(s => s.Taken is null)];
    public bool IsBroken => Missing.Count > 0;
    public bool IsUnknown => Missing.Count == 0 && Open.Count > 0;
    public IEnumerable<Act> Taken => steps.Select(s => s.Act).OfType<Act>();

    /// <summary>The congress itself approved, more than 003 asks for; the standing committee did not.</summary>
    public bool IsApprovedByTheCongress =>
        Route.Approvals.Any(a => By(a, ActType.CongressApproved, AgencyRole.Congress) is true)
            && !Route.Approvals.Any(a => IsByTheStandingCommittee(a) is true);

    /// <summary>The day of the approval, else the one on which the targets now changed were approved.</summary>
    public DateOnly Since => (Approval?.On ?? Of.History.ApprovedOn ?? Of.History.PublishedOn)?.Last ?? Of.AsOf.Day;

    public RecordId Id => new("amended_versions", Of.Plan.Home, $"{Plan}@{Version}");

    public FactLine Say() => new("AmendedVersion", Route.Amendment?.Id, new Text(
        $"{Of.Named.Zh}第{Version}版{(Approval is { } a ? $"（{a.On.InWords().Zh}批准）" : "（未批准）")}",
        $"version {Version} of {Of.Title} ({(Approval is { } b ? $"approved {b.On}" : "not approved")})"));

    /// <summary>Versions of an approved plan that any target, amendment or act about an amendment names.</summary>
    public static IEnumerable<AmendedVersion> On(PlanOnDay plan) =>
        plan.Exists && (plan.IsApproved || plan.IsPublished) ? VersionsOf(plan) : [];

    /// <summary>
    /// Of a plan of the district: the versions that lack a step of their way, and so have no effect. One that may have it all is no such.
    /// </summary>
    public static IReadOnlySet<int> Void(PlanOnDay plan) =>
        plan is { IsOwn: true, Tier: PlanTier.District } && (plan.IsApproved || plan.IsPublished)
            ? VersionsOf(plan).Where(v => !v.IsPending && v.IsBroken).Select(v => v.Version).ToHashSet()
            : new HashSet<int>();

    private static IEnumerable<AmendedVersion> VersionsOf(PlanOnDay plan)
    {
        var view = plan.Snapshot.View;
        var approved = TargetSet.VersionApprovals(plan.History).Where(a => a.On.Last <= plan.AsOf).Select(a => a.Version).ToList();
        var named = view.TargetsOf[plan.Key].Select(t => t.Version)
            .Concat(view.AmendmentsOf[plan.Key].Where(a => a.ProposedOn.Last <= plan.AsOf).Select(a => a.Version))
            .Concat(plan.ActsAbout(ActAbout.Amendment).Select(a => a.Version ?? 0));
        foreach (var number in named.Where(v => v > 1).Distinct().Order())
        {
            var version = new AmendedVersion(plan, number);
            var isDraft = version.Route.Amendment is not null || IsStillToBeProposed(plan, number);
            yield return new AmendedVersion(plan, number)
            {
                IsPending = isDraft && !version.IsApproved && !version.Route.IsPublished && !approved.Any(v => v > number),
            };
        }
    }

    private static bool IsStillToBeProposed(PlanOnDay plan, int version) =>
        plan.Snapshot.View.AmendmentsOf[plan.Key].Any(a => a.Version == version && a.ProposedOn.Last > plan.AsOf);

    private IEnumerable<RouteStep> Steps()
    {
        // No act that is known by the day is after it, whichever day that is.
        var approvedOn = Approval?.On ?? Of.AsOf.Unwatched;
        return Of.Kind == PlanKind.Development
            ? [.. Route.StepsBefore(approvedOn), ApprovedByTheStandingCommittee()]
            : [.. Route.StepsBefore(approvedOn), ApprovedByTheOriginalApprover()];
    }

    private RouteStep ApprovedByTheStandingCommittee() =>
        new(new Text("区人大常委会批准", "the standing committee's approval"),
            IsApprovedByTheCongress ? true : Answers.Any(Route.Approvals.SelectMany(
                a => new[] { IsByTheStandingCommittee(a), By(a, ActType.CongressApproved, AgencyRole.Congress) })))
            { Way = (ActType.AmendmentApproved, AmendmentRoute.ApproverOf(Of)) };

    /// <summary>Open when nobody recorded who approved the plan, or who approved its amendment.</summary>
    private RouteStep ApprovedByTheOriginalApprover()
    {
        var original = AmendmentRoute.ApproverOf(Of);
        var name = original is null
            ? new Text("原审批主体批准", "the original approver's approval")
            : new Text($"原审批主体（{original.Name}）批准", $"the approval of the original approver, {original.Name}");
        return new RouteStep(name, Approval is null ? false
            : original is null || Of.History.Approval is null ? null
            : Answers.Any(Route.Approvals.Select(IsEntitled))) { Way = (ActType.AmendmentApproved, original) };
    }

    private bool? IsByTheStandingCommittee(Act act) => By(act, ActType.StandingCommitteeApproved, AgencyRole.StandingCommittee);

    /// <summary>By that body, in its own act or one that says only that the amendment was approved; null where that is open.</summary>
    private bool? By(Act act, ActType own, AgencyRole role) =>
        act.Type != own && act.Type != ActType.AmendmentApproved ? false
        : Entitlement.By(Of.Snapshot.View, [Body.Of(role)], act).Answer;

    private bool? IsEntitled(Act act) => Entitlement.Of(Of.Snapshot.View, Matter.AmendmentApproval, act).Answer;
}
