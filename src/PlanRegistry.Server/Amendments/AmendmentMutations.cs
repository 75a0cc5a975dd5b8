using GraphQLEngine;
using PlanRegistry.Amendments;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Amendments;

[Resolves("Mutation")]
public sealed class AmendmentMutations(CommandDesk desk)
{
    public ProposeAmendmentPayload ProposeAmendment(ProposeAmendmentInput input) =>
        new(desk.Take("proposeAmendment", input, Inputs.Amendment(input.Fields()), reason: input.Reason));

    /// <summary>Refused while a step of the plan's own route is missing; an unlawful approval that happened enters by recordAct.</summary>
    public ApproveAmendmentPayload ApproveAmendment(ApproveAmendmentInput input) =>
        new(desk.Take("approveAmendment", input, view => Inputs.AmendmentApproval(WithApprover(view, input)), view => RouteProblems(view, input)), input.Version);

    /// <summary>The original final approver (of a development plan, the standing committee) unless another is named.</summary>
    private static Dictionary<string, object?> WithApprover(RegistryView view, ApproveAmendmentInput input)
    {
        var fields = input.Fields().ToDictionary();
        if (input.Agency is null && Key<Plan>.TryParse(input.Plan, view.Code, out var key) && new Snapshot(view, input.On.First).Plan(key) is { } plan)
        {
            fields["agency"] = AmendmentRoute.ApproverOf(plan)?.Key.ToString();
        }
        return fields;
    }

    private static IEnumerable<Problem> RouteProblems(RegistryView view, ApproveAmendmentInput input)
    {
        if (!Key<Plan>.TryParse(input.Plan, view.Code, out var key) || new Snapshot(view, input.On.First).Plan(key) is not { } plan)
        {
            return [];
        }
        var problems = AmendmentRoute.Missing(view, plan.Plan, input.Version, input.On.First).Select(step => Problem("version",
            $"“{plan.Title}”第{input.Version}版尚缺{step.Name.Zh},不能批准。", $"Version {input.Version} of {plan.Title} lacks {step.Name.En}; it cannot be approved."));
        return input.Agency is { } named && AmendmentRoute.ApproverOf(plan) is { } approver && !AgencyNames.Fits(approver, named)
            ? problems.Append(Problem("agency", $"“{plan.Title}”的调整修订由{approver.Name}批准,不由{named}批准。", $"Amendments of {plan.Title} are approved by {approver.Name}, not by {named}."))
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
        Outcome.Subjects.OfType<PlanRegistry.Approval.Act>().FirstOrDefault() is { } act && !Outcome.Result.IsRefused
            ? Outcome.After.View.AmendmentsOf[act.Plan].Where(a => a.Version == version).Select(a => new AmendmentNode(a, Outcome.After)).FirstOrDefault()
            : null;
}
