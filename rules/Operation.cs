namespace PlanRegistry.Rules;

/// <summary>What a remedy asks for: a mutation of the schema, by its name there.</summary>
public enum Operation
{
    AddSubmissionItem,
    AllocateTargets,
    ApplyForEntry,
    ApproveDirectoryList,
    ConfirmExemption,
    CorrectRecord,
    DecomposePlan,
    DrawExperts,
    GrantExemption,
    HandleOpinion,
    LinkPlans,
    OpenDispute,
    ProposeAmendment,
    RecordAct,
    RecordAlignmentOpinion,
    RecordDisputeStep,
    RecordFunding,
    RecordOpinion,
    RecordReading,
    RegisterDocument,
    RegisterPlan,
    ReviewHandling,
    SetAnnualTargets,
    SetInvestmentPlan,
    SetTargets,
    SettleFinding,
    SettleReadings,
    TakeUpAssignments,
}
