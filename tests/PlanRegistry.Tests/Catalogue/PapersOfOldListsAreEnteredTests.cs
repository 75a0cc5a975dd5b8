using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

[Trait("Rule", nameof(PapersOfOldListsAreEntered))]
public class PapersOfOldListsAreEnteredTests
{
    private const string Rule = "CAT-007";
    private readonly TestDistrict district = new("2026-11-01");

    [Fact]
    public void An_old_list_of_which_all_is_recorded_complies()
    {
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-03-20");

        district.Findings(Rule, "2026-11-22").Should().BeEmpty();
    }

    [Fact]
    public void Every_gap_of_an_old_list_is_told_once_and_by_no_other_rule()
    {
        Incomplete("SP-2021", "2021-03-20");
        district.Plan("P-1", PlanKind.Spatial, 2021, 2035);
        district.Entry("SP-2021", "P-1", e => e with { EiaNeeded = null });

        var finding = district.Finding(Rule, "2026-11-22");

        finding.Sentence.Zh.Should().Be("2021年度空间规划编制目录清单（SP-2021）系2026年11月1日以前批准，待从档案补录："
            + "会同部门未录入；是否共同报批未录入；第P-1项《P-1规划》未说明是否需要环境影响评价，也无区水利局关于水资源论证的意见。");
        finding.Sentence.En.Should().Be(
            "the 2021 directory list of spatial plans (SP-2021) was approved before 2026-11-01; this is to be entered from the archive: "
            + "its co-drafters are not recorded; whether it was submitted jointly is not recorded; "
            + "whether environmental impact assessment is needed is not said for entry P-1 (P-1规划), "
            + "and no opinion of 区水利局 on water-resources argumentation is recorded for it.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Notice, new DateOnly(2021, 3, 20)));
        finding.Responsible!.Name.Should().Be("区规划自然资源局");
        finding.Basis.Single().Should().Match<Basis>(b =>
            b.Document == "本系统默认" && b.Clause.StartsWith("“自何日起资料录入完整”为") && b.Clause.EndsWith("日"));
        district.Judge("2026-11-22").Findings.Where(f => f.Rule is "CAT-003" or "CAT-004" or "CAT-005").Should().BeEmpty();
    }

    [Fact]
    public void What_is_wrong_with_an_old_list_is_still_told_beside_it()
    {
        Incomplete("SP-2021", "2021-03-20", l => l with { Drafter = district.Key<Agency>("TRANS") });

        district.Finding("CAT-004", "2026-11-22").Verdict.Should().Be(Verdict.Fail);
        district.Finding(Rule, "2026-11-22").Verdict.Should().Be(Verdict.Unknown);
    }

    [Theory]
    [InlineData("2026-11-01")]
    [InlineData(null)]
    public void A_list_approved_since_or_only_submitted_is_another_rules_matter(string? approvedOn)
    {
        Incomplete("SP-2026", approvedOn, l => l with { SubmittedOn = new DateOnly(2026, 10, 1) });

        district.Findings(Rule, "2026-11-22").Should().BeEmpty();
        district.Finding("CAT-004", "2026-11-22").Verdict.Should().Be(Verdict.Unknown);
    }

    private void Incomplete(string code, string? approvedOn, Func<DirectoryList, DirectoryList>? with = null) =>
        district.List(code, ListTrack.Spatial, 2021, approvedOn, l =>
        {
            var row = l with { CoDrafters = null, JointSubmission = null, WaterOpinion = null };
            return with?.Invoke(row) ?? row;
        });
}
