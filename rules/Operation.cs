namespace PlanRegistry.Rules;

/// <summary>What a remedy asks for: a mutation of the schema, by its name there.</summary>
public enum Operation
{
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
    RecordReading,
    RegisterDocument,
    RegisterPlan,
    SetTargets,
    SettleFinding,
}
