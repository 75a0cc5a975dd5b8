using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>Of a step that another needs: taken before it; open; surely afterwards; another body's; not there.</summary>
public enum NeedState { Taken, Open, Late, Anothers, Missing }

/// <param name="Evidence">The act or paper that it is about.</param>
public sealed record NeedStanding(NeedState State, StepEvidence? Evidence = null)
{
    internal static NeedStanding Of(IReadOnlyList<StepEvidence> found, Act act)
    {
        if (found.Count == 0)
        {
            return new(NeedState.Missing);
        }
        return found.Select(e => Of(e, act)).MinBy(s => s.State)!;
    }

    private static NeedStanding Of(StepEvidence evidence, Act act) =>
        evidence.Counts == false ? new(NeedState.Anothers, evidence)
        : evidence.On == act.On || evidence.On.IsAfter(act.On) == false
            ? new(evidence.Counts == true ? NeedState.Taken : NeedState.Open, evidence)
        : new(evidence.On.IsAfter(act.On) == true ? NeedState.Late : NeedState.Open, evidence);
}
