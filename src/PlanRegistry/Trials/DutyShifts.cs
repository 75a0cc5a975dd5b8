using PlanRegistry.Reviews;

namespace PlanRegistry.Trials;

/// <summary>What is owed in one state of the district and not in another; a finding is told as a finding, and is no duty here.</summary>
public static class DutyShifts
{
    /// <summary>By due day. The same thing that is due on another day, or from another agency, is another duty.</summary>
    public static IReadOnlyList<OwedDuty> NotIn(this IEnumerable<OwedDuty> here, IEnumerable<OwedDuty> there)
    {
        var known = there.Select(Identity).ToHashSet();
        return [.. here.Where(d => d.Kind != DutyKind.Finding && !known.Contains(Identity(d)))
            .OrderBy(d => d.Due).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static (DutyKind, string, DateOnly, object?) Identity(OwedDuty duty) => (duty.Kind, duty.Id, duty.Due, duty.Agency?.Key);
}
