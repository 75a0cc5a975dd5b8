using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// Whether an act may be recorded now: what is clearly demanded before it is there, or a document gives leave. Asked of who records a step
/// by itself; what is imported tells history and is judged, not refused.
/// </summary>
public static class StepOrder
{
    private const string Clause = "开州府办发〔2020〕95号 三、(三)";

    public static IReadOnlyList<Problem> Objections(RegistryView view, Act act)
    {
        if (act.About != ActAbout.Plan || !act.Counts || IsHistory(view, act)
            || new Snapshot(view, act.On.Last).Plan(act.Plan) is not { IsOwn: true, Tier: PlanTier.District } plan)
        {
            return [];
        }
        if (OfAnother(view, act) is { } another)
        {
            return [another];
        }
        if (act.Override is not null)
        {
            return Leave.Of(view, act) is { IsGiven: false } leave ? [new Problem(ProblemCode.OutOfOrder, new Text(
                $"越序依据不能采用：{leave.Why.Zh}。", $"The document does not give leave to take the step out of order: {leave.Why.En}."),
                ["override"], "本系统默认")] : [];
        }
        var procedure = Procedure.Of(plan);
        return [.. procedure.NeedsOf(act).Where(n => n.Refuses && Lacks(procedure, n, act)).Select(n => Missing(plan, act, n)),
            .. act.Type == ActType.Submitted && !procedure.IsOfOld ? Papers(procedure, act) : []];
    }

    /// <summary>What no other body can do is not done by one that says so: it would stand there and count for nothing.</summary>
    private static Problem? OfAnother(RegistryView view, Act act) =>
        act.Type == ActType.PartyReviewed && Entitlement.Of(view, Matter.PartyConsent, act) is { IsDenied: true } word
            ? new(ProblemCode.NotAllowed, new Text(
                $"{word.Why.Zh}，登记了也不计为{Terms.Of(act.Type).Zh}；请改正办理单位，由区委审定后再登记。",
                $"{word.Why.En}, and it would not count as \"{Terms.Of(act.Type).En}\": "
                    + "correct the body, or record it once that has reviewed."),
                ["agency"], Clause)
            : null;

    /// <summary>Before records are complete; a plan of years to come was not approved then, whatever the day that is put in.</summary>
    private static bool IsHistory(RegistryView view, Act act) => act.On.Last < view.Policy.RecordsFrom
        && (view.Plan(act.Plan)?.HorizonFrom is not { } from || from <= view.Policy.RecordsFrom.Year
            || act.Type is ActType.DraftingStarted or ActType.PartyProposal);

    /// <summary>A publication by who must approve is the approval; of old plans the step may lie in the archive.</summary>
    private static bool Lacks(Procedure procedure, StepNeed need, Act act) =>
        !(PlanHistory.IsApprovalType(need.Step) && procedure.Plan.History.IsApproval(act) is not false)
        && !(need.Step == ActType.GovernmentExamined && procedure.Plan.History.IsApproval(act) is true)
        && procedure.StandingOf(need, act).State switch
        {
            NeedState.Taken or NeedState.Open => false,
            NeedState.Missing => !procedure.IsOfOld,
            _ => true,
        };

    private static Problem Missing(PlanOnDay plan, Act act, StepNeed need)
    {
        var (name, step) = (StepFaults.NameOf(plan, need.Step), Terms.Of(act.Type));
        return new(ProblemCode.OutOfOrder, new Text(
            $"{plan.Named.Zh}尚缺{name.Zh}，不能登记{step.Zh}；请先登记该环节，经批准越序办理的，请填写越序依据。",
            $"{plan.Named.En} lacks the {name.En}, so \"{step.En}\" cannot be recorded: record that step first, "
                + "or name the document that gives leave."), ["type"], need.Clause);
    }

    private static IEnumerable<Problem> Papers(Procedure procedure, Act act)
    {
        var missing = Submission.Of(procedure).Missing.ToList();
        if (missing.Count == 0)
        {
            return [];
        }
        var (named, what) = (procedure.Plan.Named, SubmissionFaults.Lacking(missing));
        return [new(ProblemCode.OutOfOrder, new Text(
            $"{named.Zh}的审批要件{what.Zh}，不能登记{Terms.Of(act.Type).Zh}；请先登记要件，经批准容缺的，请填写越序依据。",
            $"{named.En} cannot be recorded as submitted, for {what.En}: add the papers first, or name the document that gives leave."),
            ["type"], string.Join("；", missing.Select(l => l.Clause).Distinct()))];
    }
}
