using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>What the submission itself lacks: papers, who submits it jointly, the evaluation that goes with the next outline.</summary>
internal static class SubmissionFaults
{
    public static IEnumerable<StepFault> On(Procedure procedure, IReadOnlyList<Act> taken)
    {
        var plan = procedure.Plan;
        return taken.LastOrDefault(a => a.Type == ActType.Submitted) is not { } submitted ? FinalEvaluation(plan, taken)
            : [.. Papers(procedure, submitted), .. Jointly(plan, submitted), .. FinalEvaluation(plan, taken)];
    }

    /// <summary>Nothing added to the set, nothing is said of it, but while the plan is with those who are to decide on it.</summary>
    private static IEnumerable<StepFault> Papers(Procedure procedure, Act submitted)
    {
        var (plan, set) = (procedure.Plan, Submission.Of(procedure));
        if (!set.IsTold && submitted.Override is null)
        {
            return plan.Status != PlanStatus.Submitted || procedure.IsOfOld ? [] : [Fault(FaultState.Open,
                new("审批要件未录入", "none of its papers is recorded"))];
        }
        var missing = set.Missing.ToList();
        if (missing.Count > 0)
        {
            return [submitted.Override is not null && Leave.Of(plan.Snapshot.View, submitted).IsGiven
                ? Fault(FaultState.ByLeave, Lacking(missing)) with { Obligation = Obligation.Order }
                : Fault(FaultState.Broken, Lacking(missing))];
        }
        var open = set.Lines.Where(l => l.State == PaperState.Unknown).ToList();
        return open.Count == 0 ? [] : [Fault(FaultState.Open, new(
            $"审批要件待核实：{Wording.Clauses(open.Select(Why)).Zh}", $"papers to be checked: {Wording.Clauses(open.Select(Why)).En}"))];

        StepFault Fault(FaultState state, Text what) =>
            new(plan, Obligation.SubmissionSet, state, Terms.Of(ActType.Submitted), submitted.On.Last, what) { About = [submitted] };
    }

    /// <summary>缺规划草案（送审稿）、采纳情况.</summary>
    internal static Text Lacking(IEnumerable<SubmissionLine> missing)
    {
        var named = Text.Join(missing.Select(l => Named(l)));
        return new($"缺{named.Zh}", $"these are missing: {named.En}");
    }

    private static Text Named(SubmissionLine line) => Terms.Of(line.Paper) is var name && line.Why == default ? name
        : new($"{name.Zh}（{line.Why.Zh}）", $"{name.En} ({line.Why.En})");

    private static Text Why(SubmissionLine line) =>
        new($"{Terms.Of(line.Paper).Zh}{line.Why.Zh}", $"{Terms.Of(line.Paper).En}: {line.Why.En}");

    /// <summary>由规划编制部门作为主办单位，会同区发展改革委联合报区政府.</summary>
    private static IEnumerable<StepFault> Jointly(PlanOnDay plan, Act submitted)
    {
        var view = plan.Snapshot.View;
        if (plan.Kind is not (PlanKind.Special or PlanKind.Regional) || Powers.LevelOf(plan.Plan) != ApprovalLevel.Government
            || plan.Plan.LeadAgency is null)
        {
            return [];
        }
        var together = submitted with { Agency = null, CoAgencies = [.. submitted.Agencies, .. submitted.Hosts ?? []] };
        var absent = new[] { Body.Lead, Body.Of(AgencyRole.ReformCommission) }
            .Where(b => !Entitlement.By(view, [b], together).IsGiven).ToList();
        if (absent.Count == 0)
        {
            return [];
        }
        var isOpen = submitted.Hosts is not { Count: > 0 } && submitted.Agencies.Count() < 2;
        var names = Text.Join(absent.Select(b => b.Name));
        return [new(plan, Obligation.JointSubmission, isOpen ? FaultState.Open : FaultState.Broken, Terms.Of(ActType.Submitted),
            submitted.On.Last,
            isOpen ? new("主办单位未录入", "its hosts are not recorded")
                : new($"报送单位中没有{names.Zh}", $"among those who submitted it there is no {names.En}")) { About = [submitted] }];
    }

    private static IEnumerable<StepFault> FinalEvaluation(PlanOnDay plan, IReadOnlyList<Act> taken)
    {
        if (plan.Kind != PlanKind.Development || PreviousPlan.Of(plan) is not { } before
            || taken.FirstOrDefault(a => a.Type is ActType.Submitted or ActType.CongressApproved) is not { } sent
            || sent.On.Last < ProcedureForms.FinalEvaluationFrom(plan.Snapshot.View)
            || plan.Snapshot.View.SubmissionItemsOf[plan.Key].Any(i => i.Paper == SubmissionPaper.PreviousFinalEvaluation)
            || before.History.FirstActOn > sent.On.Last)
        {
            return [];
        }
        return PreviousPlan.EvaluationOf(before, sent.On.Last) is not null ? [] : [new(plan, Obligation.FinalEvaluation, FaultState.Broken,
            Terms.Of(sent.Type), sent.On.Last,
            new($"未见{before.Named.Zh}的总结评估报告", $"no final evaluation of {before.Named.En} is recorded")) { About = [sent] }];
    }
}
