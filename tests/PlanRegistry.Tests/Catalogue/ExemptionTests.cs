using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

/// <summary>除市级相关部门和区委、区政府有明确要求外 (003 三、(一)), on CAT-001.</summary>
[Trait("Rule", nameof(PlanStandsOnADirectoryList))]
public sealed class ExemptionTests
{
    private const string Today = "2026-11-22";

    private static TestDistrict District()
    {
        var district = new TestDistrict();
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-20");
        district.Plan("FARM", PlanKind.Special, 2026, 2030, p => p with { Title = "农业产业规划" });
        district.Act("FARM", ActType.DraftingStarted, "2026-05-08");
        return district;
    }

    [Fact]
    public void A_demand_by_a_municipal_department_makes_it_conditional() // T-03
    {
        var district = District();
        district.Exemption("FARM", "500000:AGR", "2026-04-01");

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Conditional);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("《农业产业规划》未列入规划编制目录清单，但有关单位已明确要求编制，须由人工确认例外情形。");
        finding.Sentence.En.Should().Be(
            "农业产业规划 stands on no approved directory list, but a body entitled to "
                + "it demands the plan; a person must confirm the exemption.");
        finding.Facts.Should().Contain(f => f.Name == "exemptions" && f.Text.Zh == "市农业农村委FARM-EXEMPTION明确要求编制本规划");
        district.Judge(Today).LightOf(district.On(Today).Plan(district.Key<Plan>("FARM"))!).Should().Be(Light.Yellow);
    }

    [Theory]
    [InlineData("PARTY", null, true)]
    [InlineData("GOV", null, true)]
    [InlineData("PARTYOFFICE", "PARTY", true)]
    [InlineData("GOVOFFICE", "GOV", true)]
    [InlineData("500000:GOV", null, true)]
    [InlineData("000000:NDRC", null, true)]
    [InlineData("GOVOFFICE", null, false)]
    [InlineData("EDU", null, false)]
    [InlineData("DRC", "GOV", false)] // Not an office of the government.
    [InlineData("SC", null, false)]
    [InlineData("500000:CONGRESS", null, false)] // No Party, government or department body.
    [InlineData("TOWN", null, false)]
    public void It_depends_on_who_demands_it(string issuer, string? onBehalfOf, bool entitled)
    {
        var district = District();
        district.Agency("500000:CONGRESS", "市人大", AgencyRole.Congress);
        district.Agency("TOWN", "临江镇政府", AgencyRole.Township);
        district.Exemption("FARM", issuer, "2026-04-01");
        district.Document("FARM-EXEMPTION", issuer,
            d => d with { OnBehalfOf = onBehalfOf is null ? null : district.Key<Agency>(onBehalfOf) });

        district.Finding("CAT-001", Today).Verdict.Should().Be(entitled ? Verdict.Conditional : Verdict.Fail);
    }

    [Fact]
    public void A_demand_by_another_department_is_none_and_the_finding_says_so()
    {
        var district = District();
        district.Exemption("FARM", "EDU", "2026-04-01");

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("《农业产业规划》未列入规划编制目录清单，不得编制或批准实施。FARM-EXEMPTION由区教委出具,该单位无权要求编制清单外的规划,不构成例外情形。");
        finding.Sentence.En
            .Should().EndWith(" FARM-EXEMPTION was issued by 区教委, which may not demand a plan outside the list, and is no exemption.");
    }

    [Fact]
    public void An_office_must_say_on_whose_behalf_it_writes()
    {
        var district = District();
        district.Exemption("FARM", "GOVOFFICE", "2026-04-01");

        district.Finding("CAT-001", Today).Sentence.Zh.Should().EndWith("FARM-EXEMPTION由区政府办公室出具,未注明代区委或区政府出具,不构成例外情形。");
    }

    [Fact]
    public void A_document_that_names_other_plans_is_none()
    {
        var district = District();
        district.Exemption("FARM", "GOV", "2026-04-01");
        district.Document("FARM-EXEMPTION", "GOV", d => d with { Plans = [district.Key<Plan>("OTHER")] });

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Sentence.Zh.Should().EndWith("FARM-EXEMPTION未写明“农业产业规划”,不构成例外情形。");
    }

    [Fact]
    public void A_document_of_an_unentitled_issuer_is_none_whatever_the_exemption_says()
    {
        var district = District();
        district.Exemption("FARM", "GOV", "2026-04-01");
        district.Document("FARM-EXEMPTION", "EDU");

        district.Finding("CAT-001", Today).Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public void Minutes_count()
    {
        var district = District();
        district.Exemption("FARM", "GOV", "2026-04-01");
        district.Document("FARM-EXEMPTION", "GOV", d => d with { Kind = "会议纪要", Plans = [district.Key<Plan>("FARM")] });

        district.Finding("CAT-001", Today).Verdict.Should().Be(Verdict.Conditional);
    }

    [Theory]
    [InlineData("2026-03-31", Verdict.Fail)]
    [InlineData("2026-04-01", Verdict.Conditional)]
    [InlineData("2026-06-30", Verdict.Conditional)]
    [InlineData("2026-07-01", Verdict.Fail)]
    public void It_covers_from_its_day_until_its_end(string day, Verdict verdict)
    {
        var district = District();
        district.Act("FARM", ActType.DraftingStarted, "2026-03-25");
        district.Exemption("FARM", "GOV", "2026-04-01", x => x with { To = PartialDate.Parse("2026-06-30") });

        district.Finding("CAT-001", day).Verdict.Should().Be(verdict);
    }

    [Fact]
    public void It_covers_the_rules_it_names()
    {
        var district = District();
        district.Exemption("FARM", "GOV", "2026-04-01", x => x with { Rules = ["FUN-001"] });

        district.Finding("CAT-001", Today).Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public void Where_the_listing_is_open_a_demand_settles_it()
    {
        var district = District();
        district.Entry("SR-2026", null, e => e with { Title = "农业产业规划", LeadAgency = district.Key<Agency>("TRANS") });
        district.Exemption("FARM", "PARTY", "2026-04-01");

        district.Finding("CAT-001", Today).Verdict.Should().Be(Verdict.Conditional);
    }
}
