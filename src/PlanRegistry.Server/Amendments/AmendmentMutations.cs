using GraphQLEngine;
using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Server.Amendments;

[Resolves("Mutation")]
public static class AmendmentMutations
{
    public static ProposeAmendmentPayload ProposeAmendment(ProposeAmendmentInput input, [Service] CommandDesk desk) =>
        new(desk.Run("proposeAmendment", input, view => Objection(view, input) is { } problem ? Decision.Refuse(problem)
            : RowIntake.Add(view,
                [InputRows.Of<Amendment>(input), .. IndicatorMutations.Targets(Whole(view, input), input.Plan, input.Version)]),
            input.Reason));

    /// <summary>
    /// Targets that are not named stay as in the version before: a version is a whole set, and what nobody spoke of is not given up. One
    /// that is named as changed and has no new target is.
    /// </summary>
    private static IReadOnlyList<TargetInput>? Whole(RegistryView view, ProposeAmendmentInput input)
    {
        if (input.Targets is not { Count: > 0 } named || !Key<Plan>.TryParse(input.Plan, view.Code, out var key))
        {
            return input.Targets;
        }
        var before = view.TargetsOf[view.Canonical(key)].Where(t => t.Version < input.Version).GroupBy(t => t.Version).MaxBy(g => g.Key);
        return [.. named, .. (before ?? Enumerable.Empty<Target>()).Where(Stays).Select(Again)];

        bool Stays(Target target)
        {
            if (view.Indicator(target.Indicator) is not { } indicator)
            {
                return false;
            }
            var given = named.Where(n => IndicatorNames.Fits(view, indicator, n.Indicator)).ToList();
            return given.Count > 0 ? given.TrueForAll(n => n.TargetYear != target.TargetYear)
                : input.ChangedIndicators?.Any(i => IndicatorNames.Fits(view, indicator, i)) is not true;
        }
    }

    private static TargetInput Again(Target target) => new()
    {
        Indicator = target.Indicator.ToString(), Nature = target.Nature, TargetYear = target.TargetYear, TargetValue = target.TargetValue,
        TargetLow = target.TargetLow, TargetHigh = target.TargetHigh, BaseYear = target.BaseYear, BaseValue = target.BaseValue,
        Unit = target.Unit, Wording = target.Wording,
    };

    /// <summary>Refused while a step of the plan's own route is missing; an unlawful approval that happened enters by recordAct.</summary>
    public static ApproveAmendmentPayload ApproveAmendment(ApproveAmendmentInput input, [Service] CommandDesk desk) =>
        new(desk.Run("approveAmendment", input, view => Approve(view, input)), input.Version);

    /// <summary>Why the plan takes no such version; null where it does, and where intake tells what is wrong.</summary>
    private static Problem? Objection(RegistryView view, ProposeAmendmentInput input) =>
        Key<Plan>.TryParse(input.Plan, view.Code, out var key) && view.Plan(key) is { } plan
            ? NotToBeAmended(view, plan, input) ?? Skipped(view, plan, input) : null;

    /// <summary>What is no longer in the making and has not ended; what an import brings happened, and is judged by the rules.</summary>
    private static Problem? NotToBeAmended(RegistryView view, Plan plan, ProposeAmendmentInput input)
    {
        if (new Snapshot(view, input.ProposedOn.Last).Plan(plan.Key) is not { } then
            || (!then.HasEnded && (then.IsApproved || then.IsPublished)))
        {
            return null;
        }
        var (day, status) = (input.ProposedOn.InWords(), Terms.Of(then.Status));
        return then.HasEnded
            ? Problem("plan", $"{plan.Named.Zh}在{day.Zh}的状态为{status.Zh}，不再调整修订。",
                $"On {day.En} {plan.Title} was {status.En}: it is amended no more.")
            : Problem("plan", $"{plan.Named.Zh}在{day.Zh}的状态为{status.Zh}，尚未批准，不能提出调整修订：批准之前直接修改草案；已经批准的，先登记批准。",
                $"On {day.En} {plan.Title} was {status.En} and not approved, so there is nothing to amend: change the draft; "
                    + "where it was approved, record that first.");
    }

    /// <summary>A version follows on the last that is recorded, as a proposal or by its targets.</summary>
    private static Problem? Skipped(RegistryView view, Plan plan, ProposeAmendmentInput input)
    {
        var last = AmendmentRoute.LastVersionOf(view, plan.Key);
        return input.Version <= last + 1 ? null : new Problem(ProblemCode.InvalidValue, new Text(
            $"版本“{input.Version}”不能接在{plan.Named.Zh}第{last}版之后，应为第{last + 1}版。",
            $"version {input.Version} does not follow on version {last} of {plan.Title}: it is version {last + 1}."), ["version"]);
    }

    private static Decision Approve(RegistryView view, ApproveAmendmentInput input)
    {
        var plan = Key<Plan>.TryParse(input.Plan, view.Code, out var key) ? new Snapshot(view, input.On.First).Plan(key) : null;
        if (plan is not null && RouteProblems(view, plan, input).ToList() is { Count: > 0 } problems)
        {
            return Decision.Refuse(problems);
        }
        // The original final approver (of a development plan, the standing committee) unless another is named.
        var approver = input.Agency is null && plan is not null ? AmendmentRoute.ApproverOf(plan)?.Key.ToString() : input.Agency;
        return RowIntake.Add(view, [InputRows.Of<Act>(input with { Agency = approver },
            (nameof(Act.Type), ActType.AmendmentApproved), (nameof(Act.About), ActAbout.Amendment))]);
    }

    private static IEnumerable<Problem> RouteProblems(RegistryView view, PlanOnDay plan, ApproveAmendmentInput input)
    {
        var problems = AmendmentRoute.Missing(view, plan.Plan, input.Version, input.On.First).Select(step => Problem("version",
            $"{plan.Named.Zh}第{input.Version}版尚缺{step.Name.Zh}，不能批准。",
            $"Version {input.Version} of {plan.Title} lacks {step.Name.En}; it cannot be approved."));
        return input.Agency is { } named && AmendmentRoute.ApproverOf(plan) is { } approver && !AgencyNames.Fits(approver, named)
            ? problems.Append(Problem("agency",
                $"{plan.Named.Zh}的调整修订由{approver.Name}批准，不由{named}批准。",
                $"Amendments of {plan.Title} are approved by {approver.Name}, not by {named}."))
            : problems;
    }

    private static Problem Problem(string field, string zh, string en) =>
        new(ProblemCode.AmendmentRoute, new Text(zh, en), [field], "开州府办发〔2020〕95号 三、(五)");
}

public sealed class ProposeAmendmentPayload(Outcome outcome) : Payload(outcome)
{
    public AmendmentNode? Amendment => Subject<AmendmentNode>();
}

public sealed class ApproveAmendmentPayload(Outcome outcome, int version) : Payload(outcome)
{
    /// <summary>The act is what was written; the amendment is what it approves.</summary>
    public AmendmentNode? Amendment =>
        Outcome.Result.Subjects.OfType<PlanRegistry.Approval.Act>().FirstOrDefault() is { } act && !Outcome.Result.IsRefused
            ? Outcome.After.View.AmendmentsOf[act.Plan].Where(a => a.Version == version)
                .Select(a => new AmendmentNode(a, Outcome.After)).FirstOrDefault()
            : null;
}
