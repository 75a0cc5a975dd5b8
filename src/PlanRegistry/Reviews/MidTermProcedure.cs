using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>
/// What follows the mid-term report of a development plan: examined by the government, then deliberated by the standing
/// committee (003 三、(五); 监督法 第二十三条); a report from 2026-03-12 on with the Party committee's consent before it (国家发展规划法 第三十条).
/// </summary>
public sealed class MidTermProcedure
{
    private readonly PlanOnDay plan;
    private readonly Act report;

    public MidTermProcedure(PlanOnDay plan, Act report)
    {
        (this.plan, this.report) = (plan, report);
        Examined = Taken(ActType.GovernmentExamined).FirstOrDefault();
        Agreed = Taken(ActType.PartyAgreed).FirstOrDefault();
        // The last: a committee that sat too early may sit again.
        Deliberated = Taken(ActType.StandingCommitteeDeliberated).LastOrDefault();
        var (policy, reported) = (plan.Snapshot.Policy, report.On.Last);
        Deadline = LaterOf(
            policy.Of(PolicyKeys.MidTermStepsDue, reported, plan.Kind).In(MidTermYear),
            reported.AddDays(policy.Of(PolicyKeys.MidTermStepsDays, reported, plan.Kind)));
        FollowUp = MidTermFollowUp.Of(plan, report, Deliberated);
        Faults = [.. new MidTermFaults(plan, report, this).All];
    }

    public DateOnly ReportedOn => report.On.Last;

    public Act? Examined { get; }
    public Act? Agreed { get; }
    public Act? Deliberated { get; }

    /// <summary>The later of review.mid_term.steps.due in the mid-term year and review.mid_term.steps.days after the report.</summary>
    public DateOnly Deadline { get; }

    public bool IsPastDeadline => plan.AsOf > Deadline && !(Deadline >= plan.EndedOn);

    public IReadOnlyList<ProcedureFault> Faults { get; }

    /// <summary>What the standing committee's opinions ask for afterwards; null where that is not owed.</summary>
    public MidTermFollowUp? FollowUp { get; }

    public IReadOnlyList<ProcedureFault> Failures => [.. Faults.Where(f => f.Verdict == Verdict.Fail)];

    public bool IsBroken => Failures.Count > 0;

    /// <summary>
    /// The law asks for the consent only by reference (参照): lacking nothing else is less than lacking a step of the notice.
    /// </summary>
    public bool LacksConsentOnly => IsBroken && Failures.All(f => f.Step == ActType.PartyAgreed);

    public bool IsOpen => !IsBroken && Faults.Count > 0;

    /// <summary>What is missing lies before the registry kept records: a matter for the archive.</summary>
    public bool IsNotRecorded => IsPastDeadline && Deadline < plan.Snapshot.RecordsFrom && (Examined is null || Deliberated is null);

    public IEnumerable<Act> Recorded => new[] { Examined, Agreed, Deliberated }.OfType<Act>();

    /// <summary>Who examined or deliberated a report has received it, whatever the cell of its recipients says.</summary>
    public bool ShowsReceiptBy(Addressee addressee) =>
        (addressee.Role == AgencyRole.Government && Examined is not null)
            || (addressee.Role == AgencyRole.StandingCommittee && Deliberated is not null);

    /// <summary>Why it is open whether a recorded act was that step; null where none is in doubt.</summary>
    public Text? DoubtAbout(ActType step) => Steps(step).Select(a => WordOf(step, a)).FirstOrDefault(w => w.IsOpen)?.Why;

    /// <summary>Whose step it is.</summary>
    public Addressee TakerOf(ActType step) => Addressee.Of(plan.Snapshot, step switch
    {
        ActType.GovernmentExamined => AgencyRole.Government,
        ActType.PartyAgreed => AgencyRole.PartyCommittee,
        _ => AgencyRole.StandingCommittee,
    });

    private int MidTermYear => plan.ReviewDuties.FirstOrDefault(d => d.Kind == ReviewKind.MidTerm)?.Year ?? report.Year ?? report.On.Year;

    /// <summary>The law speaks of reports made under it: true, false, or null when the report's day is too roughly recorded.</summary>
    public bool? NeedsConsent => !report.On.IsBefore(Law.From(plan.Snapshot.View, Law.Planning, Obliged.MidTermSteps));

    /// <summary>By those whose step it is; where the row names nobody, its type says whose act it was.</summary>
    private IEnumerable<Act> Taken(ActType step) => Steps(step).Where(a => !a.Agencies.Any() || WordOf(step, a).IsGiven);

    private IEnumerable<Act> Steps(ActType step) => plan.History.Acts.Where(a =>
        a.About == ActAbout.MidTerm && (a.Type == step || a.Type == ApprovalFor(step)) && a.Counts && a.On.First <= plan.AsOf
        && (a.Year is null || report.Year is null || a.Year == report.Year));

    private Entitlement WordOf(ActType step, Act act) => Entitlement.Of(plan.Snapshot.View, step switch
    {
        ActType.GovernmentExamined => Matter.MidTermExamination,
        ActType.PartyAgreed => Matter.PartyConsent,
        _ => Matter.MidTermDeliberation,
    }, act);

    /// <summary>What says more than the step: who approves a report has examined it.</summary>
    private static ActType ApprovalFor(ActType step) => step switch
    {
        ActType.GovernmentExamined => ActType.GovernmentApproved,
        ActType.PartyAgreed => ActType.PartyReviewed,
        _ => ActType.StandingCommitteeApproved,
    };

    internal static DateOnly LaterOf(DateOnly one, DateOnly other) => one > other ? one : other;
}
