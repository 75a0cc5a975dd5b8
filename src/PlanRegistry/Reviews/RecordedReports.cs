using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>Which recorded report answers which review. One that came before its time, or that another body made, answers none.</summary>
internal sealed class RecordedReports
{
    private readonly PlanOnDay plan;
    private readonly List<Act> reports;
    private readonly Dictionary<int, Act> perhaps;

    public RecordedReports(PlanOnDay plan, IReadOnlyList<DueReview> reviews)
    {
        this.plan = plan;
        reports = [.. plan.History.Acts
            .Where(a => a.Type == ActType.Reported && a.Counts && ReviewKinds.Of(a.About) is not null && a.On.First <= plan.AsOf
                && !ReportStart.IsEarly(plan, a) && !ReportOnDay.WordOn(plan, a).IsDenied)];
        perhaps = PlaceReportsWithoutAYear(reviews);
    }

    /// <summary>The earliest report that surely answers it.</summary>
    public Act? For(DueReview review) => Answers(review).FirstOrDefault(r => r.HappenedBy(plan.AsOf));

    /// <summary>A report that may answer it: of that year but of a day too roughly recorded, or of that day but without a year.</summary>
    public Act? DoubtfulFor(DueReview review) =>
        Answers(review).FirstOrDefault() ?? (review.Kind == ReviewKind.Annual ? perhaps.GetValueOrDefault(review.Year) : null);

    private IEnumerable<Act> Answers(DueReview review) => reports.Where(r => review.Kind switch
    {
        ReviewKind.Annual => IsAboutYear(r, review.Year),
        ReviewKind.MidTerm => r.About == ActAbout.MidTerm
            && (plan.Kind != PlanKind.Spatial || ReportStart.NearestCycle(plan, r) == review.Year),
        _ => r.About == ActAbout.Final,
    });

    // RULE-CODES, REV-001: a mid-term or final report covers its year.
    private bool IsAboutYear(Act report, int year) => report.About switch
    {
        ActAbout.Annual => report.Year == year,
        ActAbout.MidTerm => (report.Year ?? report.On.Year) == year,
        _ => report.Year == year || plan.Horizon.To == year,
    };

    /// <summary>
    /// An annual report without its year may be that of the earliest unanswered year it would count for; each is given to one year.
    /// </summary>
    private Dictionary<int, Act> PlaceReportsWithoutAYear(IReadOnlyList<DueReview> reviews)
    {
        var open = reviews.Where(r => r.Kind == ReviewKind.Annual && !Answers(r).Any()).Select(r => r.Year).ToList();
        var placed = new Dictionary<int, Act>();
        foreach (var report in reports.Where(r => r is { About: ActAbout.Annual, Year: null }))
        {
            var year = open.FindIndex(y => ReportStart.OfAnnual(plan, report, y) <= report.On.Last);
            if (year >= 0)
            {
                placed.Add(open[year], report);
                open.RemoveAt(year);
            }
        }
        return placed;
    }
}
