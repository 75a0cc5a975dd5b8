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
        finding.Facts.Should().Contain(f => f.Name == "exemptions" && f.Text.Zh == "市农业农村委《FARM-EXEMPTION》明确要求编制本规划");
        district.Judge(Today).LightOf(district.On(Today).Plan(district.Key<Plan>("FARM"))!).Should().Be(Light.Yellow);
    }

    [Theory]
    [InlineData("PARTY", null, Verdict.Conditional)]
    [InlineData("GOV", null, Verdict.Conditional)]
    [InlineData("PARTYOFFICE", "PARTY", Verdict.Conditional)]
    [InlineData("GOVOFFICE", "GOV", Verdict.Conditional)]
    [InlineData("500000:GOV", null, Verdict.Conditional)]
    [InlineData("000000:NDRC", null, Verdict.Conditional)]
    [InlineData("GOVOFFICE", null, Verdict.Unknown)]
    [InlineData("EDU", null, Verdict.Fail)]
    [InlineData("DRC", "GOV", Verdict.Fail)] // Not an office of the government.
    [InlineData("SC", null, Verdict.Fail)]
    [InlineData("500000:CONGRESS", null, Verdict.Fail)] // No Party, government or department body.
    [InlineData("TOWN", null, Verdict.Fail)]
    public void It_depends_on_who_demands_it(string issuer, string? onBehalfOf, Verdict verdict)
    {
        var district = District();
        district.Agency("500000:CONGRESS", "市人大", AgencyRole.Congress);
        district.Agency("TOWN", "临江镇政府", AgencyRole.Township);
        district.Exemption("FARM", issuer, "2026-04-01");
        district.Document("FARM-EXEMPTION", issuer,
            d => d with { OnBehalfOf = onBehalfOf is null ? null : [district.Key<Agency>(onBehalfOf)],
                Plans = [district.Key<Plan>("FARM")] });

        district.Finding("CAT-001", Today).Verdict.Should().Be(verdict);
    }

    [Fact]
    public void A_demand_by_another_department_is_none_and_the_finding_says_so()
    {
        var district = District();
        district.Exemption("FARM", "EDU", "2026-04-01");

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("《农业产业规划》未列入规划编制目录清单，不得编制或批准实施。《FARM-EXEMPTION》由区教委出具，该单位无权要求编制清单外的规划，不构成例外情形。");
        finding.Sentence.En
            .Should().EndWith(" FARM-EXEMPTION was issued by 区教委, which may not demand a plan outside the list, and is no exemption.");
    }

    [Theory]
    [InlineData("GOVOFFICE", true, true, "区政府办公室未注明代区政府办理", "that 区政府办公室 acted on behalf of the district government is not said")]
    [InlineData("GOV", false, true, "《FARM-EXEMPTION》的印发单位未录入", "the issuer of FARM-EXEMPTION is not recorded")]
    [InlineData("GOV", true, false, "《FARM-EXEMPTION》未写明《农业产业规划》", "FARM-EXEMPTION does not name 农业产业规划")]
    public void What_its_document_leaves_out_leaves_it_open_for_the_finding_and_for_money(
        string issuer, bool hasIssuer, bool namesThePlan, string zh, string en)
    {
        var district = District();
        district.Exemption("FARM", issuer, "2026-04-01");
        district.Document("FARM-EXEMPTION", hasIssuer ? issuer : null,
            d => d with { Plans = namesThePlan ? [district.Key<Plan>("FARM")] : [district.Key<Plan>("OTHER")] });
        district.Funding("F-1", "FARM", f => f with { ArrangedOn = PartialDate.Parse("2026-06-01") });

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be($"《农业产业规划》未列入规划编制目录清单。已录入例外情形的文件，但{zh}，是否构成例外情形待核实。");
        finding.Sentence.En.Should().Be($"农业产业规划 stands on no approved directory list. The document of an exemption is recorded, "
            + $"but {en}; whether it is one is to be checked.");
        district.Finding("FUN-001", Today).Verdict.Should().Be(Verdict.Unknown);
        district.Judge(Today).LightOf(district.On(Today).Plan(district.Key<Plan>("FARM"))!).Should().Be(Light.Grey);
    }

    [Fact]
    public void It_holds_from_the_later_of_its_day_and_that_of_its_document()
    {
        var district = District();
        district.Exemption("FARM", "GOV", "2026-04-01");
        district.Document("FARM-EXEMPTION", "GOV",
            d => d with { IssuedOn = PartialDate.Parse("2026-06-01"), Plans = [district.Key<Plan>("FARM")] });

        district.Finding("CAT-001", "2026-05-31").Verdict.Should().Be(Verdict.Fail);
        district.Finding("CAT-001", "2026-06-01").Verdict.Should().Be(Verdict.Conditional);
    }

    [Fact]
    public void A_bureau_recorded_as_the_Party_committee_demands_nothing()
    {
        var district = District();
        district.Agency("FAKE", "开州区园林绿化局", AgencyRole.PartyCommittee);
        district.Exemption("FARM", "FAKE", "2026-04-01");

        district.Finding("CAT-001", Today).Sentence.Zh.Should().EndWith(
            "已录入例外情形的文件，但开州区园林绿化局的名称与所录职能（党委）不符，是否构成例外情形待核实。");
        district.Judge(Today).LightOf(district.On(Today).Plan(district.Key<Plan>("FARM"))!).Should().Be(Light.Grey);
    }

    [Fact]
    public void A_document_of_an_unentitled_issuer_is_none_whatever_the_exemption_says()
    {
        var district = District();
        district.Exemption("FARM", "GOV", "2026-04-01");
        district.Document("FARM-EXEMPTION", "EDU", d => d with { Plans = [district.Key<Plan>("FARM")] });

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
