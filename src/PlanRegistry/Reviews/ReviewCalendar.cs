using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>A report that falls due, and why on that day (told when asked: most duties are never explained).</summary>
internal sealed record DueReview(ReviewKind Kind, int Year, DateOnly Due, Func<Text> Reason);

/// <summary>When the reviews of a plan fall due. 003 三、(五) asks for them and leaves the days open: they are policy.</summary>
public sealed class ReviewCalendar
{
    private readonly PlanOnDay plan;
    private readonly Policy policy;
    private readonly PartialDate start;
    private readonly ReviewReasons reasons;

    private ReviewCalendar(PlanOnDay plan, PartialDate start)
    {
        (this.plan, this.start) = (plan, start);
        policy = plan.Snapshot.Policy;
        reasons = new ReviewReasons(plan, start);
    }

    /// <summary>Null for a plan without a recorded approval or publication: it owes nothing yet.</summary>
    internal static ReviewCalendar? Of(PlanOnDay plan) => ImplementedFrom(plan) is { } start ? new ReviewCalendar(plan, start) : null;

    /// <summary>Publication begins implementation; while none is recorded, approval stands for it.</summary>
    public static PartialDate? ImplementedFrom(PlanOnDay plan) =>
        plan.IsPublished ? plan.History.PublishedOn : plan.IsApproved ? plan.History.ApprovedOn : null;

    /// <summary>The day of its approval or its publication, whichever came first; null for a plan that owes no reports.</summary>
    public static DateOnly? OwesFrom(PlanOnDay plan) =>
        new[] { plan.IsPublished ? plan.History.PublishedOn?.Last : null, plan.IsApproved ? plan.History.ApprovedOn?.Last : null }.Min();

    /// <summary>
    /// The years of implementation: from the later of horizon start and publication; a
    /// first year that began too late (review.first_year.latest_start) does not count.
    /// </summary>
    public static IEnumerable<int> Years(PlanOnDay plan)
    {
        if (ImplementedFrom(plan)?.Last is not { } from)
        {
            return [];
        }
        // By the row of that day: a later one moves no year gone by.
        var firstWhole =
            from <= plan.Snapshot.Policy.Of(PolicyKeys.FirstYearStart, from, plan.Kind).In(from.Year) ? from.Year : from.Year + 1;
        var first = Math.Max(plan.Horizon.From, firstWhole);
        return Enumerable.Range(first, Math.Max(0, plan.Horizon.To - first + 1));
    }

    internal IEnumerable<DueReview> Reviews =>
        Years(plan).Select(Annual).Concat(MidTerms()).Append(Settled(FinalUnder))
            .Where(r => r.Due >= Law.From(plan.Snapshot.View, Law.Notice, ReviewKinds.ObligedBy(r.Kind)));

    private DueReview Annual(int year) => Settled(day =>
        {
            var due = policy.Of(PolicyKeys.AnnualDue, day, plan.Kind).In(year + 1);
        return new DueReview(ReviewKind.Annual, year, due, () => reasons.Annual(year, due, day));
    });

    private IEnumerable<DueReview> MidTerms() =>
        plan.Horizon.Years <= policy.Of(PolicyKeys.NoMidTermUpTo, start.Last, plan.Kind) ? []
        : plan.Kind == PlanKind.Spatial ? Cycles()
        // One that would fall behind the horizon is left to the final evaluation.
        : new[] { Settled(MidTermUnder) }.Where(r => r.Due <= plan.Horizon.LastDay);

    private DueReview MidTermUnder(DateOnly day)
    {
        var planned = policy.Of(PolicyKeys.MidTermDue, day, plan.Kind).In(policy.MidTermYear(plan.Horizon, day, plan.Kind));
        var earliest = start.Last.AddMonths(policy.Of(PolicyKeys.MidTermMonths, day, plan.Kind));
        var due = planned < earliest ? earliest : planned;
        return new DueReview(ReviewKind.MidTerm, due.Year, due, () => reasons.MidTerm(planned, due, day));
    }

    /// <summary>The years in which a spatial plan is evaluated, counted from its approval; none before it is approved.</summary>
    public static IReadOnlyList<int> CycleYears(PlanOnDay plan)
    {
        if ((plan.IsApproved ? plan.History.ApprovedOn : ImplementedFrom(plan)) is not { } approved)
        {
            return [];
        }
        var length = plan.Snapshot.Policy.Of(PolicyKeys.SpatialCycleYears, plan.AsOf, plan.Kind);
        var first = approved.Last.Year + length;
        return [.. Enumerable.Range(0, Math.Max(0, (plan.Horizon.To - first) / length + 1)).Select(n => first + (n * length))
            .Where(y => y <= plan.Horizon.To)];
    }

    private IEnumerable<DueReview> Cycles() => CycleYears(plan).Select((year, n) => Settled(day =>
    {
        var due = policy.Of(PolicyKeys.MidTermDue, day, plan.Kind).In(year);
        return new DueReview(ReviewKind.MidTerm, year, due, () => reasons.Cycle(n + 1, year, due, day));
    }));

    private DueReview FinalUnder(DateOnly day)
    {
        var year = plan.Horizon.To + policy.Of(PolicyKeys.FinalYearOffset, day, plan.Kind);
        var due = policy.Of(PolicyKeys.FinalDue, day, plan.Kind).In(year);
        return new DueReview(ReviewKind.Final, plan.Horizon.To, due, () => reasons.Final(due, day));
    }

    /// <summary>
    /// A due day is that of the policy rows in force on it; before it comes, of those in force today. A later change moves no day gone by.
    /// </summary>
    private DueReview Settled(Func<DateOnly, DueReview> under) => under(policy.SettledOn(Law.Notice, plan.AsOf, day => under(day).Due));
}
