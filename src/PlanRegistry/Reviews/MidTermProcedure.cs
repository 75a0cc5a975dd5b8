using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>
/// What follows the mid-term report of a development plan: examined by the government, then deliberated by the standing committee (003 三、(五);
/// 监督法 第二十三条); a report from 2026-03-12 on with the Party committee's consent before it (国家发展规划法 第三十条).
/// </summary>
public sealed class MidTermProcedure
{
    public static readonly DateOnly PlanningLawFrom = new(2026, 3, 12);

    /// <summary>本系统默认: the texts set no day.</summary>
    private const int DaysForAllSteps = 60;

    private readonly PlanOnDay plan;
    private readonly Act report;

    public MidTermProcedure(PlanOnDay plan, Act report)
    {
        (this.plan, this.report) = (plan, report);
        Examined = Steps(ActType.GovernmentExamined, ActType.GovernmentApproved).FirstOrDefault();
        Agreed = Steps(ActType.PartyAgreed, ActType.PartyReviewed).FirstOrDefault();
        // The last: a committee that sat too early may sit again.
        Deliberated = Steps(ActType.StandingCommitteeDeliberated, ActType.StandingCommitteeApproved).LastOrDefault();
        Deadline = LaterOf(new DateOnly(MidTermYear, 12, 31), report.On.Last.AddDays(DaysForAllSteps));
        Faults = [.. Order().Concat(Consent()).Concat(MissingSteps())];
    }

    public Act? Examined { get; }
    public Act? Agreed { get; }
    public Act? Deliberated { get; }

    /// <summary>The later of 12-31 of the mid-term year and 60 days after the report.</summary>
    public DateOnly Deadline { get; }

    public bool IsPastDeadline => plan.AsOf > Deadline;

    public IReadOnlyList<ProcedureFault> Faults { get; }

    public IReadOnlyList<ProcedureFault> Failures => [.. Faults.Where(f => f.Verdict == Verdict.Fail)];

    public bool IsBroken => Failures.Count > 0;

    /// <summary>The law asks for the consent only by reference (参照): lacking nothing else is less than lacking a step of the notice.</summary>
    public bool LacksConsentOnly => IsBroken && Failures.All(f => f.Step == ActType.PartyAgreed);

    public bool IsOpen => !IsBroken && Faults.Count > 0;

    /// <summary>What is missing lies before the registry kept records: a matter for the archive.</summary>
    public bool IsNotRecorded => IsPastDeadline && Deadline < plan.Snapshot.RecordsFrom && (Examined is null || Deliberated is null);

    public IEnumerable<Act> Recorded => new[] { Examined, Agreed, Deliberated }.OfType<Act>();

    /// <summary>Who examined or deliberated a report has received it, whatever the cell of its recipients says.</summary>
    public bool ShowsReceiptBy(Addressee addressee) =>
        (addressee.Role == AgencyRole.Government && Examined is not null) || (addressee.Role == AgencyRole.StandingCommittee && Deliberated is not null);

    /// <summary>Whose step it is.</summary>
    public Addressee TakerOf(ActType step) => Addressee.Of(plan.Snapshot, step switch
    {
        ActType.GovernmentExamined => AgencyRole.Government,
        ActType.PartyAgreed => AgencyRole.PartyCommittee,
        _ => AgencyRole.StandingCommittee,
    });

    private int MidTermYear => plan.ReviewDuties.FirstOrDefault(d => d.Kind == ReviewKind.MidTerm)?.Year ?? report.Year ?? report.On.Year;

    /// <summary>The law speaks of reports made under it: true, false, or null when the report's day is too roughly recorded.</summary>
    private bool? NeedsConsent => !report.On.IsBefore(PlanningLawFrom);

    private IEnumerable<Act> Steps(params ActType[] types) => plan.History.Acts.Where(a =>
        a.About == ActAbout.MidTerm && types.Contains(a.Type) && a.Counts && a.On.First <= plan.AsOf
        && (a.Year is null || report.Year is null || a.Year == report.Year));

