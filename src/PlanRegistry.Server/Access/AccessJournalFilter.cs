using PlanRegistry.Access;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Access;

/// <summary>Which entries of the access journal, as they are asked for: days are those of Beijing time, both whole.</summary>
public sealed record AccessJournalFilter
{
    public IReadOnlyList<AccessEvent>? Events { get; init; }
    public string? Who { get; init; }
    public PartialDate? From { get; init; }
    public PartialDate? To { get; init; }

    public JournalFilter Read() => new(Events is { Count: > 0 } ? Events : null, string.IsNullOrWhiteSpace(Who) ? null : Who.Trim(),
        From is { } from ? Calendar.BeginOf(from.First) : null, To is { } to ? Calendar.BeginOf(to.Last.AddDays(1)) : null);
}
