using PlanRegistry.Reviews;

namespace PlanRegistry.Trials;

/// <summary>
/// What is owed in one state of the district and not in another; a finding is told as a finding, and here by its day alone.
/// </summary>
public static class DutyShifts
{
    /// <summary>By due day. The same thing that is due on another day, or from another agency, is another duty.</summary>
    public static IReadOnlyList<OwedDuty> NotIn(this IEnumerable<OwedDuty> here, IEnumerable<OwedDuty> there)
    {
        var known = there.Select(Identity).ToHashSet();
        return [.. here.Where(d => d.Kind != DutyKind.Finding && !known.Contains(Identity(d)))
            .OrderBy(d => d.Due).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    /// <summary>The findings of both that are to be mended by another day, each with the day before; by the day now.</summary>
    public static IReadOnlyList<(OwedDuty Now, DateOnly Was)> MovedFrom(this IEnumerable<OwedDuty> here, IEnumerable<OwedDuty> there)
    {
        var days = there.Where(d => d.Kind == DutyKind.Finding).ToDictionary(d => d.Id, d => d.Due);
        return [.. here.Where(d => d.Kind == DutyKind.Finding && days.TryGetValue(d.Id, out var was) && was != d.Due)
            .Select(d => (d, days[d.Id])).OrderBy(d => d.d.Due).ThenBy(d => d.d.Id, StringComparer.Ordinal)];
    }

    private static (DutyKind, string, DateOnly, object?) Identity(OwedDuty duty) => (duty.Kind, duty.Id, duty.Due, duty.Agency?.Key);
}
