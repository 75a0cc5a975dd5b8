using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

/// <summary>
/// CAT-001: links that name another plan, titles that come near, approvals by the municipality, what is called a development plan, and
/// what was drafted before it was listed (RULE-CODES, changes after use 2). No single cell is a key.
/// </summary>
[Trait("Rule", nameof(PlanStandsOnADirectoryList))]
public sealed class ListingDoubtTests
{
    private const string Today = "2026-11-22";

    private readonly TestDistrict district = new();

    public ListingDoubtTests()
    {
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-20");
        district.Plan("TEA", PlanKind.Special, 2026, 2030, p => p with { Title = "开州区“十五五”茶产业发展规划" });
        district.Act("TEA", ActType.DraftingStarted, "2026-05-08", "TRANS");
    }

    private Light? LightOf(string plan) => district.Judge(Today).LightOf(district.On(Today).Plan(district.Key<Plan>(plan))!);

    [Theory]
    [InlineData("2020-06-10", "GOV", "OLD", false, null)]
    [InlineData("2020-06-10", "GOVOFFICE", "OLD", false, null)]
    [InlineData("2026-06-10", "GOV", "OLD", false, "批准文件《PAPER》2026年6月10日才印发")]
    [InlineData(null, "GOV", "OLD", false, "批准文件《PAPER》的印发日期未录入")]
    [InlineData("2020-06-10", "TRANS", "OLD", false, "批准文件《PAPER》由区交通运输委印发，既不是批准单位也不是其办公室")]
    [InlineData("2020-06-10", null, "OLD", false, "批准文件《PAPER》的印发单位未录入")]
    [InlineData("2020-06-10", "GOV", "TEA", false, "批准文件《PAPER》未写明本规划")]
    [InlineData("2020-06-10", "GOV", "OLD", true, "另有2026年3月1日启动编制的记录")]
    public void An_approval_from_before_the_notice_is_proven_by_its_document_and_not_drafted_after_it(
        string? issuedOn, string? issuer, string named, bool draftedLater, string? why)
    {
        district.Plan("OLD", PlanKind.Special, 2020, 2030, p => p with { Title = "老规划", ApprovalLevel = ApprovalLevel.Government });
        var paper = district.Document("PAPER", issuer, d => d with
        {
            IssuedOn = issuedOn is null ? null : PartialDate.Parse(issuedOn), Plans = [district.Key<Plan>(named)],
        });
        district.Act("OLD", ActType.GovernmentApproved, "2020-06-10", "GOV", with: a => a with { Document = paper.Key });
        if (draftedLater)
        {
            district.Act("OLD", ActType.DraftingStarted, "2026-03-01", "TRANS");
        }

        district.On(Today).Plan(district.Key<Plan>("OLD"))!.Directory.Listing
            .Should().Be(why is null ? PlanListing.NotRequired : PlanListing.Unknown);
        district.Findings("CAT-001", Today).Where(f => f.Plan?.Code == "OLD").Select(f => f.Sentence.Zh).Should().Equal(why is null ? [] :
            [$"《老规划》据录入于2020年6月10日批准或发布，早于2020年9月15日（须列入目录清单之日），但{why}，是否须列入待核实。"]);
    }

    [Fact]
    public void A_list_of_another_track_does_not_list_it()
    {
        district.Plan("LAND", PlanKind.Spatial, 2026, 2035, p => p with { Title = "开州区国土空间专项规划" });
        district.Act("LAND", ActType.DraftingStarted, "2026-05-08", "TRANS");
        district.Entry("SR-2026", "LAND");

        district.Findings("CAT-001", Today).Single(f => f.Plan?.Code == "LAND").Sentence.Zh
            .Should().Be("《开州区国土空间专项规划》与目录清单SR-2026第LAND项关联，但尚不能认定二者为同一规划：目录清单SR-2026不含国土空间规划，是否已列入待核实。");
    }

    [Theory]
    [InlineData("开州区“十五五”茶产业发展规划")]
    [InlineData("“十五五”茶产业规划")]
    [InlineData("开州区茶产业的专项规划")]
    public void A_link_lists_where_the_titles_differ_in_nothing_that_matters(string title)
    {
        district.Entry("SR-2026", "TEA", e => e with { Title = title });

        district.Findings("CAT-001", Today).Should().BeEmpty();
    }

