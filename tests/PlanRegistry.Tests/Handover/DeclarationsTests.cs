using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Handover;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Handover;

/// <summary>One signature for many launders nothing: what is weaker stays weaker.</summary>
public sealed class DeclarationsTests
{
    private const string Today = "2026-06-30";

    /// <summary>A plan of 2022-2028 linked to the outline of 2026-2030, with a binding target below the outline's.</summary>
    private static TestDistrict District()
    {
        var district = new TestDistrict();
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030, p => p with { Title = "十五五纲要" });
        district.Act("DEV-2026", ActType.CongressApproved, "2026-02-04");
        district.Act("DEV-2026", ActType.Published, "2026-03-05");
        district.Plan("FOREST", PlanKind.Special, 2022, 2028, p => p with { Title = "林业规划", ApprovalLevel = ApprovalLevel.Government });
        district.Act("FOREST", ActType.GovernmentApproved, "2022-05-01");
        district.Link("FOREST", "DEV-2026");
        district.Indicator("GREEN", "森林覆盖率");
        district.Target("DEV-2026", "GREEN", 58m, year: 2028);
        district.Target("FOREST", "GREEN", 55m, year: 2028);
        return district;
    }

    private static Act Declared(TestDistrict district, string on = "2026-05-20", string by = "TRANS", string plan = "FOREST",
        string against = "DEV-2026", Func<Document, Document>? paper = null) =>
        district.Act(plan, ActType.NoChangeDeclared, on, by, with: a => a with
        {
            Against = new(district.Key<Plan>(against), null),
            Document = district.Document("DECLARED", by, paper ?? (d => d with { IssuedOn = PartialDate.Parse(on) })).Key,
        });

    private static string[] Against(TestDistrict district, params Act[] acts) =>
        [.. NoChangeDeclarations.Objections(district.View(), acts).Select(p => $"{string.Join('.', p.Path)}: {p.Message.Zh}")];

    [Fact]
    public void ALI_001_speaks_on_where_no_change_was_declared_and_HIE_006_does_not()
    {
        var district = District();
        var before = district.Finding("ALI-001", Today);
        district.Findings("HIE-006", Today).Should().HaveCount(1);

        Declared(district);

        district.Findings("HIE-006", Today).Should().BeEmpty("the declaration answers it");
        var after = district.Finding("ALI-001", Today);
        (after.Key, after.Severity, after.Sentence).Should().Be((before.Key, before.Severity, before.Sentence));
    }

    [Fact]
    public void One_that_would_count_meets_no_objection()
    {
        var district = District();

        Against(district, Declared(district)).Should().BeEmpty();
        Against(district, Declared(district, by: "GOV")).Should().BeEmpty("its approver may sign too");
    }

    [Fact]
    public void Before_the_outline_was_approved_there_is_nothing_to_declare_about()
    {
        var district = District();

        Against(district, Declared(district, "2026-02-03")).Should().Equal(
            "on: 声明日期2026年2月3日不能确定在《十五五纲要》批准（2026年2月4日）之后，不能作为针对它的声明。");
        Against(district, Declared(district, "2026")).Should().Equal(
            "on: 声明日期2026年不能确定在《十五五纲要》批准（2026年2月4日）之后，不能作为针对它的声明。");
        Against(district, Declared(district, paper: d => d with { IssuedOn = PartialDate.Parse("2025-12-01") })).Should().Equal(
            "document: 文件《DECLARED》（2025年12月1日）不能确定在《十五五纲要》批准（2026年2月4日）之后，不能作为针对它的声明。");
    }

    [Fact]
    public void Nor_against_an_outline_without_an_approval_nor_against_another_plan()
    {
        var district = District();
        district.Plan("DEV-2031", PlanKind.Development, 2031, 2035, p => p with { Title = "十六五纲要" });
        district.Plan("OTHER", PlanKind.Special, 2026, 2030);

        Against(district, Declared(district, against: "DEV-2031")).Should().Equal("against: 《十六五纲要》未见批准记录或者已经终止，不能针对它声明无需调整。");
        Against(district, Declared(district, against: "OTHER")).Should().Equal("against: 对应规划须为本区的发展规划。");
    }

    [Fact]
    public void A_plan_of_another_body_is_refused_by_name_and_by_its_place()
    {
        var district = District();
        district.Plan("WATER", PlanKind.Special, 2022, 2030, p => p with { Title = "水利规划", LeadAgency = district.Key<Agency>("WATER") });
        district.Act("WATER", ActType.GovernmentApproved, "2022-05-01");
        var own = Declared(district);

        Against(district, own, Declared(district, plan: "WATER")).Should().Equal(
            "plans.1: 《水利规划》：区交通运输委无权办理，应为规划牵头单位或者规划审批单位，登记了也不算数。");
    }

    [Fact]
    public void What_has_nothing_to_declare_is_told_each_by_its_place()
    {
        var district = District();
        district.Plan("OVER", PlanKind.Special, 2021, 2025, p => p with { Title = "商务规划" });
        district.Act("OVER", ActType.GovernmentApproved, "2022-05-01");
        district.Plan("DRAFT", PlanKind.Special, 2022, 2030, p => p with { Title = "消防规划" });
        var own = Declared(district);

        Against(district, Declared(district, plan: "OVER"), own, own, Declared(district, plan: "DRAFT")).Should().Equal(
            "plans.0: 《商务规划》规划期（2021—2025年）与《十五五纲要》（2026—2030年）没有重合，没有需要声明的。",
            "plans.2: 《林业规划》列了不止一次。",
            "plans.3: 《消防规划》届时未见批准或者发布记录，没有需要声明的。");
    }

    [Fact]
    public void None_is_made_before_its_paper_or_by_one_without_a_day()
    {
        var district = District();

        Against(district, Declared(district, "2026-03-20", paper: d => d with { IssuedOn = PartialDate.Parse("2026-11-20") })).Should()
            .Equal("on: 日期2026年3月20日早于文件《DECLARED》的印发日期2026年11月20日，声明无需调整不溯及文件印发以前。");
        Against(district, Declared(district, "2026-03-20", paper: d => d with { IssuedOn = null })).Should()
            .Equal("document: 文件《DECLARED》未录入印发日期，不能确定声明无需调整自何日起生效，请先补录。");
        Against(district, Declared(district, "2026-11-20", paper: d => d with { IssuedOn = PartialDate.Parse("2026") })).Should()
            .Equal("document: 文件《DECLARED》（2026年）不能确定在《十五五纲要》批准（2026年2月4日）之后，不能作为针对它的声明。");
    }

    [Fact]
    public void One_that_came_into_the_records_so_answers_from_its_paper_on_and_late()
    {
        var district = District();
        Declared(district, "2026-03-20", paper: d => d with { IssuedOn = PartialDate.Parse("2026-11-20") });

        district.Finding("HIE-006", "2026-10-01").Severity.Should().Be(Severity.Error);
        district.Findings("HIE-006", "2026-11-20").Should().BeEmpty();
        HorizonDuty.On(district.On("2026-11-20").Plan(district.Key<Plan>("FOREST"))!).Single().IsFollowedLate.Should().BeTrue();
    }

    [Fact]
    public void What_the_outline_does_not_ask_is_not_declared()
    {
        var district = District();
        district.Plan("EQUAL", PlanKind.Special, 2026, 2030, p => p with { Title = "能源规划", ApprovalLevel = ApprovalLevel.Government });
        district.Act("EQUAL", ActType.GovernmentApproved, "2026-02-10");
        district.Plan("LATER", PlanKind.Special, 2026, 2028, p => p with { Title = "消防规划", ApprovalLevel = ApprovalLevel.Government });
        district.Act("LATER", ActType.GovernmentApproved, "2026-04-10");

        Against(district, Declared(district, plan: "EQUAL"), Declared(district, plan: "LATER")).Should().Equal(
            "plans.0: 《能源规划》规划期与《十五五纲要》一致，一、（三）不要求调整；随其调整修订而声明的，请逐个登记并写明所对应的版本，没有需要声明的。",
            "plans.1: 《消防规划》批准在《十五五纲要》发布之后，一、（三）不要求调整，没有需要声明的。");
    }

    [Fact]
    public void One_by_itself_is_held_to_the_same_day()
    {
        var district = District();

        NoChangeDeclarations.OfItsTime(district.View(), Declared(district, "2026-02-03"))!.Message.En.Should().Be(
            "The day of the declaration (2026-02-03) is not surely after the approval of 十五五纲要 (2026-02-04) "
                + "and declares nothing about it.");
        NoChangeDeclarations.OfItsTime(district.View(), Declared(district, "2026-02-05")).Should().BeNull();
    }
}
