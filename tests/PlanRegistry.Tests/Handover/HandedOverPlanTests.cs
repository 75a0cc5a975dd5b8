using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Handover;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Handover;

/// <summary>What of the plans of an old period is done: it ended in 2025, the next outline was published on 2026-03-05.</summary>
public sealed class HandedOverPlanTests
{
    private const string Today = "2026-06-30";

    private static TestDistrict District(string recordedOn = "2021-01-01", bool isPublished = true)
    {
        var district = new TestDistrict(recordedOn);
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025, p => p with { Title = "十四五纲要" });
        district.Act("DEV-2021", ActType.CongressApproved, "2021-02-20");
        district.Act("DEV-2021", ActType.Published, "2021-03-10");
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030, p => p with { Title = "十五五纲要" });
        district.Act("DEV-2026", ActType.CongressApproved, "2026-02-04");
        if (isPublished)
        {
            district.Act("DEV-2026", ActType.Published, "2026-03-05");
        }
        return district;
    }

    private static void Approved(TestDistrict district, string code, int from, int to, string on = "2021-09-01", string? title = null,
        Func<Plan, Plan>? with = null)
    {
        district.Plan(code, PlanKind.Special, from, to,
            p => (with ?? (same => same))(p with { Title = title ?? $"{code}规划", ApprovalLevel = ApprovalLevel.Government }));
        district.Act(code, ActType.GovernmentApproved, on);
        district.Act(code, ActType.Published, on);
    }

    private static IReadOnlyList<HandedOverPlan> In(TestDistrict district, string day = Today, int? from = null)
    {
        var snapshot = district.On(day);
        var handover = PeriodHandover.Of(snapshot, from)!;
        return HandedOverPlan.In(handover, snapshot.OwnPlans, new Successors(handover, snapshot.View));
    }

    private static HandedOverPlan Of(TestDistrict district, string code, string day = Today) =>
        In(district, day).Single(p => p.Plan.Plan.Code == code);

    [Fact]
    public void Those_in_force_at_the_end_of_the_period_are_in_it_and_those_that_ended_before_are_not()
    {
        var district = District();
        Approved(district, "A-2021", 2021, 2025);
        Approved(district, "B-2022", 2022, 2028, "2022-05-01");
        Approved(district, "C-2022", 2022, 2024, "2022-05-01"); // It ran out in the period.
        Approved(district, "D-2016", 2016, 2020, "2016-05-01"); // Of the period before.
        Approved(district, "E-2021", 2021, 2025);
        district.End("E-2021", ActType.Withdrawn, "2024-05-01");
        Approved(district, "F-2026", 2026, 2030, "2026-05-01");
        district.Plan("G-2025", PlanKind.Special, 2025, 2029);
        district.Act("G-2025", ActType.DraftingStarted, "2025-03-01"); // A draft then.

        In(district).Select(p => p.Plan.Plan.Code).Should().Equal("A-2021", "B-2022", "C-2022", "DEV-2021");
        var snapshot = district.On(Today);
        HandedOverPlan.DraftsAt(PeriodHandover.Of(snapshot)!, snapshot.OwnPlans).Select(p => p.Plan.Code).Should().Equal("G-2025");
    }

    [Fact]
    public void A_plan_of_which_no_approval_is_recorded_stands_there_as_open()
    {
        var district = District();
        district.Plan("A-2021", PlanKind.Special, 2021, 2025);

        var plan = Of(district, "A-2021");
        plan.Evaluation.Standing.Should().Be(EvaluationStanding.Unclear);
        plan.Evaluation.Why.Zh.Should().Be("未见批准或发布记录，是否应作总结评估待核实。");
        plan.Evaluation.Duty.Should().BeNull();
    }

    [Fact]
    public void The_final_evaluation_is_owed_until_it_is_reported()
    {
        var district = District();
        Approved(district, "A-2021", 2021, 2025);

        var owed = Of(district, "A-2021").Evaluation;
        owed.Standing.Should().Be(EvaluationStanding.Owed);
        owed.Why.Zh.Should().StartWith("2025年总结评估报告尚无报送记录。");
        Of(district, "A-2021", "2027-01-01").Evaluation.Standing.Should().Be(EvaluationStanding.Overdue);

        district.Act("A-2021", ActType.Reported, "2026-05-20", "TRANS", ActAbout.Final, 2025);
        var done = Of(district, "A-2021").Evaluation;
        done.Standing.Should().Be(EvaluationStanding.Done);
        done.Why.Zh.Should().StartWith("2025年总结评估报告已于2026年5月20日报送。");
    }

    [Fact]
    public void That_of_the_development_plan_is_due_before_its_period_ends()
    {
        var district = District();

        Of(district, "DEV-2021").Evaluation.Standing.Should().Be(EvaluationStanding.Overdue);
        Of(district, "DEV-2021").Evaluation.Duty!.Due.Should().Be(new DateOnly(2025, 12, 31));
    }

    [Fact]
    public void Due_before_the_records_are_complete_it_is_not_recorded_and_never_overdue()
    {
        var district = District(recordedOn: "2026-01-01");

        var plan = Of(district, "DEV-2021");
        plan.Evaluation.Standing.Should().Be(EvaluationStanding.NotRecorded);
        plan.Evaluation.Why.Zh.Should().StartWith("到期日早于登记册开始完整记录之日，未见报送记录，应从档案补录。");
    }

    [Fact]
    public void A_plan_that_runs_on_owes_its_evaluation_later_and_needs_no_successor()
    {
        var district = District();
        Approved(district, "B-2022", 2022, 2028, "2022-05-01");

        var plan = Of(district, "B-2022");
        plan.Evaluation.Standing.Should().Be(EvaluationStanding.Later);
        plan.Succession.Standing.Should().Be(SuccessionStanding.NotNeeded);
        plan.Succession.Why.Zh.Should().Be("规划期至2028年，自身延续到新一期。");
    }

    [Fact]
    public void It_is_asked_to_follow_the_new_outline_by_a_day_and_a_clause()
    {
        var district = District();
        Approved(district, "B-2022", 2022, 2028, "2022-05-01");

        var plan = Of(district, "B-2022").Continuation;
        (plan.Standing, plan.Due).Should().Be((ContinuationStanding.Owed, new DateOnly(2026, 9, 1)));
        plan.Why.Should().Be(new Text(
            "《十五五纲要》（2026—2030年）于2026年3月5日发布，应不晚于2026年9月1日调整修订或声明无需调整（开州府办发〔2020〕95号 一、（三））。尚未调整修订，也未声明无需调整。",
            "十五五纲要 (2026-2030) was published on 2026-03-05; to be followed by 2026-09-01 (开州府办发〔2020〕95号 一、（三）). "
                + "It was neither amended nor was no change declared."));
        Of(district, "B-2022", "2026-09-02").Continuation.Standing.Should().Be(ContinuationStanding.Overdue);
    }

    [Fact]
    public void Declaring_no_change_or_an_amendment_answers_it()
    {
        var district = District();
        Approved(district, "B-2022", 2022, 2028, "2022-05-01");
        Approved(district, "C-2022", 2022, 2028, "2022-05-01");
        district.Act("B-2022", ActType.NoChangeDeclared, "2026-05-20", "TRANS",
            with: a => a with
            {
                Against = new(district.Key<Plan>("DEV-2026"), null), Document = district.Document("DECLARED", "TRANS").Key,
            });
        district.Amendment("C-2022", 2, "2026-04-01");
        district.Act("C-2022", ActType.AmendmentApproved, "2026-05-01", "GOV", ActAbout.Amendment, with: a => a with { Version = 2 });

        Of(district, "B-2022").Continuation.Standing.Should().Be(ContinuationStanding.Declared);
        Of(district, "B-2022").Continuation.Act!.Type.Should().Be(ActType.NoChangeDeclared);
        Of(district, "C-2022").Continuation.Standing.Should().Be(ContinuationStanding.Amended);
        Of(district, "B-2022").Continuation.Why.Zh.Should().EndWith("已于2026年5月20日声明无需调整。");
    }

    [Fact]
    public void A_declaration_of_which_it_is_open_whether_it_counts_leaves_it_open()
    {
        var district = District();
        Approved(district, "B-2022", 2022, 2028, "2022-05-01");
        district.Act("B-2022", ActType.NoChangeDeclared, "2026-05-20", "TRANS",
            with: a => a with { Against = new(district.Key<Plan>("DEV-2026"), null) });

        var plan = Of(district, "B-2022").Continuation;
        plan.Standing.Should().Be(ContinuationStanding.Unclear);
        plan.Why.Zh.Should().EndWith("无需调整声明是否有效待核实：文件未录入。");
    }

    [Fact]
    public void Nothing_is_asked_before_the_new_outline_is_published()
    {
        var district = District(isPublished: false);
        Approved(district, "B-2022", 2022, 2028, "2022-05-01");

        var plan = Of(district, "B-2022").Continuation;
        plan.Standing.Should().Be(ContinuationStanding.Awaited);
        plan.Why.Zh.Should().Be("《十五五纲要》尚未见发布记录，发布后再行调整修订或者声明无需调整。");
    }

    [Fact]
    public void What_is_weaker_than_the_new_outline_is_named_linked_or_not()
    {
        var district = District();
        Approved(district, "B-2022", 2022, 2028, "2022-05-01");
        district.Indicator("GREEN", "森林覆盖率");
        district.Target("DEV-2026", "GREEN", 58m, year: 2030);
        district.Target("B-2022", "GREEN", 55m, year: 2030);

        Of(district, "B-2022").Continuation.WeakerThanOutline.Select(i => i.Name).Should().Equal("森林覆盖率");
        district.Findings("ALI-001", Today).Should().BeEmpty("the plan is not linked to that outline");
    }

    [Fact]
    public void A_plan_of_the_same_subject_kind_and_lead_agency_succeeds_it()
    {
        var district = District();
        Approved(district, "A-2021", 2021, 2025, title: "开州区“十四五”教育事业发展规划");
        Approved(district, "A-2026", 2026, 2030, "2026-05-01", "开州区“十五五”教育事业发展规划");

        var found = Of(district, "A-2021").Succession;
        (found.Standing, found.Plans.Single().Plan.Code).Should().Be((SuccessionStanding.Recorded, "A-2026"));
        found.Why.Should().Be(new Text("《开州区“十五五”教育事业发展规划》与本规划除规划期外名称一致，类别和牵头单位相同。",
            "开州区“十五五”教育事业发展规划 has this plan's title but for the period, its kind and its lead agency."));
    }

    [Fact]
    public void Of_another_lead_agency_or_only_alike_in_title_it_is_to_be_checked()
    {
        var district = District();
        Approved(district, "A-2021", 2021, 2025, title: "开州区“十四五”教育事业发展规划");
        Approved(district, "A-2026", 2026, 2030, "2026-05-01", "开州区“十五五”教育事业发展规划",
            p => p with { LeadAgency = district.Key<Agency>("EDU") });
        Approved(district, "B-2021", 2021, 2025, title: "开州区“十四五”综合交通运输发展规划");
        Approved(district, "B-2026", 2026, 2030, "2026-05-01", "开州区“十五五”综合交通运输体系规划");

        Of(district, "A-2021").Succession.Standing.Should().Be(SuccessionStanding.Possible);
        Of(district, "A-2021").Succession.Why.Zh.Should().Be("《开州区“十五五”教育事业发展规划》与本规划除规划期外名称一致，牵头单位不同或者未录入，是否接续待核实。");
        Of(district, "B-2021").Succession.Standing.Should().Be(SuccessionStanding.Possible);
        Of(district, "B-2021").Succession.Why.Zh.Should().Be("《开州区“十五五”综合交通运输体系规划》名称与本规划相近，或者类别、领域、牵头单位相同，是否接续待核实。");
    }

    [Fact]
    public void Of_its_field_and_lead_agency_under_another_title_it_is_to_be_checked()
    {
        var district = District();
        Approved(district, "A-2021", 2021, 2025, title: "开州区“十四五”制造业高质量规划", with: p => p with { Field = "制造业" });
        Approved(district, "A-2026", 2026, 2030, "2026-05-01", "开州区“十五五”产业振兴规划", p => p with { Field = "制造业" });
        Approved(district, "B-2026", 2026, 2030, "2026-05-01", "开州区“十五五”能源规划", p => p with { Field = "能源" });

        var found = Of(district, "A-2021").Succession;
        (found.Standing, found.Plans.Single().Plan.Code).Should().Be((SuccessionStanding.Possible, "A-2026"));
    }

    [Fact]
    public void An_entry_of_a_directory_list_of_the_new_period_is_told_by_its_place()
    {
        var district = District();
        Approved(district, "A-2021", 2021, 2025, title: "开州区“十四五”教育事业发展规划");
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-01-15");
        district.Entry("SR-2026", null, e => e with
        {
            Code = "4", Title = "开州区“十五五”教育事业发展规划", LeadAgency = district.Key<Agency>("TRANS"), HorizonFrom = 2026, HorizonTo = 2030,
        });

        var found = Of(district, "A-2021").Succession;
        found.Standing.Should().Be(SuccessionStanding.Listed);
        found.Why.Zh.Should().Be("目录清单SR-2026第4项与本规划除规划期外名称一致，类别和牵头单位相同，尚未登记规划。");
    }

    [Fact]
    public void None_is_said_only_where_a_list_of_the_new_period_is_recorded()
    {
        var district = District();
        Approved(district, "A-2021", 2021, 2025, title: "开州区“十四五”教育事业发展规划");
        Of(district, "A-2021").Succession.Standing.Should().Be(SuccessionStanding.NotRecorded);
        Of(district, "A-2021").Succession.Why.Zh.Should().Be("新一期的目录清单未录入，是否有接续的规划待核实。");

        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-01-15");
        district.Entry("SR-2026", null, e => e with { Title = "开州区“十五五”能源发展规划", HorizonFrom = 2026, HorizonTo = 2030 });
        Of(district, "A-2021").Succession.Standing.Should().Be(SuccessionStanding.None);
        Of(district, "A-2021").Succession.Why.Zh.Should().Be("登记的规划和新一期的目录清单中未见接续的规划；没有条款要求必须接续。");
    }

    [Fact]
    public void A_plan_superseded_by_an_act_has_the_successor_that_it_names()
    {
        var district = District();
        Approved(district, "A-2021", 2021, 2025);
        district.End("A-2021", ActType.Superseded, "2026-02-01");

        var found = Of(district, "A-2021");
        (found.Succession.Standing, found.Succession.Plans.Single().Plan.Code).Should().Be((SuccessionStanding.Recorded, "A-2021-NEXT"));
        found.Succession.Act!.Type.Should().Be(ActType.Superseded);
    }

    [Fact]
    public void Two_secret_plans_of_one_covering_title_succeed_nothing()
    {
        var district = District();
        Approved(district, "S-2021", 2021, 2025, title: "涉密规划", with: p => p with { Secrecy = Secrecy.Secret });
        Approved(district, "S-2026", 2026, 2030, "2026-05-01", "涉密规划", p => p with { Secrecy = Secrecy.Secret });

        var plan = Of(district, "S-2021");
        plan.Succession.Standing.Should().Be(SuccessionStanding.NotRecorded);
        plan.Succession.Plans.Should().BeEmpty();
    }

    [Fact]
    public void One_that_ended_after_it_had_missed_to_follow_stays_overdue()
    {
        var district = District();
        Approved(district, "B-2022", 2022, 2028, "2022-05-01");
        district.End("B-2022", ActType.Superseded, "2026-11-24");

        var plan = Of(district, "B-2022", "2026-11-30").Continuation;
        (plan.Standing, plan.Due).Should().Be((ContinuationStanding.Overdue, new DateOnly(2026, 9, 1)));
        var early = District();
        Approved(early, "B-2022", 2022, 2028, "2022-05-01");
        early.End("B-2022", ActType.Superseded, "2026-06-01");
        Of(early, "B-2022").Continuation.Standing.Should().Be(ContinuationStanding.NotAsked);
        Of(early, "B-2022").Continuation.Why.Should().Be(new Text("本规划已被替代。", "The plan is superseded."));
        Of(early, "B-2022").Evaluation.Why.Zh.Should().Be("自2026年6月1日起已被替代，早于规划期满，不须再作总结评估。");
    }

    [Fact]
    public void A_declaration_after_the_day_says_that_it_came_late()
    {
        var district = District();
        Approved(district, "B-2022", 2022, 2028, "2022-05-01");
        district.Act("B-2022", ActType.NoChangeDeclared, "2026-10-20", "TRANS", with: a => a with
        {
            Against = new(district.Key<Plan>("DEV-2026"), null), Document = district.Document("DECLARED", "TRANS").Key,
        });

        Of(district, "B-2022", "2026-11-30").Continuation.Why.Zh.Should().EndWith("已于2026年10月20日声明无需调整，晚于到期日。");
    }

    [Fact]
    public void A_plan_that_was_begun_in_the_old_period_succeeds_none_by_its_field_alone()
    {
        var district = District();
        Approved(district, "A-2022", 2022, 2024, title: "冷链物流发展规划", with: p => p with { Field = "商务" });
        Approved(district, "N-2025", 2025, 2029, "2025-05-01", "滨湖夜间经济规划", p => p with { Field = "商务" });

        Of(district, "A-2022").Succession.Plans.Should().BeEmpty();
    }
}