    public static TheoryData<string, string, string> Differences => new()
    {
        { "title", "条目名称为《开州区“十五五”咖啡产业规划》", "the entry's title is 开州区“十五五”咖啡产业规划" },
        { "kind", "条目类型为区域规划，规划登记为专项规划", "the entry is a regional plan and the plan is recorded as a special plan" },
        { "horizon", "条目规划期为2021—2025年，规划为2026—2030年", "the entry's horizon is 2021-2025 and the plan's 2026-2030" },
        { "lead agency", "条目牵头单位为区教委，规划为区交通运输委", "the entry is led by 区教委 and the plan by 区交通运输委" },
        { "no lead agency", "条目的牵头单位未录入，规划为区交通运输委", "the entry's lead agency is not recorded and the plan's is 区交通运输委" },
        { "one year in common", "条目规划期为2021—2026年，规划为2026—2030年", "the entry's horizon is 2021-2026 and the plan's 2026-2030" },
        { "period of the title", "条目名称所指为第十四个五年（2021—2025年），规划名称所指为第十五个五年（2026—2030年）",
            "the entry's title names the five years 2021-2025 and the plan's the five years 2026-2030" },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void A_free_entry_linked_to_another_plan_does_not_list_it(string what, string zh, string en)
    {
        district.Entry("SR-2026", "TEA", e => what switch
        {
            "title" => e with { Title = "开州区“十五五”咖啡产业规划" },
            "kind" => e with { Kind = PlanKind.Regional },
            "horizon" => e with { HorizonFrom = 2021, HorizonTo = 2025 },
            "no lead agency" => e with { LeadAgency = null },
            "one year in common" => e with { HorizonFrom = 2021, HorizonTo = 2026 },
            "period of the title" => e with { Title = "开州区“十四五”茶产业发展规划" },
            _ => e with { LeadAgency = district.Key<Agency>("EDU") },
        });

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        Plain(finding.Sentence.Zh).Should().Be(Plain($"《开州区“十五五”茶产业发展规划》与目录清单SR-2026第TEA项关联，但尚不能认定二者为同一规划：{zh}，是否已列入待核实。"));
        Plain(finding.Sentence.En).Should().Be(Plain(
            $"开州区“十五五”茶产业发展规划 is linked to entry TEA of list SR-2026, but they are not seen to be one plan: {en}; "
            + "whether it is listed is to be checked."));
        finding.Remedies.Select(r => r.Act).Should().Equal("correctRecord", "confirmExemption");
        LightOf("TEA").Should().Be(Light.Grey);
    }

    [Theory]
    [InlineData("茶产业规划", null, true)] // It tells no period: the title decides.
    [InlineData("“十五五”茶产业规划", null, true)]
    [InlineData("茶产业规划(2021—2025年)", null, false)]
    [InlineData("第十四个五年茶产业规划", null, false)]
    [InlineData("茶产业规划", 2025, true)] // 2025-2030 is of the five years 2026-2030.
    public void An_entry_of_the_last_period_lists_no_plan_of_this_one(string title, int? from, bool lists)
    {
        district.Entry("SR-2026", "TEA", e => e with { Title = title, HorizonFrom = from, HorizonTo = from is null ? null : 2030 });

        district.Findings("CAT-001", Today).Should().HaveCount(lists ? 0 : 1);
    }

    [Fact]
    public void An_entry_whose_title_names_another_period_than_the_plans_horizon_does_not_list_it()
    {
        district.Plan("TEA", PlanKind.Special, 2026, 2030, p => p with { Title = "茶产业规划" });
        district.Entry("SR-2026", "TEA", e => e with { Title = "“十四五”茶产业规划" });

        district.Finding("CAT-001", Today).Sentence.Zh.Should().Be("《茶产业规划》与目录清单SR-2026第TEA项关联，但尚不能认定二者为同一规划："
            + "条目名称所指为第十四个五年（2021—2025年），规划期为2026—2030年，是否已列入待核实。");
    }

    [Fact]
    public void A_plan_whose_lead_agency_was_emptied_is_not_listed_by_its_link()
    {
        district.Entry("SR-2026", "TEA");
        district.Plan("TEA", PlanKind.Special, 2026, 2030, p => p with { Title = "茶产业规划", LeadAgency = null });
        district.Entry("SR-2026", "TEA", e => e with { LeadAgency = district.Key<Agency>("TRANS") });

        district.Finding("CAT-001", Today).Sentence.Zh.Should().Be("《茶产业规划》与目录清单SR-2026第TEA项关联，但尚不能认定二者为同一规划："
            + "条目牵头单位为区交通运输委，规划的未录入，是否已列入待核实。");
    }

    private static string Plain(string sentence) => sentence.Replace('‘', '“').Replace('’', '”');

    [Fact]
    public void A_lead_agency_that_was_succeeded_is_the_same()
    {
        var roads = district.Agency("ROADS", "区公路局", AgencyRole.Department);
        district.Add(roads with { ValidTo = PartialDate.Parse("2026-04-30"), SucceededBy = district.Key<Agency>("TRANS") });
        district.Entry("SR-2026", "TEA", e => e with { LeadAgency = district.Key<Agency>("ROADS") });

        district.Findings("CAT-001", Today).Should().BeEmpty();
    }

    [Theory]
    [InlineData("“十五五”茶产业规划", 2026, "TRANS", true)]
    [InlineData("“十五五”茶产业规划", 2021, "TRANS", false)] // The list of the last period.
    [InlineData("“十五五”茶产业规划", 2026, "EDU", false)]
    [InlineData("“十五五”咖啡产业规划", 2026, "TRANS", false)]
    public void An_unlinked_entry_of_nearly_its_title_leaves_it_open(string title, int from, string lead, bool open)
    {
        district.Entry("SR-2026", null,
            e => e with { Title = title, HorizonFrom = from, HorizonTo = from + 4, LeadAgency = district.Key<Agency>(lead) });

        district.Finding("CAT-001", Today).Verdict.Should().Be(open ? Verdict.Unknown : Verdict.Fail);
    }

    [Theory]
    [InlineData("500000:GOV", null)]
    [InlineData("TRANS", "500000:GOV")] // By its document.
    public void What_a_municipal_body_approved_is_an_exception_to_confirm(string agency, string? issuer)
    {
        district.Act("TEA", ActType.MunicipalApproved, "2026-07-01", agency,
            with: a => a with { Document = issuer is null ? null : district.Document("REPLY", issuer).Key });

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Conditional);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("《开州区“十五五”茶产业发展规划》已于2026年7月1日由市级单位批准，未列入规划编制目录清单，须由人工确认例外情形。");
        finding.Sentence.En.Should().Be("开州区“十五五”茶产业发展规划 was approved by a municipal body on 2026-07-01 and stands on no directory "
            + "list; a person must confirm the exemption.");
        district.Finding("CAT-001", "2026-06-30").Verdict.Should().Be(Verdict.Fail);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Its_level_or_approver_alone_proves_no_approval(bool byLevel)
    {
        district.Plan("TEA", PlanKind.Special, 2026, 2030, p => p with
        {
            Title = "茶产业规划", ApprovalLevel = byLevel ? ApprovalLevel.Municipal : null,
            Approver = byLevel ? null : district.Key<Agency>("500000:GOV"),
        });

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Sentence.Zh.Should().Be("《茶产业规划》登记为由市级审批，但未录入市级单位的批准，是否须列入规划编制目录清单待核实。");
        LightOf("TEA").Should().Be(Light.Grey);
    }

    [Theory]
    [InlineData("DRC", null, true)]
    [InlineData("GOV", null, true)]
    [InlineData("TRANS", "CONGRESS", true)]
    [InlineData("TRANS", null, false)]
    [InlineData("TRANS", "GOV", false)]
    [InlineData(null, null, false)]
    public void What_is_recorded_as_the_development_plan_must_be_the_outline(string? lead, string? approver, bool isOutline)
    {
        district.Plan("DEV", PlanKind.Development, 2026, 2030,
            p => p with { Title = "开州区国民经济和社会发展第十五个五年规划纲要",
                LeadAgency = lead is null ? null : district.Key<Agency>(lead) });
        district.Act("DEV", ActType.DraftingStarted, "2026-01-08", "TRANS");
        if (approver is not null)
        {
            district.Act("DEV", ActType.CongressApproved, "2026-02-01", approver);
        }

        var findings = district.Findings("CAT-001", Today).Where(f => f.Plan?.Code == "DEV").ToList();
        findings.Should().HaveCount(isOutline ? 0 : 1);
        if (!isOutline)
        {
            findings[0].Verdict.Should().Be(Verdict.Unknown);
            findings[0].Sentence.Zh.Should().Be(
                "《开州区国民经济和社会发展第十五个五年规划纲要》登记为发展规划，但不是由区发展改革委、区政府牵头，也未见区人大批准，是否须列入规划编制目录清单待核实。");
            LightOf("DEV").Should().NotBe(Light.Green);
        }
    }

    [Theory]
    [InlineData("开州区国民经济和社会发展第十五个五年规划和二〇四〇年远景目标纲要", true)]
    [InlineData("开州区“十五五”规划纲要（草案）", true)]
    [InlineData("全区发展总体规划", true)]
    [InlineData("林业发展规划纲要", false)]
    [InlineData("开州区国民经济和社会发展林业专项规划", false)]
    public void A_title_that_names_something_else_is_no_outlines(string title, bool isOutline)
    {
        district.Plan("DEV", PlanKind.Development, 2026, 2030, p => p with { Title = title });
        district.Act("DEV", ActType.DraftingStarted, "2026-01-08", "DRC");

        district.On(Today).Plan(district.Key<Plan>("DEV"))!.Directory.Listing
            .Should().Be(isOutline ? PlanListing.NotRequired : PlanListing.Unknown);
        district.Findings("CAT-001", Today).Where(f => f.Plan?.Code == "DEV").Select(f => (f.Verdict, f.Sentence.Zh)).Should().Equal(
            isOutline ? [] : [(Verdict.Unknown,
                $"《{title}》登记为发展规划，但名称不是国民经济和社会发展规划纲要，是否须列入规划编制目录清单待核实。")]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_two_development_plans_of_one_time_the_one_that_the_congress_approved_is_the_outline(bool approved)
    {
        foreach (var (code, title) in new[] { ("DEV", "开州区“十五五”规划纲要"), ("DEV-B", "开州区发展规划") })
        {
            district.Plan(code, PlanKind.Development, 2026, 2030, p => p with { Title = title });
            district.Act(code, ActType.DraftingStarted, "2026-01-08", "DRC");
        }
        if (approved)
        {
            district.Act("DEV", ActType.CongressApproved, "2026-02-01", "CONGRESS");
        }

        PlanListing Of(string plan) => district.On(Today).Plan(district.Key<Plan>(plan))!.Directory.Listing;
        (Of("DEV"), Of("DEV-B")).Should().Be((approved ? PlanListing.NotRequired : PlanListing.Unknown, PlanListing.Unknown));
        var other = district.Findings("CAT-001", Today).Single(f => f.Plan?.Code == "DEV-B");
        other.Sentence.Zh.Should().Be("《开州区发展规划》登记为发展规划，但《开州区“十五五”规划纲要》也登记为同期发展规划，何者为本区发展规划待核实。");
        other.Sentence.En.Should().Be("开州区发展规划 is recorded as a development plan, and so is 开州区“十五五”规划纲要 of the same time; "
            + "which is the district's is to be checked.");
        FundingReview.Of(district.Judge(Today), district.On(Today).Plan(district.Key<Plan>("DEV-B"))!,
            new FundingQuestion(FundingPurpose.Drafting, FundingMoney.District, null)).Verdict.Should().Be(FundingVerdict.Unknown);
    }

    [Fact]
    public void What_was_drafted_before_it_was_listed_stays_a_lead_for_auditors()
    {
        district.List("SR-LATER", ListTrack.SpecialAndRegional, 2026, "2026-07-01");
        district.Entry("SR-LATER", "TEA");

        district.Finding("CAT-001", "2026-06-30").Severity.Should().Be(Severity.Blocking);
        var finding = district.Finding("CAT-001", "2030-12-31");
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Since.Should().Be(new DateOnly(2026, 7, 1));
        finding.Sentence.Zh.Should().Be("《开州区“十五五”茶产业发展规划》于2026年5月8日启动编制，2026年7月1日才列入目录清单SR-LATER，先编后列，作为审计线索保留。");
        finding.Sentence.En.Should().Be(
            "Drafting of 开州区“十五五”茶产业发展规划 began on 2026-05-08, and only on 2026-07-01 was it listed, by SR-LATER; "
            + "this stays as a lead for auditors.");
        LightOf("TEA").Should().Be(Light.Yellow);
        district.Findings("CAT-001", "2031-01-01").Should().ContainSingle("the day that ends its horizon clears nothing");
    }

    [Theory]
    [InlineData("2026-05-08", "2021-01-01")] // On that very day.
    [InlineData("2026-07-01", "2026-08-01")] // By a list from before the records.
    public void Otherwise_a_listing_says_nothing_of_the_drafting(string listedOn, string recordsFrom)
    {
        district.List("SR-LATER", ListTrack.SpecialAndRegional, 2026, listedOn);
        district.Entry("SR-LATER", "TEA");
        district.RecordedOn(recordsFrom);

        district.Findings("CAT-001", Today).Should().BeEmpty();
    }

    [Fact]
    public void What_was_demanded_when_drafting_began_was_not_drafted_too_early()
    {
        district.List("SR-LATER", ListTrack.SpecialAndRegional, 2026, "2026-07-01");
        district.Entry("SR-LATER", "TEA");
        district.Exemption("TEA", "GOV", "2026-05-01");

        district.Findings("CAT-001", Today).Should().BeEmpty();
    }
}
