using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests.Intake;

public sealed class UpsertTests : IntakeTest
{
    private static readonly Sheet Targets =
        File("targets.csv", "plan,indicator,nature,target_value", "DEV-2021,FOREST,BINDING,55", "DEV-2021,GDP,EXPECTED,700");
    private static readonly Sheet Approval = File("acts.csv", "plan,type,on", "DEV-2021,CONGRESS_APPROVED,2021-03-26");

    [Fact]
    public void The_same_rows_again_change_nothing()
    {
        var view = Kai(Targets, Approval);

        RowIntake.Set(view, [District, Agencies, Indicators, Plans, Targets, Approval]).Changes.Should().BeEmpty();
        RowIntake.Set(view, [District, Agencies, Indicators, Plans, Targets, Approval], replace: true).Changes.Should().BeEmpty();
    }

    [Fact]
    public void A_row_whose_content_differs_is_corrected_under_its_record_id()
    {
        var view = Kai(Targets);

        var change = RowIntake.Set(view, [File("targets.csv", "plan,indicator,nature,target_value", "DEV-2021,FOREST,BINDING,56")]).Changes
            .Should().ContainSingle().Subject;

        change.Retired.Should().BeSameAs(view.Own.Of<Target>().Single(t => t.Indicator.Code == "FOREST"));
        change.Recorded!.Id.Should().Be(change.Retired!.Id);
    }

