using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Intake;

public sealed class ReadingRowsTests : IntakeTest
{
    private static readonly DistrictRecords City = new(Chongqing, 1, default, [new Plan
    {
        Home = Chongqing, RecordCode = "CITY-1", Code = "CITY-1", Title = "重庆市十四五规划纲要", Kind = PlanKind.Development,
        Tier = PlanTier.Municipal, HorizonFrom = 2021, HorizonTo = 2025, Importance = Importance.Ordinary, Secrecy = Secrecy.Public,
    }]);

    [Fact]
    public void A_plan_without_a_code_gets_kind_year_and_number()
    {
        var file = File("plans.csv", "title,kind,horizon_from,horizon_to",
            "甲,SPECIAL,2026,2030", "乙,SPECIAL,2026,2030", "丙,REGIONAL,2026,2030");

        Recorded<Plan>(Kai(), file).Select(p => p.Code).Should().Equal("SPECIAL-2026-001", "SPECIAL-2026-002", "REGIONAL-2026-001");
    }

    [Fact]
    public void A_row_without_a_code_is_the_recorded_plan_of_equal_title_kind_and_horizon()
    {
        var view = Kai(File("plans.csv", "title,kind,horizon_from,horizon_to", "甲“三区”规划,SPECIAL,2026,2030"));

        var result = RowIntake.Set(view,
            [File("plans.csv", "title,kind,horizon_from,horizon_to,field", "甲「三区」规划,SPECIAL,2026,2030,交通", "乙,SPECIAL,2026,2030,")]);

        result.Changes.Select(c => (((Plan)c.Recorded!).Code, c.Retired is null))
            .Should().Equal(("SPECIAL-2026-001", false), ("SPECIAL-2026-002", true));
    }

    [Fact]
    public void Defaults_stand_where_the_format_says_so_and_nowhere_else()
    {
        var plan = Recorded<Plan>(Kai(), File("plans.csv", "code,title,kind,horizon_from,horizon_to", "交通-1,甲,SPECIAL,2026,2030")).Single();

        plan.Should().BeEquivalentTo(new { Tier = PlanTier.District, Importance = Importance.Ordinary, Secrecy = Secrecy.Public });
        plan.DailyWork.Should().BeNull();
        plan.ApprovalLevel.Should().BeNull();
    }

    [Fact]
    public void Targets_default_to_version_one_and_the_end_of_the_horizon()
    {
        var target = Recorded<Target>(Kai(), File("targets.csv",
            "plan,indicator,nature,target_value",
            "开州区水安全保障规划,森林覆盖率,BINDING,51.50")).Single();

        target.Should().BeEquivalentTo(new { Version = 1, TargetYear = 2025, Unit = (string?)null });
        target.Plan.ToString().Should().Be("500154:WATER-2021");
        RecordShape.Of<Target>().Find("target_value")!.Read(target).Should().Be("51.50", "figures are kept exactly");
    }

    [Fact]
    public void Dates_keep_their_precision()
    {
        var acts = Recorded<Act>(Kai(),
            File("acts.csv", "plan,type,on", "DEV-2021,DRAFTING_STARTED,2020", "DEV-2021,ARGUED,2020-11", "DEV-2021,PUBLISHED,2021-04-21"));

        acts.Select(a => a.On.ToString()).Should().BeEquivalentTo("2020", "2020-11", "2021-04-21");
    }

    [Fact]
    public void Files_may_name_each_other_in_any_order()
    {
        var view = Given(
            File("acts.csv", "plan,type,on,agency,document", "甲,PUBLISHED,2021-05,区政府,D-1"),
            File("targets.csv", "plan,indicator,nature,unit", "甲,产量,EXPECTED,万斤"),
            File("plans.csv", "title,kind,horizon_from,horizon_to,lead_agency", "甲,SPECIAL,2021,2025,区水利局"),
            File("indicators.csv", "code,name,unit,aliases", "YIELD,粮食产量,万斤,产量"), File("units.csv", "code,base_unit,factor", "万斤,斤,10000"),
            File("documents.csv", "code,title,issuer,plans", "D-1,印发通知,区政府,甲"), Agencies, District);

        view.Own.Of<Act>().Single()
            .Should().BeEquivalentTo(new { Plan = new Key<Plan>(Kaizhou, "SPECIAL-2021-001"), Agency = new Key<Agency>(Kaizhou, "GOV") });
        view.Own.Of<Document>().Single().Plans.Should().Equal(new Key<Plan>(Kaizhou, "SPECIAL-2021-001"));
    }

