namespace PlanRegistry.Access;

/// <summary>Which entries of the access journal: an entry must fit every part that is given.</summary>
/// <param name="Who">The name or id of who acted, or of the account that it was about; a name that was tried.</param>
/// <param name="From">At this moment or later.</param>
/// <param name="Before">Earlier than this moment.</param>
public sealed record JournalFilter(
    IReadOnlyList<AccessEvent>? Events = null, string? Who = null, DateTimeOffset? From = null, DateTimeOffset? Before = null);
