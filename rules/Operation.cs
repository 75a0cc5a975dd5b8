namespace PlanRegistry.Rules;

/// <summary>What a remedy asks for: a mutation of the schema, by its name there.</summary>
public enum Operation
{
    AllocateTargets,
    ApproveDirectoryList,
    ConfirmExemption,
    CorrectRecord,
    GrantExemption,
    HandleOpinion,
    LinkPlans,
    OpenDispute,
    ProposeAmendment,
    RecordAct,
    RecordDisputeStep,
    RecordOpinion,
    RecordReading,
    RegisterDocument,
    RegisterPlan,
    ReviewHandling,
    SetTargets,
    SettleFinding,
}
