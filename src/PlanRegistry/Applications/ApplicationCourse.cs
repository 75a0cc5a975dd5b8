using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>已申报、退回补正、不列入、已列入、已撤回.</summary>
public enum ApplicationState { Applied, Returned, Declined, Listed, Withdrawn }

/// <summary>What has become of an application by a day: computed from its decisions, never typed.</summary>
/// <param name="Decision">That brought the state; null while nobody has decided, or it has come again since.</param>
public sealed record ApplicationCourse(ApplicationState State, PartialDate Since, ApplicationDecision? Decision)
{
    public bool IsClosed => Decision?.Closes == true;

    public static ApplicationCourse Of(RegistryView view, EntryApplication application, AsOfDay asOf)
    {
        var decisions = DecisionsOn(view, application, asOf);
        var last = decisions.FirstOrDefault(d => d.Closes) ?? decisions.LastOrDefault();
        return last is null ? new(ApplicationState.Applied, application.AppliedOn, null)
            : !last.Closes && application.ResubmittedOn is { } again && again.First <= asOf && HasComeSince(application, again, last)
                ? new(ApplicationState.Applied, again, null)
            : new(StateOf(last.Outcome), last.On, last);
    }

    /// <summary>The decisions by the day, the earliest first; of one day in the order in which they were recorded.</summary>
    public static IReadOnlyList<ApplicationDecision> DecisionsOn(RegistryView view, EntryApplication application, AsOfDay asOf) =>
        [.. view.Kept(ByApplication)[application.Key].Where(d => d.On.First <= asOf)];

    public static ApplicationState StateOf(ApplicationOutcome outcome) => outcome switch
    {
        ApplicationOutcome.Listed => ApplicationState.Listed,
        ApplicationOutcome.Declined => ApplicationState.Declined,
        ApplicationOutcome.Withdrawn => ApplicationState.Withdrawn,
        _ => ApplicationState.Returned,
    };

    /// <summary>On the day of the return, the order of the ledger tells which was first.</summary>
    private static bool HasComeSince(EntryApplication application, PartialDate again, ApplicationDecision returned) =>
        again.First > returned.On.First || (again.First == returned.On.First && application.Seq >= returned.Seq);

    private static ILookup<Key<EntryApplication>, ApplicationDecision> ByApplication(RegistryView view) =>
        view.Own.Of<ApplicationDecision>().OrderBy(d => d.On.First).ThenBy(d => d.Seq).ToLookup(d => d.Application);
}
