using System.Collections.Concurrent;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// What was done stays done: of every rule that judges an act or a payment, no later record but its remedy, a correction or a revocation
/// clears the finding (RULE-CODES, Changes after use, 8).
/// </summary>
public sealed class WhatWasDoneStaysTests
{
    private const string Then = "2025-06-30";
    private static readonly string[] Later = ["2025-12-31", "2026-11-22"];

    /// <summary>
    /// What comes after that day, and is no remedy of any of these rules: they ask for amendments, reports and their copies.
    /// </summary>
    private static readonly Dictionary<string, Action<TestDistrict, Plan>> LaterRecords = new()
    {
        ["it is withdrawn"] = (district, plan) => district.End(plan.Code, ActType.Withdrawn, "2025-08-01"),
        ["it is superseded"] = (district, plan) => district.End(plan.Code, ActType.Superseded, "2025-08-01"),
        ["it becomes a secret"] = (district, plan) => district.Add(plan with { Secrecy = Secrecy.Secret }),
        ["a list takes it up"] = (district, plan) => Entry(district, plan, "SR-UP", false),
        ["a list drops it"] = (district, plan) => Entry(district, plan, "SR-DOWN", true),
        ["it is demanded"] = (district, plan) => Demand(district, plan),
        ["more money is arranged"] = (district, plan) => district.Funding($"F-NEW-{plan.Code}", plan.Code,
            f => f with { ArrangedOn = PartialDate.Parse("2025-08-01"), SpentOn = PartialDate.Parse("2025-09-01") }),
        ["its procedure goes on"] = (district, plan) => Steps(district, plan),
    };

    private static readonly ConcurrentDictionary<int, Lazy<List<Finding>>> Known = new();

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (var (what, seed) in LaterRecords.Keys.SelectMany(w => Enumerable.Range(1, 8).Select(s => (w, s))))
        {
            cases.Add(what, seed);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_later_record_clears_a_finding_about_an_act_or_a_payment(string what, int seed)
    {
        var before = Before(seed);
        before.Should().NotBeEmpty();

        var district = RandomDistrict.Build(seed);
        foreach (var plan in district.View().Own.Of<Plan>())
        {
            LaterRecords[what](district, plan);
        }

        foreach (var day in Later)
        {
            var stand = Breaches(district, day).Select(f => f.Key).ToHashSet();
            before.Where(f => !stand.Contains(f.Key)).Select(f => $"{day}: {f.Key} {f.Sentence.Zh}").Should().BeEmpty(what);
        }
    }

    [Fact]
    public void Each_of_these_rules_has_a_breach_in_some_district() =>
        Enumerable.Range(1, 8).SelectMany(Before).Select(f => f.Rule).Distinct()
            .Should().Contain(["AME-001", "AME-002", "FUN-001", "PUB-001", "REV-004"]);

    private static List<Finding> Before(int seed) => Known.GetOrAdd(seed, s => new(() => Breaches(RandomDistrict.Build(s), Then))).Value;

    private static List<Finding> Breaches(TestDistrict district, string day) =>
        [.. district.Judge(day).Findings.Where(f => f is { Verdict: Verdict.Fail, Severity: not Severity.Notice } && JudgesWhatWasDone(f))];

    /// <summary>PUB-001 judges an omission, but for what is secret and was made public.</summary>
    internal static bool JudgesWhatWasDone(Finding finding) =>
        finding.Rule is "AME-001" or "AME-002" or "APR-012" or "FUN-001" or "REV-004" or "REV-005"
        || finding is { Rule: "PUB-001", Severity: Severity.Blocking };

    private static void Entry(TestDistrict district, Plan plan, string list, bool dropped)
    {
        district.List(list, ListTrack.Combined, 2025, "2025-08-01");
        district.Entry(list, plan.Code, e => e with { Dropped = dropped ? true : null });
    }

    private static void Demand(TestDistrict district, Plan plan)
    {
        district.Exemption(plan.Code, "GOV", "2025-08-01");
        district.Document($"{plan.Code}-EXEMPTION", "GOV", d => d with { IssuedOn = PartialDate.Parse("2025-08-01") });
    }

    private static void Steps(TestDistrict district, Plan plan)
    {
        var day = new DateOnly(2025, 7, 1);
        foreach (var type in Enum.GetValues<ActType>().Where(t => t is not (ActType.Withdrawn or ActType.Superseded or ActType.Reported)))
        {
            district.Act(plan.Code, type, (day = day.AddDays(2)).ToString("yyyy-MM-dd", null), "GOV");
        }
    }
}
