using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

[Resolves("Mutation")]
public sealed class CatalogueMutations(CommandDesk desk)
{
    public RegisterAgencyPayload RegisterAgency(RegisterAgencyInput input) => new(desk.Take("registerAgency", input, Inputs.Single("agencies", input.Fields())));

    public RegisterDocumentPayload RegisterDocument(RegisterDocumentInput input) => new(desk.Take("registerDocument", input, Inputs.Single("documents", input.Fields())));

    public RegisterPlanPayload RegisterPlan(RegisterPlanInput input) => new(desk.Take("registerPlan", input, Inputs.Single("plans", input.Fields())));

    public ApproveDirectoryListPayload ApproveDirectoryList(ApproveDirectoryListInput input) => new(desk.Take("approveDirectoryList", input, Inputs.DirectoryList(input.Fields())));

    public GrantExemptionPayload GrantExemption(GrantExemptionInput input) => new(desk.Take("grantExemption", input, Inputs.Single("exemptions", input.Fields())));
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
