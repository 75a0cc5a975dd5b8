namespace PlanRegistry.Rules;

/// <summary>What findings about the steps of a plan's procedure say alike: how it stands, of which step, and what clears it.</summary>
internal static class StepFindings
{
    public static FindingDraft Departed(this FindingDraft draft, StepFault fault)
    {
        draft.With("step", fault.Step).With("day", fault.On.InWords()).With("what", fault.What)
            .Fact("evidence", fault.About)
            .Since(fault.On).JudgedOn(fault.On)
            .Remedies(StepRemedies.Of(fault));
        draft = fault.IsOpen ? draft.Unknown() : fault.IsByLeave ? draft.Conditional() : draft;
        return fault.IsLesser ? draft.At(Severity.Warning) : draft;
    }
}
