using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Implementation;
using PlanRegistry.Records;
using PlanRegistry.Rectification;

namespace PlanRegistry.Reviews;

/// <summary>
/// 年度监测分析、中期评估、总结评估、公布实施进展、随上位规划调整、问题、交办的问题、任务进展；答复征求意见、办理意见、复核异议、提出清单意见、出具衔接意见、处理申报、补正申报；
/// 审定审议中期评估报告、办理审议意见、备案、分解落实、纳入实施方案、设置年度目标、录入监测值、登记政府投资年度计划；公开征求意见、处理争议、专家意见、复核核验单、
/// 例外情形到期.
/// </summary>
public enum DutyKind
{
    Annual, MidTerm, Final, Disclosure, Amendment, Finding, HandedOut, TaskProgress,
    Reply, OpinionHandling, ObjectionReview, ListOpinion, AlignmentOpinion, Application, ApplicationReturned,
    MidTermStep, MidTermFollowUp, Filing, Decomposition, ImplementationScheme, AnnualTargets, Reading, InvestmentPlan,
    PublicConsultation, Dispute, ExpertOpinion, CertificateReview, ExemptionEnding,
}

/// <summary>待办事项: one thing that an agency still owes on the day, from wherever it comes.</summary>
public sealed record OwedDuty
{
    public required DutyKind Kind { get; init; }

    /// <summary>Told apart from every other that is owed.</summary>
    public required string Id { get; init; }

    /// <summary>Null of a finding about a list or several plans, and of an application.</summary>
    public Key<Plan>? Plan { get; init; }
    public int? Year { get; init; }
    public required DateOnly Due { get; init; }
    public required DutyState State { get; init; }

    /// <summary>Where no text sets a day, the one to go by; once it is past the duty stands under the day that is asked about.</summary>
    public DateOnly? Reference { get; init; }

    /// <summary>It is due on no day, and late by none.</summary>
    public bool IsUndated => Reference < Due;

    public Agency? Agency { get; init; }
    public required Func<Text> Reason { get; init; }
    public Func<IReadOnlyList<Text>> Missing { get; init; } = () => [];

    /// <summary>The round, opinion, application, alignment opinion or whatever else is waited for.</summary>
    public Record? About { get; init; }

    /// <summary>The act that is missing, where that is one of several after what it is about.</summary>
    public ActType? Step { get; init; }

    /// <summary>Whose it is by name, where the records name a person; else it is the agency's.</summary>
    public string? Person { get; init; }

    /// <summary>The account that must leave it to another, by its id.</summary>
    public string? NotBy { get; init; }

    /// <summary>The due day beside the working days.</summary>
    public DueDay DaySeenOn(AsOfDay asOf) => new(Due, asOf.Unwatched);

    /// <summary>The finding that it is, or that says that it is overdue.</summary>
    public Finding? Finding { get; init; }

    /// <summary>
    /// What is not done yet, by due day; of a plan that has ended nobody owes reports any more, and of one past its horizon a disclosure
    /// only where it was overdue by then, as PUB-001 has it. A finding that only says that a duty is overdue is that duty's, and is owed
    /// once. What was handed out is owed by who got it, and by nobody as a finding; a duty that it is told of is told with it. A step with
    /// a day of its own is owed until then; afterwards only where a rule says that it was missed, for silence is no guilt.
    /// </summary>
    public static IEnumerable<OwedDuty> Of(Snapshot snapshot, IEnumerable<PlanOnDay> plans, IEnumerable<Finding> findings)
    {
        var duties = plans.Where(p => !p.HasEnded)
            .SelectMany(p => p.ReviewDuties.Select(Of).Concat(p.DisclosureDuties.Where(d => p.Owed(d.Due)).Select(Of))
                .Concat(AmendmentDuties.Of(p).Select(Of)).Concat(ProgressDuty.On(p).Select(Of)))
            .Where(d => d.State is DutyState.Upcoming or DutyState.DueSoon or DutyState.Overdue).ToList();
        var all = findings.Where(f => !f.IsConfirmed).ToList();
        var handed = all.Select(f => Of(snapshot, f, HandOuts.Of(snapshot.View, f.Key, snapshot.AsOf))).OfType<OwedDuty>().ToList();
        var open = all.Where(f => f is { Due: not null, Urgency: not null }).ToList();
        var told = open.SelectMany(f => f.Facts, (f, fact) => (Key: (f.Plan, f.AsJudged().Due, fact.Type), Finding: f))
            .ToLookup(t => t.Key, t => t.Finding);
        var owed = duties.Select(d => d.PutOff(told[(d.Plan, d.Due, d.Fact)].FirstOrDefault()))
            .Concat(DatedSteps.Of(plans).Select(s => s.Standing(open)).OfType<OwedDuty>()).ToList();
        owed.RemoveAll(d => d.By is { } what && snapshot.View.IsTriedOff(what, d.Due));
        // Of several that one finding tells each stays its own body's.
        foreach (var duty in owed.Where(d => d.Finding is not null).GroupBy(d => d.Finding!.Key).Where(g => g.Count() == 1)
            .Select(g => g.Single()).ToList())
        {
            if (handed.FindIndex(h => h.Finding == duty.Finding) is >= 0 and var at)
            {
                handed[at] = handed[at].Over(duty);
                owed.Remove(duty);
            }
        }
        return [.. owed, .. handed, .. open.Except(owed.Concat(handed).Select(d => d.Finding).OfType<Finding>()).Select(Of)];
    }