    private IEnumerable<ProcedureFault> Order()
    {
        if (Examined is { } examined && Deliberated is { } deliberated && deliberated.On.IsBefore(examined.On) is not false)
        {
            yield return deliberated.On.IsBefore(examined.On) is true
                ? new(Verdict.Fail, ActType.GovernmentExamined, LaterOf(examined.On.Last, deliberated.On.Last), new Text(
                    $"{Committee.Zh}{deliberated.On}审议在前,{Government.Zh}{examined.On}审定在后",
                    $"{Committee.En} deliberated on {deliberated.On}, before {Government.En} examined it on {examined.On}"))
                : new(Verdict.Unknown, ActType.GovernmentExamined, Deadline, new Text(
                    $"{Government.Zh}审定({examined.On})与{Committee.Zh}审议({deliberated.On})的先后无法判定",
                    $"the order of the examination ({examined.On}) and the deliberation ({deliberated.On}) is open"));
        }
    }

    private IEnumerable<ProcedureFault> Consent()
    {
        if (NeedsConsent is false || Agreed is not { } agreed || Deliberated is not { } deliberated || deliberated.On.IsBefore(agreed.On) is false)
        {
            yield break;
        }
        yield return NeedsConsent is true && deliberated.On.IsBefore(agreed.On) is true
            ? new(Verdict.Fail, ActType.PartyAgreed, LaterOf(agreed.On.Last, deliberated.On.Last), new Text(
                $"{Committee.Zh}{deliberated.On}审议在前,{Party.Zh}{agreed.On}同意在后",
                $"{Committee.En} deliberated on {deliberated.On}, before {Party.En} agreed on {agreed.On}"))
            : new(Verdict.Unknown, ActType.PartyAgreed, Deadline, new Text(
                $"{Party.Zh}同意({agreed.On})与{Committee.Zh}审议({deliberated.On})的先后无法判定",
                $"the order of the consent ({agreed.On}) and the deliberation ({deliberated.On}) is open"));
    }

    private IEnumerable<ProcedureFault> MissingSteps()
    {
        if (!IsPastDeadline || Deadline < plan.Snapshot.RecordsFrom)
        {
            yield break;
        }
        var since = Deadline.AddDays(1);
        if (Examined is null)
        {
            yield return new(Verdict.Fail, ActType.GovernmentExamined, since, new Text($"未见{Government.Zh}审定记录", $"no examination by {Government.En} is recorded"), IsMissing: true);
        }
        if (Agreed is null && NeedsConsent is not false)
        {
            yield return NeedsConsent is true
                ? new(Verdict.Fail, ActType.PartyAgreed, since, new Text($"未见{Party.Zh}同意记录", $"no consent of {Party.En} is recorded"), IsMissing: true)
                : new(Verdict.Unknown, ActType.PartyAgreed, since, new Text(
                    $"报告日期({report.On})不够具体,无法判定审议前是否须经{Party.Zh}同意",
                    $"the day of the report ({report.On}) is too rough to say whether it needs the consent of {Party.En}"));
        }
        if (Deliberated is null)
        {
            yield return new(Verdict.Fail, ActType.StandingCommitteeDeliberated, since,
                new Text($"未见{Committee.Zh}审议记录", $"no deliberation by {Committee.En} is recorded"), IsMissing: true);
        }
    }

    private Text Government => TakerOf(ActType.GovernmentExamined).Name;

    private Text Party => TakerOf(ActType.PartyAgreed).Name;

    private Text Committee => TakerOf(ActType.StandingCommitteeDeliberated).Name;

    private static DateOnly LaterOf(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>A step of the procedure that is missing, or out of order (surely, or as far as the recorded days tell).</summary>
public sealed record ProcedureFault(Verdict Verdict, ActType Step, DateOnly Since, Text Text, bool IsMissing = false);
