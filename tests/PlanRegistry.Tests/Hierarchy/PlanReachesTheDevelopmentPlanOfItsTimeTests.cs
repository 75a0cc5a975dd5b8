using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Records;
using PlanRegistry.Rules.Hierarchy;

namespace PlanRegistry.Tests.Hierarchy;

[Trait("Rule", nameof(PlanReachesTheDevelopmentPlanOfItsTime))]
public sealed class PlanReachesTheDevelopmentPlanOfItsTimeTests
{
    private const string Today = "2026-11-22";

    /// <summary>The outlines of 2021-2025 and 2026-2030, the municipality's of 2026-2030, and a special plan of 2026-2030.</summary>
    private static TestDistrict District()
    {
        var district = new TestDistrict();
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025, p => p with { Title = "“十四五”纲要" });
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030, p => p with { Title = "“十五五”纲要" });
        district.Act("DEV-2026", ActType.DraftingStarted, "2025-06-01");
        district.Stub("500000:CQ-2026", 2026, 2030);
        district.Plan("TRANSPORT", PlanKind.Special, 2026, 2030, p => p with { Title = "综合交通规划" });
        district.Act("TRANSPORT", ActType.DraftingStarted, "2026-05-08");
        return district;
    }

    [Theory]
    [InlineData(PlanLinkKind.Obeys)]
    [InlineData(PlanLinkKind.Serves)]
    public void A_plan_that_obeys_or_serves_it_complies(PlanLinkKind kind)
    {
        var district = District();
        district.Link("TRANSPORT", "DEV-2026", kind);

        district.Findings("HIE-001", Today).Should().BeEmpty();
    }

    [Fact]
    public void So_does_one_that_reaches_it_through_others()
    {
        var district = District();
        district.Plan("REGION", PlanKind.Regional, 2026, 2030);
        district.Link("TRANSPORT", "REGION");
        district.Link("REGION", "DEV-2026");

        district.Findings("HIE-001", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_plan_whose_superiors_lead_elsewhere_is_in_breach()
    {
        var district = District();
        district.Link("TRANSPORT", "DEV-2021", from: "2026-06-01");
        district.Link("TRANSPORT", "500000:CQ-2026");

        var finding = district.Finding("HIE-001", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Error);
        finding.Sentence.Zh.Should().Be("《综合交通规划》已录入的上位规划为《CQ-2026纲要》、《“十四五”纲要》，未与同期全区发展规划《“十五五”纲要》建立上位关系。");
        finding.Sentence.En.Should().Be(
            "The superiors recorded of 综合交通规划 are CQ-2026纲要, “十四五”纲要; none leads to the district development plan of its time, “十五五”纲要.");
        finding.Basis.Should().Equal(new Basis("开州府办发〔2020〕95号", "一、(一)"));
        finding.Since.Should().Be(new DateOnly(2026, 5, 8));
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Should().ContainSingle(r => r.Act == "linkPlans" && r.Agency!.Name == "区交通运输委");
        finding.Facts.Select(f => f.Name).Should().Equal("plan", "needed", "superiors", "superiors");
    }

    [Fact]
    public void A_plan_without_links_is_unknown()
    {
        var finding = District().Finding("HIE-001", Today);

        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("《综合交通规划》未录入上位规划，是否依据同期全区发展规划编制待核实。");
        finding.Sentence.En.Should().Be(
            "No superior of 综合交通规划 is recorded; whether it follows the district development plan of its time is to be checked.");
        finding.Since.Should().Be(new DateOnly(2026, 5, 8));
        finding.Remedies.Should().ContainSingle(r => r.Act == "linkPlans" && r.Agency!.Name == "区交通运输委");
    }

    [Fact]
    public void Coordination_is_no_way_up()
    {
        var district = District();
        district.Link("TRANSPORT", "DEV-2026", PlanLinkKind.Coordinates);

        district.Finding("HIE-001", Today).Verdict.Should().Be(Verdict.Unknown);
    }

    [Fact]
    public void Without_a_development_plan_of_its_time_it_is_unknown()
    {
        var district = District();
        district.Plan("LATER", PlanKind.Special, 2031, 2035, p => p with { Title = "远期规划" });
        district.Link("LATER", "DEV-2026");
        district.Link("TRANSPORT", "DEV-2026");

        var finding = district.Finding("HIE-001", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Sentence.Zh.Should().Be("规划期含2031年的全区发展规划未录入，《远期规划》是否依据其编制待核实。");
        finding.Sentence.En
            .Should().Be("No district development plan whose horizon holds 2031 is recorded; whether 远期规划 follows it is to be checked.");
        finding.Remedies.Should().ContainSingle(r => r.Act == "registerPlan" && r.Agency!.Name == "区发展改革委");
    }

    [Fact]
    public void Where_the_way_up_ends_in_a_plan_without_links_it_is_unknown()
    {
        var district = District();
        district.Plan("REGION", PlanKind.Regional, 2026, 2030, p => p with { Title = "片区规划", LeadAgency = district.Key<Agency>("DRC") });
        district.Link("TRANSPORT", "REGION");

        var finding = district.Findings("HIE-001", Today).Single(f => f.Plan == district.Key<Plan>("TRANSPORT"));
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Sentence.Zh.Should().Be("《综合交通规划》的上位规划《片区规划》未录入其上位规划，是否依据同期全区发展规划编制待核实。");
        finding.Remedies.Should().ContainSingle(r => r.Agency!.Name == "区发展改革委");
    }

    [Fact]
    public void A_link_counts_while_it_holds()
    {
        var district = District();
        district.Link("TRANSPORT", "DEV-2026", from: "2026-08-01");

        district.Findings("HIE-001", "2026-07-31").Should().HaveCount(1);
        district.Findings("HIE-001", "2026-08-01").Should().BeEmpty();
    }

    [Theory]
    [InlineData(null)] // PROPOSED
    [InlineData(ActType.Submitted)]
    [InlineData(ActType.Published)]
    public void Any_status_of_the_development_plan_serves(ActType? act)
    {
        var district = new TestDistrict();
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030);
        if (act is { } type)
        {
            district.Act("DEV-2026", type, "2026-02-01");
        }
        district.Plan("TRANSPORT", PlanKind.Special, 2026, 2030);
        district.Link("TRANSPORT", "DEV-2026");

        district.Findings("HIE-001", Today).Should().BeEmpty();
    }

    [Fact]
    public void So_does_an_expired_one_for_a_plan_that_outlives_it()
    {
        var district = District();
        district.Plan("SPATIAL", PlanKind.Spatial, 2021, 2035);
        district.Link("SPATIAL", "DEV-2021");
        district.Link("TRANSPORT", "DEV-2026");

        district.Findings("HIE-001", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_superseded_one_does_not()
    {
        var district = District();
        district.Plan("DEV-2026B", PlanKind.Development, 2026, 2030);
        district.End("DEV-2026", ActType.Superseded, "2026-06-01");
        district.Link("TRANSPORT", "DEV-2026");

        district.Finding("HIE-001", Today).Verdict.Should().Be(Verdict.Fail);
    }

    [Theory]
    [InlineData(Secrecy.Secret, 2030)]
    [InlineData(Secrecy.Public, 2025)]
    public void Secret_and_expired_plans_are_not_judged(Secrecy secrecy, int to)
    {
        var district = new TestDistrict();
        district.Plan("OTHER", PlanKind.Special, 2021, to, p => p with { Secrecy = secrecy });

        district.Findings("HIE-001", Today).Should().BeEmpty();
    }
}