    [Theory]
    [InlineData("CONGRESS_APPROVED", "CONGRESS")]
    [InlineData("GOVERNMENT_APPROVED", "GOV")]
    [InlineData("ALIGNED", "NDRC")]
    [InlineData("WATER_CONFIRMED", "WATER")]
    [InlineData("DRAFTING_STARTED", "WATER")]
    [InlineData("MUNICIPAL_APPROVED", null)]
    [InlineData("AMENDMENT_APPROVED", null)]
    [InlineData("ALIGNMENT_REPLIED", null)]
    [InlineData("EIA_CONFIRMED", null)]
    public void An_acts_agency_is_told_by_the_act_where_it_is_known(string act, string? agency) =>
        Recorded<Act>(Kai(), File("acts.csv", "plan,type,on", $"WATER-2021,{act},2021-05")).Single().Agency?.Code.Should().Be(agency);

    [Fact]
    public void An_act_without_an_id_is_known_by_what_when_and_by_whom() =>
        Recorded<Act>(Kai(), File("acts.csv", "plan,type,on,about,year", "DEV-2021,REPORTED,2022-06-20,ANNUAL,2021")).Single()
            .Code.Should().Be("DEV-2021|REPORTED|ANNUAL|2021||2022-06-20|NDRC");

    [Fact]
    public void Shorthand_columns_of_a_plan_make_acts()
    {
        var acts = Recorded<Act>(Kai(), File("plans.csv",
            "code,title,kind,horizon_from,horizon_to,lead_agency,drafting_from,approved_on,approval_document,published_on",
            "S-1,甲,SPECIAL,2021,2025,区水利局,2020,2021-03,开州府发[2021]6号,2021-04-01",
            "D-1,乙,DEVELOPMENT,2016,2020,,,2016,,", "L-1,丙,SPATIAL,2021,2035,,,2022,,"));

        acts.Select(a => (a.Code, a.Type, a.Agency?.Code, a.Document?.Code))
            .Should().BeEquivalentTo(new (string, ActType, string?, string?)[]
        {
            ("S-1/drafting_from", ActType.DraftingStarted, "WATER", null),
            ("S-1/approved_on", ActType.GovernmentApproved, "GOV", "开州府发〔2021〕6号"),
            ("S-1/published_on", ActType.Published, "WATER", null), ("D-1/approved_on", ActType.CongressApproved, "CONGRESS", null),
            ("L-1/approved_on", ActType.MunicipalApproved, null, null),
        });
    }

    [Fact]
    public void An_unknown_document_number_makes_a_stub_in_the_same_entry()
    {
        var documents = Recorded<Document>(Kai(), File("acts.csv", "plan,type,on,document",
            "DEV-2021,PUBLISHED,2021-04,开州府发［２０２１］6号", "WATER-2021,PUBLISHED,2021-05,开州府发〔2021〕6号", "WATER-2021,ARGUED,2021-02,专家评审会纪要"));

        documents.Select(d => (d.Code, d.Title, d.Number))
            .Should().Equal(("开州府发〔2021〕6号", "开州府发〔2021〕6号", "开州府发〔2021〕6号"), ("专家评审会纪要", "专家评审会纪要", null));
    }

