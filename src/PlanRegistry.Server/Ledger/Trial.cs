using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>Commands that are tried one after another, each on what those before it would make of a district and its superiors.</summary>
/// <param name="tried">The district as it is.</param>
/// <param name="view">A district of the chain as it is.</param>
/// <param name="today">The day on which they are tried.</param>
public sealed class Trial(RegistryView tried, Func<DistrictCode, RegistryView?> view, DateOnly today)
{
    private readonly Dictionary<DistrictCode, DistrictRecords> changed = [];
    private readonly Dictionary<string, string?> inputs = [];

    public DateOnly Today { get; } = today;

    /// <summary>The district as it is.</summary>
    public RegistryView Tried { get; } = tried;

    /// <summary>The district as it would be.</summary>
    public RegistryView Outcome => Over(Tried);

    /// <summary>Whether what is recorded there is seen by the district that is tried.</summary>
    public bool Reaches(DistrictCode district) => Tried.Chain.Any(d => d.District == district);

    public bool IsAbove(DistrictCode district) => district != Tried.Code && Reaches(district);

    /// <summary>What a command of that district is decided on; null where there is none.</summary>
    public RegistryView? On(DistrictCode district) => view(district) is { } known ? Over(known) : null;

    /// <summary>Nothing tried before has changed it: what the client knows of it holds.</summary>
    public bool IsUntouched(DistrictCode district) => !changed.ContainsKey(district);

    /// <summary>One key stands for one input: false where another one was tried under it.</summary>
    public bool IsFirstUnder(string key, string? input) =>
        !inputs.TryGetValue(key, out var first) ? inputs.TryAdd(key, input) : first == input;

    /// <summary>What came of a command is what the next one finds.</summary>
    public RegistryView Keep(RegistryView before, DistrictRecords own)
    {
        changed[own.District] = own;
        return Over(before);
    }

    private RegistryView Over(RegistryView known) => !known.Chain.Any(d => changed.ContainsKey(d.District)) ? known
        : new([.. known.Chain.Select(d => changed.GetValueOrDefault(d.District, d))]) { IsRehearsal = true };
}
