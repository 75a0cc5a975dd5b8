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
    DrawExperts,
    GrantExemption,
    LinkPlans,
    ProposeAmendment,
    RecordAct,
    RecordAlignmentOpinion,
    RecordReading,
    RegisterDocument,
    RegisterPlan,
    SetTargets,
    SettleFinding,
}
