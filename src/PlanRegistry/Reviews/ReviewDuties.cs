using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;

namespace PlanRegistry.Reviews;

/// <summary>
/// The reports that a plan owes over its whole horizon, or owed when it ended, each with its state on the day. A pure function of history,
/// policy and day.
/// </summary>
public static class ReviewDuties
{
    public static IReadOnlyList<ReviewDuty> Of(PlanOnDay plan)
    {
        if (!plan.Exists || ReviewCalendar.Of(plan) is not { } calendar)
        {
            return [];
        }
        // RULE-CODES, "Whom": of a secret plan only the final evaluation is judged, so nothing else is told as owed.
        var reviews = calendar.Reviews.Where(r => (!plan.Plan.IsSecret || r.Kind == ReviewKind.Final) && !(r.Due >= plan.EndedOn)).ToList();
        var reports = new RecordedReports(plan, reviews);
        return [.. reviews.Select(r => Duty(plan, r, reports.For(r), reports.DoubtfulFor(r)))];
    }

    /// <summary>The same but for those that nobody owes where their rule is tried as if it were not in force.</summary>
    public static IEnumerable<ReviewDuty> Told(PlanOnDay plan) =>
        plan.ReviewDuties.Where(d => !plan.Snapshot.View.IsTriedOff(ReviewKinds.ObligedBy(d.Kind), d.Due));

    /// <summary>The state of anything due on a day and done by an act, or not.</summary>
    internal static DutyState StateOf(PlanOnDay plan, DateOnly due, Act? done)
    {
        var snapshot = plan.Snapshot;
        if (done is not null)
        {
            return done.On.First > due ? DutyState.DoneLate : DutyState.Done;
        }
        if (plan.AsOf > due)
        {
            return due < snapshot.RecordsFrom ? DutyState.NotRecorded : DutyState.Overdue;
        }
        var soon = due.AddDays(-snapshot.Policy.Of(PolicyKeys.DueSoonDays, plan.AsOf, plan.Kind));
        return plan.AsOf >= soon ? DutyState.DueSoon : DutyState.Upcoming;
    }

    private static ReviewDuty Duty(PlanOnDay plan, DueReview review, Act? report, Act? doubt) => new()
    {
        Of = plan,
        Kind = review.Kind,
        Year = review.Year,
        Due = review.Due,
        Why = review.Reason,
        State = StateOf(plan, review.Due, report),
        Report = report,
        Doubt = report is null ? doubt : null,
    };
}
