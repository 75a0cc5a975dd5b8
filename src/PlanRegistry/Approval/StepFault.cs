using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>Broken; taken out of order by leave, which a person must confirm; open, for something is not recorded.</summary>
public enum FaultState { Broken, ByLeave, Open }

/// <summary>What a plan's procedure lacks under one obligation, told of the step that was taken without it.</summary>
/// <param name="What">Parts of a sentence: 未见区生态环境局的环评确认意见.</param>
/// <param name="On">The day of the step, by which it is judged.</param>
/// <param name="IsLesser">A warning at most: in principle only, or by analogy.</param>
public sealed record StepFault(
    PlanOnDay Of, Obligation Obligation, FaultState State, Text Step, DateOnly On, Text What, bool IsLesser = false) : IFact
{
    /// <summary>The acts and papers that it is about.</summary>
    public IReadOnlyList<Record> About { get; init; } = [];

    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("step_faults", Of.Id.District, $"{Of.Plan.Code}/{Obligation}");

    public bool IsBroken => State == FaultState.Broken;

    public bool IsOpen => State == FaultState.Open;

    public bool IsByLeave => State == FaultState.ByLeave;

    public FactLine Say() => new("StepFault", null,
        new Text($"{Terms.Of(Obligation).Zh}：{What.Zh}", $"{Terms.Of(Obligation).En}: {What.En}"));
}
