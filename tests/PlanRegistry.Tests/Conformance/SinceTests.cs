using PlanRegistry.Conformance;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// When a finding began is no guess: it stands on that day, by its key and verdict, and not on the day before with the severity it has.
/// </summary>
public sealed class SinceTests(ITestOutputHelper output)
{
    private static readonly string[] Days = ["2022-06-30", "2024-02-29", "2026-11-22"];

    /// <summary>Many small ones: what began when is a plan's, and each day on which something began is judged, and its eve.</summary>
    public static TheoryData<string> All => ["sample", "first day", .. Districts.Made(18, plans: 10), .. Districts.OfTheCorpus];

    [Theory]
    [MemberData(nameof(All))]
    public void A_finding_stands_on_its_since_and_not_the_day_before(string district)
    {
        var days = new Dictionary<DateOnly, IReadOnlyList<Finding>>();
        if (Districts.View(district) is not { } view)
        {
            return;
        }
        IReadOnlyList<Finding> On(DateOnly day) => days.TryGetValue(day, out var known) ? known
            : days[day] = [.. Judge.JudgementOf(new Snapshot(view, day)).Findings.Select(f => f.AsJudged())];

        var wrong = new List<string>();
        foreach (var day in Days.Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd")))
        {
            foreach (var f in On(day))
            {
                if (!On(f.Since).Any(o => (o.Key, o.Verdict) == (f.Key, f.Verdict)))
                {
                    wrong.Add($"{day:yyyy-MM-dd} {f.Rule} {f.Verdict} not on {f.Since:yyyy-MM-dd}: {f.Key} {f.Sentence.Zh}");
                }
                else if (On(f.Since.AddDays(-1)).Any(o => (o.Key, o.Verdict, o.Severity) == (f.Key, f.Verdict, f.Severity)))
                {
                    wrong.Add($"{day:yyyy-MM-dd} {f.Rule} {f.Verdict} before {f.Since:yyyy-MM-dd}: {f.Key} {f.Sentence.Zh}");
                }
            }
        }
        foreach (var w in wrong)
        {
            output.WriteLine(w);
        }
        wrong.Should().BeEmpty();
    }
}