    [Fact]
    public void A_document_that_describes_a_stub_keeps_the_key_by_which_rows_name_it()
    {
        var view = Kai(File("acts.csv", "plan,type,on,document", "DEV-2021,PUBLISHED,2021-04,开州府发〔2021〕6号"));

        var result = RowIntake.Set(view, [File("documents.csv", "code,title,number,issuer", "D-1,印发纲要的通知,开州府发〔2021〕6号,区政府"),
            File("acts.csv", "plan,type,on,document", "DEV-2021,ISSUED,2021-04,D-1")]);

        After(view, result).Own.Of<Document>().Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Code = "开州府发〔2021〕6号", Title = "印发纲要的通知" });
    }

    [Fact]
    public void Superior_plans_without_a_code_are_stubs_that_links_may_name_by_title()
    {
        var view = Kai(File("superior_plans.csv", "district,title,kind,horizon_from,horizon_to", "500000,重庆市十四五规划纲要,DEVELOPMENT,2021,2025"),
            File("links.csv", "subordinate,superior", "DEV-2021,重庆市十四五规划纲要", "WATER-2021,500000:DEVELOPMENT-2021-001"));

        view.Own.Of<PlanLink>()
            .Should().OnlyContain(l => l.Superior == new Key<Plan>(Chongqing, "DEVELOPMENT-2021-001") && l.Kind == PlanLinkKind.Obeys);
    }

    [Fact]
    public void Agencies_and_indicators_are_found_in_the_superiors_too()
    {
        var city = new DistrictRecords(Chongqing, 1, default, [
            new Agency { Home = Chongqing, RecordCode = "M-EDU", Code = "M-EDU", Name = "重庆市教育委员会",
                Role = AgencyRole.Department, Tier = PlanTier.Municipal, Aliases = ["市教委"] },
            new Indicator { Home = Chongqing, RecordCode = "SCHOOLING", Code = "SCHOOLING", Name = "平均受教育年限",
                Unit = "年", Direction = Direction.Higher, Measure = Measure.Level, Extent = Extent.Ratio }]);
        var view = new RegistryView([Kai().Own, city]);

        Recorded<Plan>(view, File("plans.csv",
            "title,kind,horizon_from,horizon_to,lead_agency",
            "甲,SPECIAL,2026,2030,市教委")).Single().LeadAgency.ToString().Should().Be("500000:M-EDU");
        Recorded<Target>(view, File("targets.csv", "plan,indicator,nature", "DEV-2021,SCHOOLING,EXPECTED")).Single().Indicator.ToString()
            .Should().Be("500000:SCHOOLING");
    }

    [Fact]
    public void Of_two_superiors_that_know_a_name_the_nearer_is_meant()
    {
        DistrictRecords Knowing(DistrictCode home, string code) => new(home, 1, default, [new Agency
        {
            Home = home, RecordCode = code, Code = code, Name = code, Role = AgencyRole.Department, Tier = home.Tier, Aliases = ["教育部门"],
        }]);
        var view = new RegistryView([Kai().Own, Knowing(Chongqing, "M-EDU"), Knowing(DistrictCode.Nation, "N-EDU")]);

        Recorded<Plan>(view, File("plans.csv", "title,kind,horizon_from,horizon_to,lead_agency", "甲,SPECIAL,2026,2030,教育部门"))
            .Single().LeadAgency.ToString().Should().Be("500000:M-EDU");
    }

    [Fact]
    public void A_plan_of_a_superior_is_not_found_by_its_bare_code()
    {
        var view = new RegistryView([Kai().Own, City]);

        Problems(view, File("links.csv", "subordinate,superior", "DEV-2021,CITY-1"))
            .Should().Equal("links.csv:2: superior \"CITY-1\" is not known.");
        Problems(view, File("links.csv", "subordinate,superior", "DEV-2021,重庆市十四五规划纲要")).Should().BeEmpty();
    }

    [Fact]
    public void A_stub_and_the_plan_that_hides_it_are_one_plan_by_name()
    {
        var stub = File("superior_plans.csv", "district,code,title,kind,horizon_from,horizon_to",
            "500000,STUB,重庆市十四五规划纲要,DEVELOPMENT,2021,2025");
        var view = new RegistryView([Kai(stub).Own, City]);

        Recorded<PlanLink>(view, File("links.csv", "subordinate,superior", "DEV-2021,重庆市十四五规划纲要")).Single().Superior.ToString()
            .Should().Be("500000:CITY-1");
    }

    [Fact]
    public void A_version_stands_behind_the_last_at_sign() =>
        Recorded<Act>(Kai(File("plans.csv", "code,title,kind,horizon_from,horizon_to", "AT,甲@乙规划,SPECIAL,2021,2025")),
            File("acts.csv", "plan,type,on,against", "DEV-2021,NO_CHANGE_DECLARED,2023,甲@乙规划@2")).Single()
            .Against.Should().Be(new PlanVersion(new(Kaizhou, "AT"), 2));

    [Fact]
    public void A_name_that_the_pack_gives_to_another_is_no_longer_the_first_ones()
    {
        var view = Kai(File("agencies.csv", "code,name,aliases", "OLD,开州区国土局,规资局"));

        Recorded<Plan>(view, File("agencies.csv", "code,name,aliases", "OLD,开州区国土局,", "NEW,开州区规划和自然资源局,规资局"),
            File("plans.csv", "title,kind,horizon_from,horizon_to,lead_agency", "交通规划,SPECIAL,2021,2025,规资局"))
            .Single().LeadAgency!.Value.Code.Should().Be("NEW");
    }

    [Fact]
    public void Plans_are_of_the_tier_of_their_district_as_the_pack_says_else_as_it_is_recorded()
    {
        var city = File("district.csv", "code,name,tier", "500154,开州区,MUNICIPAL");
        var plan = File("plans.csv", "title,kind,horizon_from,horizon_to", "交通规划,SPECIAL,2021,2025");

        Recorded<Plan>(Kai(), city, plan).Single().Tier.Should().Be(PlanTier.Municipal);
        Recorded<Plan>(Given(city), plan).Single().Tier.Should().Be(PlanTier.Municipal);
    }

    [Fact]
    public void A_documents_hash_is_kept_in_small_letters() =>
        Recorded<Document>(Kai(), File("documents.csv", "code,title,sha256", $"D-1,通知,{new string('A', 64)}")).Single()
            .Sha256.Should().Be(new string('a', 64));

    [Fact]
    public void What_rules_judge_is_accepted()
    {
        var view = Kai(File("links.csv", "subordinate,superior", "DEV-2021,WATER-2021", "WATER-2021,DEV-2021"),
            File("acts.csv", "plan,type,on,agency", "DEV-2021,CONGRESS_APPROVED,2021-03,区水利局"),
            File("exemptions.csv", "plan,issuer,document,from", "WATER-2021,区水利局,开州水函〔2021〕6号,2021-05-01"),
            File("targets.csv", "plan,indicator,nature,unit", "DEV-2021,FOREST,BINDING,亿元"));

        view.Own.Of<PlanLink>().Should().HaveCount(2);
    }
}
