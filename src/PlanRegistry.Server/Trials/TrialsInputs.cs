using PlanRegistry.Records;
using PlanRegistry.Server.Alignment;
using PlanRegistry.Server.Amendments;
using PlanRegistry.Server.Applications;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Consultation;
using PlanRegistry.Server.Experts;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Handover;
using PlanRegistry.Server.Hierarchy;
using PlanRegistry.Server.Implementation;
using PlanRegistry.Server.Indicators;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Rectification;
using PlanRegistry.Server.Settlement;

namespace PlanRegistry.Server.Trials;

/// <summary>One thing that is tried: exactly one of these, as the mutation of that name takes it.</summary>
public sealed record PlannedChangeInput : IInputFields
{
    public AddSubmissionItemInput? AddSubmissionItem { get; init; }
    public AllocateTargetsInput? AllocateTargets { get; init; }
    public ApplyForEntryInput? ApplyForEntry { get; init; }
    public AppointExpertInput? AppointExpert { get; init; }
    public ApproveAmendmentInput? ApproveAmendment { get; init; }
    public ApproveDirectoryListInput? ApproveDirectoryList { get; init; }
    public CloseConsultationInput? CloseConsultation { get; init; }
    public ConfirmExemptionInput? ConfirmExemption { get; init; }
    public CorrectRecordInput? CorrectRecord { get; init; }
    public DecideApplicationInput? DecideApplication { get; init; }
    public DeclareNoChangeInput? DeclareNoChange { get; init; }
    public DecomposePlanInput? DecomposePlan { get; init; }
    public GrantExemptionInput? GrantExemption { get; init; }
    public GrantWaiverInput? GrantWaiver { get; init; }
    public RevokeWaiverInput? RevokeWaiver { get; init; }
    public HandOutFindingsInput? HandOutFindings { get; init; }
    public HandleOpinionInput? HandleOpinion { get; init; }
    public LinkPlansInput? LinkPlans { get; init; }
    public ObjectToHandlingInput? ObjectToHandling { get; init; }
    public OpenConsultationInput? OpenConsultation { get; init; }
    public OpenDisputeInput? OpenDispute { get; init; }
    public ProposeAmendmentInput? ProposeAmendment { get; init; }
    public RecordActInput? RecordAct { get; init; }
    public RecordAlignmentOpinionInput? RecordAlignmentOpinion { get; init; }
    public RecordDisputeStepInput? RecordDisputeStep { get; init; }
    public RecordExpertOpinionInput? RecordExpertOpinion { get; init; }
    public RecordFundingInput? RecordFunding { get; init; }
    public RecordListOpinionInput? RecordListOpinion { get; init; }
    public RecordOpinionInput? RecordOpinion { get; init; }
    public RecordReadingInput? RecordReading { get; init; }
    public RecordTaskProgressInput? RecordTaskProgress { get; init; }
    public RegisterAgencyInput? RegisterAgency { get; init; }
    public RegisterDocumentInput? RegisterDocument { get; init; }
    public RegisterExpertInput? RegisterExpert { get; init; }
    public RegisterPlanInput? RegisterPlan { get; init; }
    public RequestAlignmentInput? RequestAlignment { get; init; }
    public ReviewHandlingInput? ReviewHandling { get; init; }
    public SetAnnualTargetsInput? SetAnnualTargets { get; init; }
    public SetInvestmentPlanInput? SetInvestmentPlan { get; init; }
    public SetPolicyInput? SetPolicy { get; init; }
    public SetTargetsInput? SetTargets { get; init; }
    public SetTaskYearInput? SetTaskYear { get; init; }
    public SetTasksInput? SetTasks { get; init; }
    public SettleFindingInput? SettleFinding { get; init; }
    public SettleReadingsInput? SettleReadings { get; init; }
    public TakeUpAssignmentsInput? TakeUpAssignments { get; init; }

    /// <summary>The one that is given.</summary>
    internal CommandInput Given => GetType().GetProperties().Select(p => p.GetValue(this)).OfType<CommandInput>().Single();
}

public sealed record RuleTrialInput : IInputFields
{
    public required string Code { get; init; }
    public required PartialDate From { get; init; }
    public required bool InForce { get; init; }
}