    /// <summary>What was handed out and is a duty by itself is owed once, and says both.</summary>
    private OwedDuty Over(OwedDuty duty) => this with
    {
        Year = duty.Year, About = duty.About, Step = duty.Step, Missing = duty.Missing,
        Reason = () => new(duty.Reason().Zh + Reason().Zh, $"{duty.Reason().En} {Reason().En}"),
    };

    /// <summary>With the finding that says that it is overdue; put off with it.</summary>
    internal OwedDuty PutOff(Finding? finding) => finding is { Waiver: not null, Due: { } until }
        ? this with { Finding = finding, Due = until, State = StateOf(finding.Urgency), Reason = () => finding.Sentence }
        : this with { Finding = finding };

    /// <summary>By which rule it is owed, and by no other; null of what is a finding's own, or was asked for.</summary>
    public Obliged? By => Kind switch
    {
        DutyKind.Annual => Obliged.AnnualReport,
        DutyKind.MidTerm => Obliged.MidTermReport,
        DutyKind.Final => Obliged.FinalReport,
        DutyKind.MidTermStep => Obliged.MidTermSteps,
        DutyKind.MidTermFollowUp => Obliged.MidTermFollowUp,
        DutyKind.Disclosure => Obliged.Disclosure,
        DutyKind.Amendment => Obliged.FollowingAnAmendment,
        DutyKind.Filing => Obliged.Filing,
        DutyKind.Decomposition => Obliged.Decomposition,
        DutyKind.ImplementationScheme => Obliged.Scheme,
        DutyKind.AnnualTargets => Obliged.AnnualTargets,
        DutyKind.Reading => Obliged.Readings,
        _ => null,
    };

    /// <summary>As a finding's facts name such a duty.</summary>
    private string Fact => Kind switch
    {
        DutyKind.Disclosure => nameof(DisclosureDuty),
        DutyKind.Amendment => nameof(AmendmentDuty),
        DutyKind.TaskProgress => nameof(ProgressDuty),
        _ => nameof(ReviewDuty),
    };

    private static OwedDuty Of(ReviewDuty duty) => new()
    {
        Kind = duty.Kind switch
        {
            ReviewKind.Annual => DutyKind.Annual,
            ReviewKind.MidTerm => DutyKind.MidTerm,
            _ => DutyKind.Final,
        },
        Id = duty.Id.ToString(), Plan = duty.Plan, Year = duty.Year, Due = duty.Due, State = duty.State, Agency = duty.Of.LeadAgency,
        Reason = () => duty.Reason, Missing = () => duty.Missing,
    };

    private static OwedDuty Of(DisclosureDuty duty) => new()
    {
        Kind = DutyKind.Disclosure,
        Id = duty.Id.ToString(), Plan = duty.Plan, Year = duty.Year, Due = duty.Due, State = duty.State, Agency = duty.Of.LeadAgency,
        Reason = () => duty.Reason,
    };

    private static OwedDuty Of(AmendmentDuty duty) => new()
    {
        Kind = DutyKind.Amendment,
        Id = duty.Id.ToString(), Plan = duty.Plan, Due = duty.Due, State = duty.State, Agency = duty.Of.LeadAgency,
        Reason = () => duty.Reason,
    };

    private static OwedDuty Of(ProgressDuty duty) => new()
    {
        Kind = DutyKind.TaskProgress,
        Id = duty.Id.ToString(), Plan = duty.Of.Key, Year = duty.Year, Due = duty.Due, State = duty.State, Agency = duty.Lead,
        Reason = () => duty.Reason, Missing = () => duty.Missing,
    };

    /// <summary>By the day that was said with it, else by the finding's own.</summary>
    private static OwedDuty? Of(Snapshot snapshot, Finding finding, HandOut? handed) =>
        handed is null || DueOf(finding, handed) is not { } due ? null : new()
        {
            Kind = DutyKind.HandedOut,
            Id = $"{nameof(DutyKind.HandedOut)}|{finding.Key}", Plan = finding.Plan, Due = due, Finding = finding,
            Agency = snapshot.Agency(handed.Agency), State = StateOf(DueDays.UrgencyOf(snapshot, due)),
            Reason = () => Told(finding, handed),
        };

    /// <summary>What is put off by leave is put off for who got it too.</summary>
    private static DateOnly? DueOf(Finding finding, HandOut handed) =>
        finding.Waiver is not null && finding.Due > handed.Due?.Last ? finding.Due : handed.Due?.Last ?? finding.Due;

    private static Text Told(Finding finding, HandOut handed)
    {
        var (day, word) = (handed.On.InWords(), handed.Word is { } said ? new Text($"交办意见：{said}", $" With the word: {said}") : "");
        return new Text($"{finding.Sentence.Zh}此事已于{day.Zh}交办。{word.Zh}",
            $"{finding.Sentence.En} This was handed out on {day.En}.{word.En}");
    }

    internal static DutyState StateOf(Urgency? urgency) => urgency switch
    {
        Urgency.Overdue => DutyState.Overdue,
        Urgency.DueSoon => DutyState.DueSoon,
        _ => DutyState.Upcoming,
    };

    private static OwedDuty Of(Finding finding) => new()
    {
        Kind = DutyKind.Finding,
        Id = finding.Key, Plan = finding.Plan, Due = finding.Due!.Value, Agency = finding.Responsible, Finding = finding,
        State = StateOf(finding.Urgency), Reason = () => finding.Sentence,
    };
}
