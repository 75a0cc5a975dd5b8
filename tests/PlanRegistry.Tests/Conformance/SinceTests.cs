using PlanRegistry.Conformance;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>When a finding began is no guess: it stands on that day, and not on the day before.</summary>
public sealed class SinceTests(ITestOutputHelper output)
{
    private static readonly string[] Days = ["2022-06-30", "2024-02-29", "2026-03-12", "2026-11-22"];

    public static TheoryData<string> Districts() => FindingHabitsTests.Districts();

    [Theory]
    [MemberData(nameof(Districts))]
    public void A_finding_stands_on_its_since_and_not_the_day_before(string district)
    {
        var days = new Dictionary<DateOnly, HashSet<string>>();
        var view = ViewOf(district);
        HashSet<string> KeysOn(DateOnly day) => days.TryGetValue(day, out var known) ? known
            : days[day] = [.. Judge.JudgementOf(new Snapshot(view, day)).Findings.Select(f => f.Key)];

        var wrong = new List<string>();
        foreach (var day in Days.Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd")))
        {
            foreach (var f in Judge.JudgementOf(new Snapshot(view, day)).Findings)
            {
                if (!KeysOn(f.Since).Contains(f.Key))
                {
                    wrong.Add($"{day:yyyy-MM-dd} {f.Rule} {f.Verdict} not on {f.Since:yyyy-MM-dd}: {f.Key} {f.Sentence.Zh}");
                }
                else if (KeysOn(f.Since.AddDays(-1)).Contains(f.Key))
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

    private static PlanRegistry.Ledger.RegistryView ViewOf(string district) => district switch
    {
        "sample" => SampleFindings.View,
        "first day" => FirstDayDistrict.Build().View(),
        _ => RandomDistrict.Build(int.Parse(district.Split(' ')[1])).View(),
    };
}
