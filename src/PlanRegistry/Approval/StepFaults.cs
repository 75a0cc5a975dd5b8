using PlanRegistry.Alignment;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// Where the steps that a plan has taken since records are complete departed from its procedure: at most one fault for an obligation. What
/// is not due yet is none; what history may hold is none.
/// </summary>
public static class StepFaults
{
    public static IEnumerable<StepFault> On(PlanOnDay plan)
    {
        var from = plan.Snapshot.RecordsFrom;
        var taken = plan.Exists ? plan.ActsAbout(ActAbout.Plan).Where(a => a.On.First >= from).ToList() : [];
        if (taken.Count == 0)
        {
            return [];
        }
        var procedure = Procedure.Of(plan);
        IEnumerable<StepFault> all =
        [
            .. OfSteps(procedure, taken), .. SubmissionFaults.On(procedure, taken), .. RouteFaults.On(procedure, taken),
            .. AlignmentFaults.On(procedure, taken),
        ];
        return all.GroupBy(f => f.Obligation).Select(One);
    }

    /// <summary>What is broken goes before what was done by leave, and that before what is open.</summary>
    private static StepFault One(IGrouping<Obligation, StepFault> of)
    {
        var first = of.MinBy(f => f.State)!;
        var alike = of.Where(f => f.State == first.State).ToList();
        return alike.Count == 1 ? first : first with
        {
            What = Wording.Clauses(alike.Select(f => f.What).Distinct()), IsLesser = alike.TrueForAll(f => f.IsLesser),
            About = [.. alike.SelectMany(f => f.About).DistinctBy(r => r.Id)],
        };
    }

    /// <summary>Of what was taken twice the last counts: returned and submitted again, it may have been made good.</summary>
    private static IEnumerable<StepFault> OfSteps(Procedure procedure, IReadOnlyList<Act> taken)
    {
        var faults = taken.GroupBy(a => a.Type).Select(g => g.Last())
            .SelectMany(a => procedure.NeedsOf(a).Select(n => (Act: a, Need: n, Standing: procedure.StandingOf(n, a))))
            .Where(f => IsFault(procedure, f.Act, f.Need, f.Standing)).ToList();
        return faults.GroupBy(f => f.Act.Override is null ? f.Need.Rule : Obligation.Order)
            .Select(g => Told(procedure.Plan, g.Key, [.. g]));
    }

    private static bool IsFault(Procedure procedure, Act act, StepNeed need, NeedStanding standing) => standing.State switch
    {
        NeedState.Taken => false,
        // WhatIsPublishedWasApproved tells whether what is published was approved, and by whom.
        _ when need.Rule == Obligation.Order && need.Step == ProcedureForms.ApprovalStep(procedure.Plan.Plan) => act.Override is not null,
        _ when need.Step == ActType.PreliminaryReviewed
            && act.On.Last < ProcedureForms.PreliminaryReviewFrom(procedure.Plan.Snapshot.View) => false,
        // The same finding tells that an approval came before what leads to it; the order of days is its matter too.
        NeedState.Late when need.Step == ActType.Submitted => false,
        NeedState.Missing => act.Override is not null || (!procedure.IsOfOld && procedure.IsTold),
        _ => true,
    };

    private static StepFault Told(
        PlanOnDay plan, Obligation obligation, IReadOnlyList<(Act Act, StepNeed Need, NeedStanding Standing)> faults)
    {
        var act = faults[0].Act;
        var broken = faults.Where(f => f.Standing.State != NeedState.Open).ToList();
        var shown = broken.Count > 0 ? broken : faults;
        var leave = act.Override is null ? null : Leave.Of(plan.Snapshot.View, act);
        var state = leave is { IsDenied: false } ? leave.IsGiven ? FaultState.ByLeave : FaultState.Open
            : broken.Count > 0 ? FaultState.Broken : FaultState.Open;
        var what = Wording.Clauses(shown.Select(f => Words(plan, f.Need.Step, f.Standing)).Distinct()
            .Concat(leave is { IsGiven: false } ? [new($"越序依据存疑：{leave.Why.Zh}", $"the leave for it is in doubt: {leave.Why.En}")] : []));
        return new(plan, obligation, state, Terms.Of(act.Type), act.On.Last, what, IsLesser: shown.All(f =>
            obligation == Obligation.DepartmentRoute || f.Need.Step == ActType.PreliminaryReviewed))
        {
            About = [act, .. shown.Select(f => f.Standing.Evidence?.Record).OfType<Record>()],
        };
    }

    private static Text Words(PlanOnDay plan, ActType step, NeedStanding standing)
    {
        var name = NameOf(plan, step);
        return standing.State switch
        {
            NeedState.Missing => new($"未见{name.Zh}", $"no {name.En} is recorded"),
            NeedState.Late => new($"{name.Zh}在其后（{standing.Evidence!.On.InWords().Zh}）",
                $"the {name.En} came after it ({standing.Evidence!.On})"),
            NeedState.Anothers => new($"{name.Zh}不是有权单位出具：{standing.Evidence!.Word!.Why.Zh}",
                $"the {name.En} is another body's: {standing.Evidence!.Word!.Why.En}"),
            _ when standing.Evidence!.Counts is null => new($"{name.Zh}待核实：{standing.Evidence.Word!.Why.Zh}",
                $"the {name.En} is to be checked: {standing.Evidence.Word!.Why.En}"),
            _ => new($"{name.Zh}（{standing.Evidence.On.InWords().Zh}）与其先后无法判定",
                $"whether the {name.En} ({standing.Evidence.On}) came before it cannot be said"),
        };
    }

    /// <summary>区级生态环境局的环评确认意见: what is missing, with whose it is.</summary>
    public static Text NameOf(PlanOnDay plan, ActType step) => step switch
    {
        ActType.PartyProposal => new("区委关于制定五年规划的建议", "proposal of the Party committee"),
        ActType.Aligned => plan.Kind == PlanKind.Development
            ? new("区发展改革委与全市发展规划的衔接", "alignment with the municipal development plan by the district commission")
            : new("区发展改革委与全区发展规划的衔接", "alignment with the development plan by the district commission"),
        ActType.AlignmentReplied => new("市发展改革委的衔接回复", "reply of the municipal commission on alignment"),
        ActType.EiaConfirmed => new("区生态环境局的环评确认意见", "EIA confirmation of the ecology bureau"),
        ActType.WaterConfirmed => new("区水利局的水资源论证确认意见", "water argumentation confirmation of the water bureau"),
        ActType.LegalityReviewed => new("合法性审查意见", "legality review"),
        ActType.PartyReviewed => new("区委审定", "review by the Party committee"),
        ActType.PreliminaryReviewed => new("区人大初步审查", "preliminary review by the congress"),
        ActType.GovernmentExamined => new("区政府审定", "examination by the government"),
        ActType.Submitted => new("报批记录", "submission"),
        _ => PlanHistory.IsApprovalType(step) ? ApprovalDemand.Name(plan.Plan) : Terms.Of(step),
    };
}
