using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Hierarchy;

namespace PlanRegistry.Tests.Hierarchy;

[Trait("Rule", nameof(PlanIsBasedOnTheMunicipalDevelopmentPlan))]
public sealed class PlanIsBasedOnTheMunicipalDevelopmentPlanTests
{
    private const string Today = "2026-11-22";

    private static TestDistrict District(bool municipal = true)
    {
        var district = new TestDistrict();
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025);
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030);
        if (municipal)
        {
            district.Stub("500000:CQ-2026", 2026, 2030, "2026-01-24");
        }
        district.Plan("500000:CQ-TRANSPORT", PlanKind.Special, 2026, 2030, p => p with { Title = "全市交通规划" });
        district.Plan("TRANSPORT", PlanKind.Special, 2026, 2030, p => p with { Title = "综合交通规划" });
        district.Act("TRANSPORT", ActType.DraftingStarted, "2026-05-08");
        return district;
    }

    [Fact]
    public void A_plan_that_reaches_neither_outline_is_in_breach()
    {
        var district = District();
        district.Link("TRANSPORT", "500000:CQ-TRANSPORT");

        var finding = district.Finding("HIE-005", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Error);
        finding.Sentence.Zh.Should().Be("《综合交通规划》已录入的上位规划为《全市交通规划》，未依据同期全市发展规划《CQ-2026纲要》。");
        finding.Sentence.En.Should().Be(
            "The superiors recorded of 综合交通规划 are 全市交通规划; none leads to the municipal development plan of its time, CQ-2026纲要.");
        finding.Basis.Should().Equal(new Basis("开州府办发〔2020〕95号", "一、(三)"));
        finding.Since.Should().Be(new DateOnly(2026, 5, 8));
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Should().ContainSingle(r => r.Act == "linkPlans" && r.Agency!.Name == "区交通运输委");
    }

    [Fact]
    public void Directly_or_through_a_municipal_plan_it_complies()
    {
        var direct = District();
        direct.Link("TRANSPORT", "500000:CQ-2026");
        direct.Findings("HIE-005", Today).Should().BeEmpty();

        var through = District();
        through.Link("TRANSPORT", "500000:CQ-TRANSPORT");
        through.Link("500000:CQ-TRANSPORT", "500000:CQ-2026");
        through.Findings("HIE-005", Today).Should().BeEmpty();
    }

    [Theory]
    [InlineData("DEV-2026")]
    [InlineData("DEV-2021")] // HIE-001 tells the cause.
    public void It_is_not_raised_where_any_outline_of_the_district_is_reached(string outline)
    {
        var district = District();
        district.Link("TRANSPORT", outline);

        district.Findings("HIE-005", Today).Should().BeEmpty();
    }

    [Fact]
    public void Nor_where_the_way_up_is_not_recorded()
    {
        var district = District();

        district.Finding("HIE-001", Today).Verdict.Should().Be(Verdict.Unknown);
        district.Findings("HIE-005", Today).Should().BeEmpty();
    }

    [Fact]
    public void Without_a_municipal_outline_recorded_it_is_unknown()
    {
        var district = District(municipal: false);
        district.Link("TRANSPORT", "500000:CQ-TRANSPORT");

        var finding = district.Finding("HIE-005", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("规划期含2026年的全市发展规划未录入，《综合交通规划》是否依据其编制待核实。");
        finding.Remedies.Should().ContainSingle(r => r.Act == "registerPlan" && r.Agency!.Name == "区发展改革委");
    }

    [Fact]
    public void Development_expired_and_secret_plans_are_not_judged()
    {
        var district = District();
        district.Link("TRANSPORT", "DEV-2026");
        district.Plan("OLD", PlanKind.Special, 2021, 2025);
        district.Link("OLD", "500000:CQ-TRANSPORT");
        district.Plan("S-1", PlanKind.Special, 2026, 2030, p => p with { Secrecy = Secrecy.Secret });
        district.Link("DEV-2026", "500000:CQ-TRANSPORT");

        district.Findings("HIE-005", Today).Should().BeEmpty();
    }
}
