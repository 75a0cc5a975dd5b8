namespace PlanRegistry.Rules;

/// <summary>What a remedy asks for: a mutation of the schema, by its name there.</summary>
public enum Operation
{
    AddSubmissionItem,
    AllocateTargets,
    ApproveDirectoryList,
    ConfirmExemption,
    CorrectRecord,
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
