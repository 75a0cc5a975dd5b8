using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>
/// Which changes a department may make by its own account: it applies and withdraws, and the spatial bureau decides on spatial plans.
/// </summary>
public static class ApplicationChanges
{
    /// <param name="decision">Of which the change is a part.</param>
    public static bool AreOf(RegistryView view, Key<Agency> agency, Change change, Decision decision) => change switch
    {
        { Recorded: EntryApplication now, Retired: var was } => now.Applicant == agency && IsOpen(view, was as EntryApplication)
            && SaysNoBureausWord(now, was as EntryApplication),
        { Recorded: ApplicationDecision { Outcome: ApplicationOutcome.Withdrawn } made, Retired: null } => made.Agency == agency
            && view.Of<EntryApplication>().FirstOrDefault(a => a.Key == made.Application)?.Applicant == agency,
        { Recorded: ApplicationDecision made, Retired: null } => IsDecidedBy(view, agency, made),
        // What its decision lists, in the same write.
        { Recorded: DirectoryEntry entry, Retired: null } => decision.Changes.Any(c => c.Recorded is ApplicationDecision made
            && made.List == entry.List && made.Entry == entry.Code && IsDecidedBy(view, agency, made)),
        _ => false,
    };

    private static bool IsDecidedBy(RegistryView view, Key<Agency> agency, ApplicationDecision made) => made.Agency == agency
        && view.Of<EntryApplication>().FirstOrDefault(a => a.Key == made.Application) is { Kind: PlanKind.Spatial }
        && Entitlement.Of(view, Matter.SpatialListDrafting, agency, made.On).IsGiven;

    private static bool IsOpen(RegistryView view, EntryApplication? was) =>
        was is null || !ApplicationCourse.Of(view, was, DateOnly.MaxValue).IsClosed;

    private static bool SaysNoBureausWord(EntryApplication now, EntryApplication? was) => now.EiaNeeded == was?.EiaNeeded
        && now.EiaOpinion == was?.EiaOpinion && now.WaterNeeded == was?.WaterNeeded && now.WaterOpinion == was?.WaterOpinion;
}
