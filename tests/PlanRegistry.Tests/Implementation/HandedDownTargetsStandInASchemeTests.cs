using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules.Implementation;

namespace PlanRegistry.Tests.Implementation;

[Trait("Rule", nameof(HandedDownTargetsStandInAScheme))]
public sealed class HandedDownTargetsStandInASchemeTests
{
    private const string Rule = "IND-004";
    private const string Late = "2021-06-04";

    /// <summary>The municipal plan handed down forest cover and air; both are assigned, and neither stands in a scheme.</summary>
    private static TestDistrict Build(int year = 2025, string? document = null)
    {
        var district = ImplementedPlan.Build().Assign("COVER").Assign("AIR");
        district.Plan("500000:CQ", PlanKind.Development, 2021, 2025);
        district.Act("500000:CQ", ActType.CongressApproved, "2021-01-25", "500000:GOV");
        district.Act("500000:CQ", ActType.Published, "2021-02-10", "500000:GOV");
        foreach (var code in new[] { "COVER", "AIR" })
        {
            district.Allocation("500000:CQ", code, 50m, year, with: a => a with
            {
                Document = document is null ? null
                    : district.Document("DOWN", "500000:GOV", d => d with { IssuedOn = PartialDate.Parse(document) }).Key,
            });
        }
        return district;
    }

    private static void Scheme(TestDistrict district, string subject, string plan = "DEV", string? issued = "2021-05-20") =>
        district.Assign(subject, plan: plan, with: a => a with
        {
            Scheme = district.Document($"SCHEME-{subject}", "TRANS", d => d with
            {
                Kind = "实施方案",
                IssuedOn = issued is null ? null : PartialDate.Parse(issued),
            }).Key,
        });

    [Fact]
    public void Targets_that_stand_in_a_scheme_comply()
    {
        var district = Build();
        Scheme(district, "COVER");
        Scheme(district, "AIR", "500000:CQ");

        district.Findings(Rule, Late).Should().BeEmpty();
    }

    [Fact]
    public void One_that_stands_in_none_is_a_breach_once_some_scheme_is_recorded()
    {
        var district = Build();
        Scheme(district, "COVER");

        district.Findings(Rule, "2021-06-03").Should().BeEmpty();
        var finding = district.Finding(Rule, Late);

        finding.Sentence.Zh.Should().Be("市级规划分解下达本区的目标中，尚有1项未纳入实施方案，最早的应不晚于2021年6月3日纳入：《CQ规划》下达的“优良天数比率”（2025年50%）。");
        finding.Sentence.En.Should().Be("1 of the targets handed down to the district stand in no implementation scheme, "
            + "the first due on 2021-06-03: 优良天数比率 of CQ规划 (2025: 50%).");
        (finding.Verdict, finding.Severity, finding.Since, finding.Responsible!.Name).Should()
            .Be((Verdict.Fail, Severity.Error, new DateOnly(2021, 6, 4), "区政府办公室"));
        finding.Remedies.Select(r => (r.Act, r.Text.Zh)).Should().Equal(
            ("decomposePlan", "由区政府办公室将上述目标任务分解到牵头单位，再由其纳入实施方案并登记。"));
        finding.Remedies[0].Input!.Plan!.Value.ToString().Should().Be("500000:CQ", "it is the plan above that is assigned");
    }

    [Fact]
    public void Without_any_scheme_recorded_it_is_to_be_checked()
    {
        var finding = Build().Finding(Rule, Late);

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Sentence.Zh.Should().Contain("应不晚于2021年6月3日纳入实施方案，实施方案未录入，有2项待核实");
    }

    [Theory]
    [InlineData("2021-07-01", "2021-09-29", false)]
    [InlineData("2021-07-01", "2021-09-30", true)]
    public void What_is_handed_down_after_publication_has_days_of_its_own(string handedDown, string day, bool isFound) =>
        Build(document: handedDown).Findings(Rule, day).Any().Should().Be(isFound);

    [Fact]
    public void A_scheme_counts_from_its_day()
    {
        var district = Build();
        Scheme(district, "COVER");
        Scheme(district, "AIR", issued: "2021-07-10");

        district.Findings(Rule, "2021-07-09").Should().ContainSingle();
        district.Findings(Rule, "2021-07-10").Should().BeEmpty();
    }

    [Fact]
    public void A_target_for_a_year_of_another_development_plan_is_not_asked_for() => Build(2030).Findings(Rule, Late).Should().BeEmpty();

    [Fact]
    public void A_plan_from_before_the_records_began_is_judged_only_where_an_assignment_is_recorded()
    {
        Build().RecordedOn("2021-03-06").Findings(Rule, Late).Should().ContainSingle("assignments are recorded");
        var silent = ImplementedPlan.Build().RecordedOn("2021-03-06");
        silent.Plan("500000:CQ", PlanKind.Development, 2021, 2025);
        silent.Act("500000:CQ", ActType.CongressApproved, "2021-01-25", "500000:GOV");
        silent.Allocation("500000:CQ", "COVER", 50m, 2025);

        silent.Findings(Rule, Late).Should().BeEmpty();
    }
}
