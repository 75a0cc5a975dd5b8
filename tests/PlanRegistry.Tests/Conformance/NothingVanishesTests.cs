using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// Days pass, and nothing else: what was done wrong by a day was done on any later one, and what was missed was missed, whatever ends.
/// </summary>
public sealed class NothingVanishesTests
{
    private static readonly string[] OfDuties = ["AME-003", "HIE-006", "PUB-001", "REV-001", "REV-002", "REV-003"];
    private static readonly DateOnly[] Days =
        [.. new[] { "2022-06-30", "2023-12-31", "2025-06-30", "2026-06-30", "2026-11-22", "2031-03-01" }
        .Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd"))];

    public static TheoryData<string> All => Districts.All;

    [Theory]
    [MemberData(nameof(All))]
    public void What_was_done_wrong_by_a_day_was_done_on_every_later_one(string district)
    {
        if (Districts.View(district) is not { } view)
        {
            return;
        }
        var judged = Days.Select(d => On(view, d)).ToList();
        for (var n = 1; n < judged.Count; n++)
        {
            var later = judged[n].Findings.Where(f => f.Verdict == Verdict.Fail).Select(f => f.Key).ToHashSet();
            judged[n - 1].Findings
                .Where(f => WhatWasDoneStaysTests.JudgesWhatWasDone(f) && f.Verdict == Verdict.Fail && !later.Contains(f.Key))
                .Where(f => !IsRemedied(view, f, Days[n - 1], Days[n]))
                .Select(f => $"{Days[n]:yyyy-MM-dd}: {f.Key} {f.Sentence.Zh}").Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_was_missed_stays_missed_when_the_year_the_horizon_or_the_plan_ends(string district)
    {
        if (Districts.View(district) is not { } view)
        {
            return;
        }
        foreach (var end in Ends(view))
        {
            var (last, next) = (On(view, end), On(view, end.AddDays(1)));
            var stands = next.Findings.Where(f => f.Verdict == Verdict.Fail).ToLookup(f => f.Key);

            var missed = last.Findings.Where(f => f.Verdict == Verdict.Fail && OfDuties.Contains(f.Rule) && !IsPending(f))
                .Where(f => !IsPointless(f, next.Snapshot) && !IsRemedied(view, f, end, end.AddDays(1))).ToList();

            missed.Where(f => !stands.Contains(f.Key)).Select(f => $"{end:yyyy-MM-dd}: {f.Key} {f.Sentence.Zh}").Should().BeEmpty();
            missed.SelectMany(f => f.Plans).Distinct().Select(p => next.LightOf(next.Snapshot.Plan(p)!)).Should().NotContain(Light.Green);
        }
    }

    /// <summary>The last days of years and horizons, and the days before those on which a plan is withdrawn or superseded.</summary>
    private static IEnumerable<DateOnly> Ends(RegistryView view) => Enumerable.Range(2022, 6).Select(year => new DateOnly(year, 12, 31))
        .Concat(view.Plans.Where(p => p.Home == view.Code).SelectMany(p => view.History(p.Key).Ends
            .Select(e => e.From?.AddDays(-1)).OfType<DateOnly>().Append(p.Horizon.LastDay)))
        .Distinct().Order();

    private static Judgement On(RegistryView view, DateOnly day) => Judge.JudgementOf(new Snapshot(view, day));

    /// <summary>Not missed yet: to follow a development plan or its amendment, within the time for it, or only to be reviewed.</summary>
    private static bool IsPending(Finding finding) =>
        finding is { Rule: "HIE-006", Severity: Severity.Warning } or { Rule: "AME-003", Severity: not Severity.Error };

    /// <summary>The one exception: nobody follows a development plan (HIE-006) that has ended itself, and its successor asks anew.</summary>
    private static bool IsPointless(Finding finding, Snapshot next) => finding.Rule == "HIE-006"
        && finding.Subjects[1].Record is { } development && next.Plan(new(development.District, development.Code))!.HasEnded;

    /// <summary>Something about a report, a disclosure or an amendment happened to the plan in between, as its remedies ask.</summary>
    private static bool IsRemedied(RegistryView view, Finding finding, DateOnly after, DateOnly until) => finding.Plans
        .SelectMany(p => view.ActsOf[view.Canonical(p)])
        .Any(a => a.On.Last > after && a.On.First <= until && (a.About != ActAbout.Plan
            || a.Type is ActType.ProgressDisclosed or ActType.NoChangeDeclared));
}
