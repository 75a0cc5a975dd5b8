using GraphQLEngine;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

[Resolves("Mutation")]
public static class CatalogueMutations
{
    public static RegisterAgencyPayload RegisterAgency(RegisterAgencyInput input, [Service] CommandDesk desk) =>
        new(desk.Run("registerAgency", input, view => RowIntake.Add(view, [InputRows.Of<Agency>(input)])));

    public static RegisterDocumentPayload RegisterDocument(RegisterDocumentInput input, [Service] CommandDesk desk) =>
        new(desk.Run("registerDocument", input, view => RowIntake.Add(view, [InputRows.Of<Document>(input)])));

    public static RegisterPlanPayload RegisterPlan(RegisterPlanInput input, [Service] CommandDesk desk) =>
        new(desk.Run("registerPlan", input, view => Register(view, input)));

    /// <summary>An entry added to a list that is recorded as approved has a reason, and rests on the list's approval document.</summary>
    public static ApproveDirectoryListPayload ApproveDirectoryList(ApproveDirectoryListInput input, [Service] CommandDesk desk) =>
        new(desk.Run("approveDirectoryList", input, view => RowIntake.Add(view, ListRows(input)),
            input.Reason, input.ApprovalDocument));

    public static GrantExemptionPayload GrantExemption(GrantExemptionInput input, [Service] CommandDesk desk) =>
        new(desk.Run("grantExemption", input, view => RowIntake.Add(view, [InputRows.Of<Exemption>(input)])));

    /// <summary>The acts that its days stand for are held to the order of steps, as those of recordAct.</summary>
    private static Decision Register(RegistryView view, RegisterPlanInput input)
    {
        var decision = RowIntake.Add(view, [InputRows.Of<Plan>(input)]);
        var after = view.With(decision);
        var objections = decision.Changes.Select(c => c.Recorded).OfType<Act>().SelectMany(a => StepOrder.Objections(after, a)
            .Select(p => p with
            {
                Path = [PlanHistory.IsApprovalType(a.Type) ? "approvedOn" : "publishedOn"],
                Message = new($"{p.Message.Zh}登记册启用前后已经办完的规划，请整份导入，导入的不作此要求。",
                    $"{p.Message.En} What was done before it came into the registry is imported, which is not held to this."),
            })).ToList();
        return objections.Count > 0 ? Decision.Refuse(objections)
            : decision.IsRefused || (input.List ?? input.Entry) is null ? decision
            : Linked(view, input, decision, decision.Subjects.OfType<Plan>().Single().Key);
    }

    /// <summary>The entry that announced the plan names it from now on.</summary>
    private static Decision Linked(RegistryView view, RegisterPlanInput input, Decision decision, Key<Plan> plan)
    {
        var entry = input.List is { } list && input.Entry is { } code
            ? view.EntriesIn[new(view.Code, list)].FirstOrDefault(e => e.Code == code) : null;
        return entry is null
            ? Decision.Refuse(new Problem(ProblemCode.UnknownRecord, new Text(
                "没有所写目录清单的这一条目；请写明清单和条目编号，不关联清单条目的都不写。",
                "That list has no such entry: name both, or neither where the plan stands on no list."), ["entry"]))
            : entry.Dropped == true
            ? Decision.Refuse(new Problem(ProblemCode.InvalidValue, new Text($"{entry.Place.Zh}已移出，不能据以登记规划。",
                $"{entry.Place.En} was dropped: no plan is registered by it."), ["entry"]))
            : entry.Plan is { } other && view.Canonical(other) != view.Canonical(plan)
            ? Decision.Refuse(new Problem(ProblemCode.Duplicate, new Text(
                $"{entry.Place.Zh}已登记为规划{other.Within(view.Code)}，不重复登记；所关联的规划有误的，请更正该条目。",
                $"{entry.Place.En} is registered as the plan {other.Within(view.Code)} already: mend the entry where that is wrong."),
                ["entry"]) { Value = input.Entry })
            : entry.Plan is not null ? decision
            : decision with { Changes = [.. decision.Changes, Change.Correct(entry with { Plan = plan }, entry)] };
    }

    /// <summary>The list, and its entries.</summary>
    internal static IReadOnlyList<Sheet> ListRows(ApproveDirectoryListInput input) =>
        [InputRows.Of<DirectoryList>(input),
            .. InputRows.Of<DirectoryEntry>(input.Entries, "entries", (nameof(DirectoryEntry.List), input.Code))];
}

public sealed class RegisterAgencyPayload(Outcome outcome) : Payload(outcome)
{
    public AgencyNode? Agency => Subject<AgencyNode>();
}

public sealed class RegisterDocumentPayload(Outcome outcome) : Payload(outcome)
{
    public DocumentNode? Document => Subject<DocumentNode>();
}

public sealed class RegisterPlanPayload(Outcome outcome) : Payload(outcome)
{
    public PlanNode? Plan => Subject<PlanNode>();
}

public sealed class ApproveDirectoryListPayload(Outcome outcome) : Payload(outcome)
{
    public DirectoryListNode? DirectoryList => Subject<DirectoryListNode>();
}

public sealed class GrantExemptionPayload(Outcome outcome) : Payload(outcome)
{
    public ExemptionNode? Exemption => Subject<ExemptionNode>();
}
