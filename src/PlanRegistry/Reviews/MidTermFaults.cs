using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>A step of the mid-term procedure that is missing, or out of order (surely, or as far as the recorded days tell).</summary>
public sealed record ProcedureFault(Verdict Verdict, ActType Step, DateOnly Since, Text Text, bool IsMissing = false);

/// <summary>What is wrong with the steps after a mid-term report: a wrong order at once, a missing step when its time is over.</summary>
internal sealed class MidTermFaults(PlanOnDay plan, Act report, MidTermProcedure steps)
{
    public IEnumerable<ProcedureFault> All => Order().Concat(Consent()).Concat(MissingSteps());

    private IEnumerable<ProcedureFault> Order()
    {
        if (steps.Examined is { } examined && steps.Deliberated is { } deliberated && deliberated.On.IsBefore(examined.On) is not false)
        {
            yield return deliberated.On.IsBefore(examined.On) is true
                ? new(Verdict.Fail, ActType.GovernmentExamined, SinceBoth(examined, deliberated), new Text(
                    $"{Committee.Zh}{deliberated.On.InWords().Zh}审议在前，{Government.Zh}{examined.On.InWords().Zh}审定在后",
                    $"{Committee.En} deliberated on {deliberated.On}, before {Government.En} examined it on {examined.On}"))
                : new(Verdict.Unknown, ActType.GovernmentExamined, steps.Deadline, new Text(
                    $"{Government.Zh}审定（{examined.On.InWords().Zh}）与{Committee.Zh}审议（{deliberated.On.InWords().Zh}）的先后无法判定",
                    $"the order of the examination ({examined.On}) and the deliberation ({deliberated.On}) is open"));
        }
    }

    private IEnumerable<ProcedureFault> Consent()
    {
        if (steps.NeedsConsent is false || steps.Agreed is not { } agreed
            || steps.Deliberated is not { } deliberated || deliberated.On.IsBefore(agreed.On) is false)
        {
            yield break;
        }
        yield return steps.NeedsConsent is null ? NeedOfConsentIsOpen(steps.Deadline)
            : deliberated.On.IsBefore(agreed.On) is true ? new(Verdict.Fail, ActType.PartyAgreed, SinceBoth(agreed, deliberated), new Text(
                $"{Committee.Zh}{deliberated.On.InWords().Zh}审议在前，{Party.Zh}{agreed.On.InWords().Zh}同意在后",
                $"{Committee.En} deliberated on {deliberated.On}, before {Party.En} agreed on {agreed.On}"))
            : new(Verdict.Unknown, ActType.PartyAgreed, steps.Deadline, new Text(
                $"{Party.Zh}同意（{agreed.On.InWords().Zh}）与{Committee.Zh}审议（{deliberated.On.InWords().Zh}）的先后无法判定",
                $"the order of the consent ({agreed.On}) and the deliberation ({deliberated.On}) is open"));
    }

    private IEnumerable<ProcedureFault> MissingSteps()
    {
        if (!steps.IsPastDeadline || steps.Deadline < plan.Snapshot.RecordsFrom)
        {
            yield break;
        }
        var since = steps.Deadline.AddDays(1);
        if (steps.Examined is null)
        {
            yield return Missing(ActType.GovernmentExamined, new($"{Government.Zh}审定", $"examination by {Government.En}"), since);
        }
        if (steps.Agreed is null && steps.NeedsConsent is not false)
        {
            yield return steps.NeedsConsent is true
                ? Missing(ActType.PartyAgreed, new($"{Party.Zh}同意", $"consent of {Party.En}"), since)
                : NeedOfConsentIsOpen(since);
        }
        if (steps.Deliberated is null)
        {
            yield return Missing(ActType.StandingCommitteeDeliberated,
                new($"{Committee.Zh}审议", $"deliberation by {Committee.En}"), since);
        }
    }

    /// <summary>Nothing is recorded of it, or something of which it is open whose word it was.</summary>
    private ProcedureFault Missing(ActType step, Text name, DateOnly since) => steps.DoubtAbout(step) is { } why
        ? new(Verdict.Unknown, step, since, new Text($"{name.Zh}的记录待核实（{why.Zh}）", $"the {name.En} is to be checked ({why.En})"))
        : new(Verdict.Fail, step, since, new Text($"未见{name.Zh}记录", $"no {name.En} is recorded"), IsMissing: true);

    /// <summary>Since both are there; a month not yet over counts from today.</summary>
    private DateOnly SinceBoth(Act one, Act other)
    {
        var later = MidTermProcedure.LaterOf(one.On.Last, other.On.Last);
        return later <= plan.AsOf ? later : plan.AsOf.Day;
    }

    private ProcedureFault NeedOfConsentIsOpen(DateOnly since) => new(Verdict.Unknown, ActType.PartyAgreed, since, new Text(
        $"报告日期（{report.On.InWords().Zh}）不够具体，无法判定审议前是否须经{Party.Zh}同意",
        $"the day of the report ({report.On}) is too rough to say whether it needs the consent of {Party.En}"));

    private Text Government => steps.TakerOf(ActType.GovernmentExamined).Name;

    private Text Party => steps.TakerOf(ActType.PartyAgreed).Name;

    private Text Committee => steps.TakerOf(ActType.StandingCommitteeDeliberated).Name;
}
