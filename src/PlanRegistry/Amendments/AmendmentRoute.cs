using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>
/// 003 三、(五): a plan is amended by its original approval procedure; a development plan after an evaluation, on the government's proposal,
/// with the Party committee's consent, by the standing committee.
/// </summary>
public sealed class AmendmentRoute
{
    private readonly PlanOnDay plan;
    private readonly int version;
    private readonly List<Act> acts;

    public AmendmentRoute(PlanOnDay plan, int version)
    {
        (this.plan, this.version) = (plan, version);
        acts = [.. plan.ActsAbout(ActAbout.Amendment).Where(a => a.Version == version)];
        Amendment = plan.Snapshot.View.AmendmentsOf[plan.Key].FirstOrDefault(a => a.Version == version && a.ProposedOn.Last <= plan.AsOf);
        Approvals = [.. acts.Where(a => TargetSet.IsAmendmentApproval(plan.Kind, a.Type))];
    }

    public Amendment? Amendment { get; }

    /// <summary>Every act that approves the version, in order.</summary>
    public IReadOnlyList<Act> Approvals { get; }

    public Act? Approval => Approvals.Count > 0 ? Approvals[0] : null;

    public bool IsPublished => acts.Any(a => a.Type is ActType.Published or ActType.Issued);

    /// <summary>
    /// What is missing before approveAmendment may write the approval. Steps
    /// left open count as missing: a step not yet taken can wait for the record.
    /// </summary>
    public static IReadOnlyList<RouteStep> Missing(RegistryView view, Plan plan, int version, DateOnly day) =>
        new Snapshot(view, day).Plan(plan.Key) is { } onDay ? Missing(new AmendmentRoute(onDay, version), day) : [];

    private static IReadOnlyList<RouteStep> Missing(AmendmentRoute route, DateOnly day) =>
        [.. route.StepsBefore(day).Prepend(route.Proposed()).DistinctBy(s => s.Name).Where(s => s.Taken != true)];

    /// <summary>The last version that is recorded, as a proposal or by its targets; 1 where nothing else is.</summary>
    public static int LastVersionOf(RegistryView view, Key<Plan> plan) =>
        view.AmendmentsOf[plan].Select(a => a.Version).Concat(view.TargetsOf[plan].Select(t => t.Version)).Append(1).Max();

    /// <summary>The body that approved the plan and so approves its amendments; for a development plan the standing committee.</summary>
    public static Agency? ApproverOf(PlanOnDay plan) =>
        plan.Kind == PlanKind.Development ? plan.Snapshot.Agency(AgencyRole.StandingCommittee) : plan.Approver;

    /// <summary>The steps owed before an approval on the day.</summary>
    public IEnumerable<RouteStep> StepsBefore(PartialDate approval) =>
        plan.Kind == PlanKind.Development
            ? [Evaluated(), ProposedByTheGovernment(approval), PartyConsented(new Text("区委同意", "the Party committee's consent"), approval)]
            : [Proposed(), .. OriginalPartyStep(approval)];

    /// <summary>The steps before an approval on the day that are not surely taken, and that an act would take; a report first.</summary>
    public IReadOnlyList<RouteStep> ToTake(DateOnly day) =>
        [.. StepsBefore(day).Where(s => s is { Taken: not true, Way: not null })
            .OrderByDescending(s => s.Way!.Value.Type == ActType.Reported)];

    /// <summary>Whose act of that type it is, where the amendment asks for one.</summary>
    public Agency? TakerOf(ActType type) => type == ActType.AmendmentApproved ? ApproverOf(plan) ?? plan.Approver
        : StepsBefore(plan.AsOf.Unwatched).FirstOrDefault(s => s.Way?.Type == type)?.Way?.Taker;

    /// <summary>The act as it would be recorded: a report is of the plan, every other step of the version.</summary>
    public Act Taking(ActType type, DateOnly on, string code)
    {
        var isReport = type == ActType.Reported;
        return new Act
        {
            Home = plan.Plan.Home, Code = code, Plan = plan.Key, Type = type, On = on, Agency = TakerOf(type)?.Key,
            About = isReport ? ActAbout.Plan : ActAbout.Amendment, Version = isReport ? null : version,
        };
    }

    public RouteStep Proposed() => new(new Text("调整修订方案", "a recorded amendment"), Amendment is not null);

    private RouteStep Evaluated()
    {
        var proposed = Amendment?.ProposedOn ?? acts.FirstOrDefault(a => a.Type == ActType.AmendmentProposed)?.On ?? Approval?.On;
        var name = new Text("调整前的评估报告", "an evaluation reported before the proposal");
        return Latest(name, plan.Acts.Where(a => a.Type == ActType.Reported), a => proposed is { } day ? a.On.IsBefore(day) : true)
            with { Way = (ActType.Reported, plan.LeadAgency) };
    }

    private RouteStep ProposedByTheGovernment(PartialDate approval) =>
        Latest(new Text("区政府提出调整修订建议", "the government's proposal"), acts.Where(a => a.Type == ActType.AmendmentProposed),
            a => And(IsEntitled(Matter.AmendmentProposal, a), NotAfter(a, approval)))
            with { Way = (ActType.AmendmentProposed, plan.Snapshot.Agency(AgencyRole.Government)) };

    /// <summary>Where the plan itself went to the Party committee, its amendments do too.</summary>
    private IEnumerable<RouteStep> OriginalPartyStep(PartialDate approval) =>
        plan.History.Acts.Any(a => a.Counts && a.About == ActAbout.Plan && a.Type is ActType.PartyReviewed or ActType.PartyAgreed)
            ? [PartyConsented(new Text("区委审定", "the Party committee's review"), approval)]
            : [];

    private RouteStep PartyConsented(Text name, PartialDate approval) =>
        Latest(name, acts.Where(a => a.Type is ActType.PartyAgreed or ActType.PartyReviewed),
            a => And(IsEntitled(Matter.PartyConsent, a), NotAfter(a, approval)))
            with { Way = (ActType.PartyAgreed, plan.Snapshot.Agency(AgencyRole.PartyCommittee)) };

    /// <summary>The act that says yes; else one that may; else no.</summary>
    private static RouteStep Latest(Text name, IEnumerable<Act> candidates, Func<Act, bool?> fits)
    {
        var judged = candidates.Select(a => (Act: a, Fits: fits(a)))
            .Where(c => c.Fits != false).OrderByDescending(c => c.Fits == true).ToList();
        return judged.Count > 0 ? new RouteStep(name, judged[0].Fits, judged[0].Act) : new RouteStep(name, false);
    }

    private static bool? NotAfter(Act act, PartialDate day) => act.On == day ? true : act.On.IsAfter(day) is { } after ? !after : null;

    /// <summary>Null where it is open whether who acted may.</summary>
    private bool? IsEntitled(Matter matter, Act act) => Entitlement.Of(plan.Snapshot.View, matter, act).Answer;

    private static bool? And(bool? left, bool? right) =>
        left == false || right == false ? false : left is null || right is null ? null : true;
}
