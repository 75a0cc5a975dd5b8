using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// What seed/README.md promises: on any day of 2026 each rule but those named there has a finding, or complies through one record.
/// </summary>
public sealed class SampleTests
{
    /// <summary>
    /// No cycle, no specially important plan and none filed with the municipality; alignment opinions and the papers of a submission of
    /// one plan, in the third quarter; no mid-term report deliberated since 2026-03-12; the development plan decomposed in time, its annual
    /// targets open part of the year; one spatial plan of the whole district, and applications that say why.
    /// </summary>
    private static readonly string[] Unshown =
        ["HIE-002", "HIE-007", "CAT-006", "ALI-006", "ALI-007", "APR-001", "APR-003", "APR-004", "APR-005", "APR-007", "APR-009", "APR-011",
            "CON-001", "CON-003", "CON-004", "CON-005", "CON-007", "FUN-002", "IND-002", "IND-003", "IND-004", "REV-007"];

    /// <summary>The record through which a rule complies while it has no finding, as seed/README.md names it.</summary>
    private static readonly (string Rule, string Home, string Table, string Code)[] Keepers =
    [
        ("ALI-005", "500154", "acts", "SPE-2021-01/ALIGNED"),
        ("APR-002", "500154", "acts", "SPE-2021-01/SUBMITTED"),
        ("APR-006", "500154", "acts", "SPE-2022-04/FILED"),
        ("APR-008", "500154", "acts", "SPE-2021-01/EIA_CONFIRMED"),
        ("APR-010", "500154", "acts", "DEV-2026/PARTY_PROPOSAL"),
        ("HIE-003", "500154", "acts", "DEV-2021-2035/WITHDRAWN"),
        ("REV-005", "500154", "acts", "DEV-2021/GOVERNMENT_EXAMINED-MID_TERM-2023"),
        ("AME-002", "500154", "acts", "DEV-2021-2035/WITHDRAWN"),
        ("AME-002", "500154", "acts", "DEV-2026/PARTY_AGREED-AMENDMENT-v2"),
        ("HIE-004", "500154", "links", "DEV-2026|500000:DEV-2026|SERVES"),
        ("HIE-005", "500000", "links", "SPE-2021-02|DEV-2021|OBEYS"),
        ("HIE-006", "500154", "acts", "SPE-2018-01/NO_CHANGE_DECLARED-DEV-2021"),
        ("ALI-004", "500154", "targets", "DEV-2026|1|KZ-HSF|2030"),
        ("ALI-004", "500154", "targets", "DEV-2026|2|KZ-HSF|2030"),
        ("CON-002", "500154", "opinion_handlings", "O-2025-01|FIRST"),
        ("FUN-003", "500154", "investment_plan_lines", "2025|SL-2025-500154-101|开州示例发改投资〔2025〕1号"),
        ("PUB-002", "500154", "expert_draws", "SPE-2025-01|PLAN|E-005"),
    ];

    public static TheoryData<int> Months => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Months))]
    public void Each_rule_has_a_finding_or_complies_through_one_record(int month)
    {
        var day = new DateOnly(2026, month, 15);
        var found = SampleFindings.On(day).Findings.Select(f => f.Rule).ToHashSet();

        foreach (var rule in RuleBook.Cards.Select(c => c.Code).Where(c => !Unshown.Contains(c) && !found.Contains(c)))
        {
            Keepers.Where(k => k.Rule == rule).Any(k => Without(k, day).Findings.Any(f => f.Rule == rule))
                .Should().BeTrue("{0} has no finding on {1:yyyy-MM-dd}, so one record named in seed/README.md must keep it", rule, day);
        }
    }

    /// <summary>Of each finding a row tells, and each row that is not about one record tells a finding of the day.</summary>
    [Fact]
    public void The_table_tells_what_is_found()
    {
        var found = SampleFindings.On(new DateOnly(2026, 11, 22)).Findings
            .SelectMany(f => f.Plans.Select(p => p.Code).DefaultIfEmpty(f.Subjects[0].Text[(f.Subjects[0].Text.LastIndexOf('/') + 1)..]),
                (f, code) => $"{f.Rule} {code}")
            .ToHashSet();
        var rows = Rows().ToList();

        found.Except(rows.SelectMany(r => r.Codes.Select(c => $"{r.Rule} {c}"))).Should().BeEmpty("seed/README.md tells of each");
        rows.Where(r => r.IsAllYear).SelectMany(r => r.Codes.Select(c => $"{r.Rule} {c}")).Except(found).Should()
            .BeEmpty("seed/README.md says that they are found all year");
    }

    /// <summary>A row without a rule is of the rule above it; SPE-2021-02、-03 are two plans.</summary>
    private static IEnumerable<(string Rule, IReadOnlyList<string> Codes, bool IsAllYear)> Rows()
    {
        var rule = "";
        foreach (var cells in File.ReadLines(Repository.Path("seed/README.md")).Select(l => l.Split('|'))
            .Where(c => c.Length == 7 && !c[1].StartsWith("--", StringComparison.Ordinal)))
        {
            rule = cells[1].Trim() is { Length: > 0 } named ? named : rule;
            var codes = new List<string>();
            foreach (var code in cells[2].Split('、').Select(c => c.Trim()))
            {
                codes.Add(code.StartsWith('-') ? codes[^1][..^2] + code[1..] : code);
            }
            yield return (rule, codes, cells[5].Trim() == "全年" && !cells[3].Contains("仅靠一条", StringComparison.Ordinal));
        }
    }

    private static Judgement Without((string Rule, string Home, string Table, string Code) keeper, DateOnly day)
    {
        bool IsKept(Record r) => !(r.Id.Table == keeper.Table && r.Id.Code == keeper.Code && r.Home.Value == keeper.Home);
        return Judge.JudgementOf(
            new Snapshot(
                new RegistryView(
                    [.. SampleFindings.View.Chain.Select(d => new DistrictRecords(d.District, d.Seq, d.RecordedAt, d.All.Where(IsKept)))]),
                    day));
    }
}
