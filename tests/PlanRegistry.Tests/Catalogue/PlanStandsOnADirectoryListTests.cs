using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

[Trait("Rule", nameof(PlanStandsOnADirectoryList))]
public sealed class PlanStandsOnADirectoryListTests
{
    private const string Today = "2026-11-22";

    /// <summary>A list approved on 2026-03-20 and a special plan whose drafting began after it.</summary>
    private static TestDistrict District()
    {
        var district = new TestDistrict();
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-20");
        district.Plan("TRANSPORT", PlanKind.Special, 2026, 2030, p => p with { Title = "综合交通规划" });
        district.Act("TRANSPORT", ActType.DraftingStarted, "2026-05-08");
        return district;
    }

    [Fact]
    public void A_plan_on_the_list_of_its_track_complies() // T-01
    {
        var district = District();
        district.Entry("SR-2026", "TRANSPORT");

        district.Findings("CAT-001", Today).Should().BeEmpty();
    }

    [Fact]
    public void An_unlisted_plan_in_drafting_is_in_breach() // T-02
    {
        var finding = District().Finding("CAT-001", Today);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("《综合交通规划》未列入规划编制目录清单，不得编制或批准实施。");
        finding.Sentence.En.Should().Be("综合交通规划 stands on no approved directory list; it may be neither drafted nor approved.");
        finding.Basis.Should().Equal(new Basis("开州府办发〔2020〕95号", "三、(一)"));
        finding.Since.Should().Be(new DateOnly(2026, 5, 8));
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Select(r => (r.Act, r.Agency!.Name))
            .Should().Equal(("applyForEntry", "区交通运输委"), ("grantExemption", "区交通运输委"), ("recordAct", "区交通运输委"));
        finding.Remedies[0].Text.Zh.Should().Be("由区交通运输委申请将《综合交通规划》列入规划编制目录清单，经区政府批准。");
        finding.Facts.Select(f => (f.Name, f.Text.Zh)).Should().Contain([
            ("plan", "《综合交通规划》（专项规划，2026—2030年，编制中）"),
            ("drafting", "2026年5月8日，办理单位未录入，启动编制（规划）"),
            ("list", "2026年度专项和区域规划目录清单（SR-2026）")]);
    }

    [Fact]
    public void A_development_plan_needs_no_list()
    {
        var district = District();
        district.Entry("SR-2026", "TRANSPORT");
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030);
        district.Act("DEV-2026", ActType.DraftingStarted, "2026-05-08");

