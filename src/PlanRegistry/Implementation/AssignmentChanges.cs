using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>
/// What an agency writes of plans that it does not lead: the government's office decomposes the development plan and what the municipality
/// handed down; who answers for something takes it up in its scheme and says how far it has come.
/// </summary>
public static class AssignmentChanges
{
    public static bool AreOf(RegistryView view, Key<Agency> agency, Change change) => (change.Recorded ?? change.Retired) switch
    {
        TaskProgress => new[] { change.Recorded, change.Retired }.OfType<TaskProgress>().All(p => IsBy(view, agency, p)),
        Assignment assignment => IsDecomposer(view, agency, assignment.Plan)
            || (change is { Recorded: Assignment now, Retired: Assignment old } && AssignmentBook.Concerns(view, old, agency)
                && IsOfTheSchemeAlone(old, now)),
        PlanTask task => IsDecomposer(view, agency, task.Plan),
        TaskYear year => IsDecomposer(view, agency, year.Plan),
        _ => false,
    };

    private static bool IsBy(RegistryView view, Key<Agency> agency, TaskProgress progress) =>
        progress.Agency == agency || view.AgencyOn(progress.Agency, DateOnly.MaxValue)?.Key == agency;

    /// <summary>区政府办公室, of the development plan and of what municipal plans handed down (003 三、(四)).</summary>
    private static bool IsDecomposer(RegistryView view, Key<Agency> agency, Key<Plan> plan) =>
        view.Agency(agency)?.Is(AgencyRole.GovernmentOffice, view.Code.Tier) == true
        && view.Plan(view.Canonical(plan)) is { } known && (known.Kind == PlanKind.Development || known.Home != view.Code);

    private static bool IsOfTheSchemeAlone(Assignment old, Assignment now) => RecordShape.Of<Assignment>().Columns
        .Where(c => c.Property is not (nameof(Assignment.Scheme) or nameof(Assignment.SchemeAgency))).All(c => c.Same(old, now));
}