    [Fact]
    public void Replace_withdraws_what_the_packs_tables_lack_and_no_other_tables()
    {
        var result = RowIntake.Set(Kai(Targets),
            [File("targets.csv", "plan,indicator,nature,target_value", "DEV-2021,FOREST,BINDING,55")], replace: true);

        result.Changes.Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Recorded = (Record?)null, Retired = new { Indicator = new Key<Indicator>(Kaizhou, "GDP") } });
    }

    [Fact]
    public void Replace_does_not_withdraw_what_other_rows_name()
    {
        var result = RowIntake.Set(Kai(Approval), [File("plans.csv",
            "code,title,kind,horizon_from,horizon_to,lead_agency",
            "WATER-2021,开州区水安全保障规划,SPECIAL,2021,2025,区水利局")], replace: true);

        result.Problems.Select(p => p.ToString()).Should().Equal(
            "plans.csv: row \"DEV-2021\" is missing: title of an approved plan "
                + "does not change here: amend the plan, or correct the record.",
            "plans.csv: \"500154:DEV-2021\" of plans cannot go: rows of acts still name it.");
    }

    [Fact]
    public void Replace_does_not_withdraw_what_the_packs_own_rows_name() =>
        RowIntake.Set(Kai(), [
            File("plans.csv", "code,title,kind,horizon_from,horizon_to,lead_agency", "DEV-2021,开州区十四五规划纲要,DEVELOPMENT,2021,2025,NDRC"),
            File("acts.csv", "plan,type,on", "WATER-2021,PUBLISHED,2021-03")], replace: true).Problems.Select(p => p.ToString())
            .Should().Equal("plans.csv: \"500154:WATER-2021\" of plans cannot go: rows of acts still name it.");

    [Fact]
    public void Replace_does_not_withdraw_a_superiors_plan_that_links_name()
    {
        const string header = "district,code,title,kind,horizon_from,horizon_to";
        var view = Kai(File("superior_plans.csv", header, "500000,CITY-1,重庆市十四五规划纲要,DEVELOPMENT,2021,2025"),
            File("links.csv", "subordinate,superior", "DEV-2021,500000:CITY-1"));

        RowIntake.Set(view, [File("superior_plans.csv", header, "500000,CITY-2,重庆市综合交通规划,SPECIAL,2021,2025")], replace: true)
            .Problems.Single().Message.En.Should().Be("\"500000:CITY-1\" of plans cannot go: rows of links still name it.");
    }

    [Fact]
    public void Replace_does_not_withdraw_targets_of_an_approved_version() =>
        RowIntake.Set(Kai(Targets, Approval),
                [File("targets.csv", "plan,indicator,nature,target_value", "DEV-2021,FOREST,BINDING,55")], replace: true)
            .Problems.Single().Message.En
            .Should().Be("row \"DEV-2021|1|GDP|2025\" is missing: "
                + "targets of the approved version 1 do not change here: amend the plan, or correct the record.");

    [Fact]
    public void What_is_recorded_stands_in_the_order_of_a_pack() =>
        RowIntake.Set(Kai(), [
            File("acts.csv", "plan,type,on,document", "甲,PUBLISHED,2021-05,会议纪要"),
            File("targets.csv", "plan,indicator,nature", "甲,FOREST,EXPECTED"),
            File("plans.csv", "title,kind,horizon_from,horizon_to", "甲,SPECIAL,2021,2030")]).Changes.Select(c => c.Recorded)
            .Should().SatisfyRespectively(
                r => r.Should().BeOfType<Document>(), r => r.Should().BeOfType<Plan>(),
                r => ((Target)r!).TargetYear.Should().Be(2030, "the plan's row is read before it"), r => r.Should().BeOfType<Act>());

    [Fact]
    public void Replace_keeps_stub_documents_that_are_named_and_drops_shorthand_acts_whose_cell_is_empty()
    {
        var view = Kai(File("plans.csv",
            "code,title,kind,horizon_from,horizon_to,drafting_from,published_on",
            "S-1,甲,SPECIAL,2021,2025,2020,2021-04"),
            File("acts.csv", "plan,type,on,document", "S-1,SUBMITTED,2021-01,开州府发〔2021〕6号"));

        var result = RowIntake.Set(view, [File("documents.csv", "title,number", "另一通知,开州府发〔2021〕7号"),
            File("plans.csv", "code,title,kind,horizon_from,horizon_to,drafting_from,lead_agency", "S-1,甲,SPECIAL,2021,2025,,",
                "DEV-2021,开州区十四五规划纲要,DEVELOPMENT,2021,2025,,NDRC", "WATER-2021,开州区水安全保障规划,SPECIAL,2021,2025,,区水利局")], replace: true);

        result.Problems.Should().BeEmpty();
        result.Changes.Where(c => c.Recorded is null).Select(c => c.Retired!.RecordCode).Should().Equal("S-1/drafting_from");
    }

    [Fact]
    public void Targets_of_an_approved_version_do_not_change()
    {
        var result = RowIntake.Set(Kai(Targets, Approval),
            [File("targets.csv", "plan,indicator,nature,target_value", "DEV-2021,FOREST,BINDING,50")]);

        var problem = result.Problems.Should().ContainSingle().Subject;
        problem.ToString()
            .Should().Be("targets.csv:2: targets of the approved version 1 do not change here: amend the plan, or correct the record.");
        problem.Should().BeEquivalentTo(new { Code = ProblemCode.ApprovedContent, Clause = "开州府办发〔2020〕95号 三、(五)" });
    }

    [Fact]
    public void Targets_join_no_approved_version_that_has_some() =>
        Problems(Kai(File("targets.csv", "plan,indicator,nature", "DEV-2021,GDP,EXPECTED"), Approval),
            File("targets.csv", "plan,indicator,nature", "DEV-2021,FOREST,BINDING"))
            .Should().Equal("targets.csv:2: targets of the approved version 1 do not change here: amend the plan, or correct the record.");

    [Fact]
    public void The_first_targets_of_an_approved_plan_are_no_change() => Recorded<Target>(Kai(Approval), Targets).Should().HaveCount(2);

    [Fact]
    public void Targets_of_a_version_not_yet_approved_change() =>
        Recorded<Target>(Kai(Targets, Approval, File("targets.csv", "plan,version,indicator,nature", "DEV-2021,2,FOREST,BINDING")),
            File("targets.csv", "plan,version,indicator,nature", "DEV-2021,2,GDP,EXPECTED")).Should().ContainSingle();

    [Fact]
    public void Targets_of_an_approved_amendment_do_not_change()
    {
        var view = Kai(File("targets.csv", "plan,version,indicator,nature", "DEV-2021,2,FOREST,BINDING"),
            File("acts.csv", "plan,type,on,about,version", "DEV-2021,CONGRESS_APPROVED,2021-03-26,PLAN,",
                "DEV-2021,STANDING_COMMITTEE_APPROVED,2023,AMENDMENT,2"));

        Problems(view, File("targets.csv", "plan,version,indicator,nature", "DEV-2021,2,GDP,EXPECTED"))
            .Should().Equal("targets.csv:2: targets of the approved version 2 do not change here: amend the plan, or correct the record.");
    }

    [Theory]
    [InlineData("DEV-2021,STANDING_COMMITTEE_APPROVED,2023,AMENDMENT,2,FAIL", "it failed")]
    [InlineData("DEV-2021,STANDING_COMMITTEE_APPROVED,2023,AMENDMENT,3,PASS", "it is another version's")]
    [InlineData("DEV-2021,CONGRESS_APPROVED,2023,PLAN,2,PASS", "it is about the plan itself")]
    public void An_act_that_does_not_approve_the_version_leaves_its_targets_open(string act, string because)
    {
        var view = Kai(File("targets.csv", "plan,version,indicator,nature", "DEV-2021,2,FOREST,BINDING"),
            File("acts.csv", "plan,type,on,about,version,result", act));

        Recorded<Target>(view, File("targets.csv", "plan,version,indicator,nature", "DEV-2021,2,GDP,EXPECTED"))
            .Should().ContainSingle(because);
    }

    [Fact]
    public void Title_kind_horizon_and_approval_level_of_an_approved_plan_do_not_change() =>
        Problems(Kai(Approval), File("plans.csv",
            "code,title,kind,horizon_from,horizon_to,approval_level,lead_agency",
            "DEV-2021,纲要,SPECIAL,2021,2026,CONGRESS,区政府"))
            .Should().Equal(
                "plans.csv:2: title of an approved plan does not change here: amend the plan, or correct the record.",
                "plans.csv:2: kind of an approved plan does not change here: amend the plan, or correct the record.",
                "plans.csv:2: horizon_to of an approved plan does not change here: amend the plan, or correct the record.",
                "plans.csv:2: approval_level of an approved plan does not change here: amend the plan, or correct the record.");

    [Fact]
    public void What_an_approval_does_not_fix_changes() =>
        Recorded<Plan>(Kai(Approval), File("plans.csv",
            "code,title,kind,horizon_from,horizon_to,lead_agency",
            "DEV-2021,开州区十四五规划纲要,DEVELOPMENT,2021,2025,区政府"))
            .Single().LeadAgency!.Value.Code.Should().Be("GOV");

    [Fact]
    public void A_shorthand_act_and_its_own_row_are_one_act() =>
        Problems(Kai(), File("plans.csv", "code,title,kind,horizon_from,horizon_to,drafting_from", "S-1,甲,SPECIAL,2021,2025,2020"),
                File("acts.csv", "code,plan,type,on", "S-1/drafting_from,S-1,DRAFTING_STARTED,2020"))
            .Should().Equal("acts.csv:2: code \"S-1/drafting_from\" stands in plans.csv:2 already.");
}