        district.Findings("CAT-001", Today).Should().BeEmpty();
    }

    [Theory]
    [InlineData("2020-09-14", false)]
    [InlineData("2020-09-15", true)]
    public void A_plan_begun_and_approved_before_the_notice_is_not_judged(string approvedOn, bool judged)
    {
        var district = new TestDistrict();
        district.Plan("WATER", PlanKind.Special, 2019, 2030);
        district.Act("WATER", ActType.GovernmentApproved, approvedOn, "GOV",
            with: a => a with
            {
                Document = district.Document("APPROVAL", "GOV", d => d with { IssuedOn = PartialDate.Parse(approvedOn) }).Key,
            });

        district.Findings("CAT-001", Today).Should().HaveCount(judged ? 1 : 0);
    }

    [Theory]
    [InlineData(ActType.Published, "GOV", true, "批准文件未录入", "its approval document is not recorded")]
    [InlineData(ActType.GovernmentApproved, "GOV", false, "批准文件未录入", "its approval document is not recorded")]
    [InlineData(ActType.GovernmentApproved, "EDU", true, "未录入有权单位的批准", "no approval of a body entitled to it is recorded")]
    [InlineData(ActType.GovernmentApproved, "-", true, "办理单位未录入", "whose word it is is not recorded")]
    public void What_is_said_to_be_from_before_it_without_an_entitled_approval_and_its_document_is_open(
        ActType type, string? agency, bool hasDocument, string why, string whyNot)
    {
        var district = new TestDistrict();
        district.Plan("WATER", PlanKind.Special, 2019, 2030, p => p with { Title = "水利规划", ApprovalLevel = ApprovalLevel.Government });
        district.Act("WATER", type, "2019-06-01", agency,
            with: a => a with { Document = hasDocument && type != ActType.Published ? district.Document("APPROVAL", "GOV",
                d => d with { IssuedOn = PartialDate.Parse("2019-06-01") }).Key : null });

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Notice, "it lies before the records begin");
        finding.Sentence.Zh.Should().Be(
            $"《水利规划》据录入于2019年6月1日批准或发布，早于2020年9月15日（须列入目录清单之日），但{why}，是否须列入待核实。");
        finding.Sentence.En.Should().Be("水利规划 is recorded as approved or published on 2019-06-01, before 2020-09-15, from which listing is "
            + $"demanded, but {whyNot}; whether it must be listed is to be checked.");
        district.Judge(Today).LightOf(district.On(Today).Plan(district.Key<Plan>("WATER"))!).Should().NotBe(Light.Green);
    }

    [Fact]
    public void A_plan_begun_before_the_notice_and_approved_under_it_is_judged()
    {
        var district = new TestDistrict();
        district.Plan("WATER", PlanKind.Special, 2019, 2030);
        district.Act("WATER", ActType.DraftingStarted, "2019-06-01");
        district.Act("WATER", ActType.GovernmentApproved, "2021-06-01");

        district.Finding("CAT-001", Today).Since.Should().Be(new DateOnly(2020, 9, 15));
    }

    [Fact]
    public void No_policy_demands_listing_later_than_the_notice()
    {
        var district = District();
        district.Policy(PolicyKeys.ListingFrom, "2027-01-01");

        district.Finding("CAT-001", Today).Severity.Should().Be(Severity.Blocking);
    }

    [Fact]
    public void An_approval_of_which_the_year_alone_is_recorded_leaves_open_whether_the_notice_applies()
    {
        var district = new TestDistrict();
        district.Plan("WATER", PlanKind.Special, 2019, 2030, p => p with { Title = "水利规划" });
        district.Act("WATER", ActType.GovernmentApproved, "2020");

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("《水利规划》于2020年批准或发布，是否早于2020年9月15日（须列入目录清单之日）无法确定，请补录具体日期。");
        finding.Remedies.Should().ContainSingle(r => r.Act == "correctRecord" && r.Agency!.Name == "区交通运输委");
    }

    [Fact]
    public void Drafting_begun_before_the_earliest_list_recorded_is_unknown()
    {
        var district = District();
        district.Plan("TOURISM", PlanKind.Special, 2023, 2027, p => p with { Title = "旅游规划" });
        district.Act("TOURISM", ActType.DraftingStarted, "2022-07");
        district.Entry("SR-2026", "TRANSPORT");

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("《旅游规划》于2022年7月启动编制，早于已录入的最早一份目录清单SR-2026（2026年3月20日批准），请补录当时的目录清单。");
        finding.Sentence.En.Should().Be(
            "旅游规划 was begun on 2022-07, before the earliest directory list recorded,"
                + " SR-2026 (approved on 2026-03-20); record the list of that time.");
        finding.Since.Should().Be(new DateOnly(2026, 3, 20), "before that there was no list of its track, and it failed");
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Should().ContainSingle(r => r.Act == "approveDirectoryList" && r.Agency!.Name == "区发展改革委");
        finding.Facts.Select(f => f.Name).Should().Contain(["drafting", "list"]);
    }

    [Fact]
    public void Without_any_list_of_its_track_it_is_a_warning()
    {
        var district = District();
        district.Entry("SR-2026", "TRANSPORT");
        district.Plan("SPATIAL", PlanKind.Spatial, 2021, 2035, p => p with { Title = "国土空间总体规划" });
        district.Act("SPATIAL", ActType.DraftingStarted, "2021-05-08");

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("《国土空间总体规划》所属类别尚无经批准的规划编制目录清单，请先报批清单。");
        finding.Sentence.En.Should().Be("No directory list of the track of 国土空间总体规划 is approved yet; have one approved first.");
        finding.Remedies[0].Agency!.Name.Should().Be("区规划自然资源局");
    }

    [Fact]
    public void A_list_lists_nothing_before_the_day_of_its_approval()
    {
        var district = District();
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-05-08");
        district.Entry("SR-2026", "TRANSPORT");

        district.On("2026-05-07").Plan(district.Key<Plan>("TRANSPORT"))!.IsListed.Should().BeFalse();
        district.Findings("CAT-001", "2026-05-08").Should().BeEmpty();
    }

    [Theory]
    [InlineData("综合交通规划", "TRANS", true)]
    [InlineData("「综合交通」 规划", "TRANS", true)]
    [InlineData("综合交通规划", null, true)] // Empty is not "another".
    [InlineData("综合交通规划", "EDU", false)]
    [InlineData("综合交通布局规划", "TRANS", false)]
    public void An_unlinked_entry_of_its_title_and_lead_agency_is_unknown(string title, string? lead, bool unknown)
    {
        var district = District();
        district.Entry("SR-2026", null,
            e => e with { Code = "7", Title = title, LeadAgency = lead is null ? null : district.Key<Agency>(lead) });

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(unknown ? Verdict.Unknown : Verdict.Fail);
        finding.Severity.Should().Be(unknown ? Severity.Warning : Severity.Blocking);
    }

    [Fact]
    public void It_is_told_which_entry_to_link_and_by_whom()
    {
        var district = District();
        district.Entry("SR-2026", null, e => e with { Code = "7", Title = "综合交通规划", LeadAgency = district.Key<Agency>("TRANS") });

        var finding = district.Finding("CAT-001", Today);
        finding.Sentence.Zh.Should().Be("《综合交通规划》未与目录清单条目关联，但目录清单SR-2026第7项与其名称相同或者相近，请核对后关联。");
        finding.Sentence.En
            .Should().Be("综合交通规划 is linked to no entry, but entry 7 of list SR-2026 has its title or nearly so; check and link it.");
        finding.Remedies.Should().ContainSingle(r => r.Act == "correctRecord" && r.Agency!.Name == "区发展改革委");
        finding.Facts.Should().Contain(f => f.Name == "twin" && f.Text.Zh == "目录清单SR-2026第7项《综合交通规划》");
        finding.Since.Should().Be(new DateOnly(2026, 5, 8));
    }

    [Fact]
    public void An_agency_that_was_succeeded_is_the_same_lead_agency()
    {
        var district = District();
        district.Agency("ROADS", "区交通局", AgencyRole.Department);
        district.Add(new Agency
        {
            Code = "ROADS", Name = "区交通局", Role = AgencyRole.Department, Tier = PlanTier.District,
            ValidTo = PartialDate.Parse("2026-04-30"), SucceededBy = district.Key<Agency>("TRANS"),
        });
        district.Entry("SR-2026", null, e => e with { Title = "综合交通规划", LeadAgency = district.Key<Agency>("ROADS") });

        district.Finding("CAT-001", Today).Verdict.Should().Be(Verdict.Unknown);
    }
}
