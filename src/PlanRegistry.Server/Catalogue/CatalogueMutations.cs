using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
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
        new(desk.Run("registerPlan", input, view => RowIntake.Add(view, [InputRows.Of<Plan>(input)])));

    /// <summary>An entry added to a list that is recorded as approved has a reason, and rests on the list's approval document.</summary>
    public static ApproveDirectoryListPayload ApproveDirectoryList(ApproveDirectoryListInput input, [Service] CommandDesk desk) =>
        new(desk.Run("approveDirectoryList", input, view => RowIntake.Add(view, ListRows(input)),
            input.Reason, input.ApprovalDocument));

    public static GrantExemptionPayload GrantExemption(GrantExemptionInput input, [Service] CommandDesk desk) =>
        new(desk.Run("grantExemption", input, view => RowIntake.Add(view, [InputRows.Of<Exemption>(input)])));

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
