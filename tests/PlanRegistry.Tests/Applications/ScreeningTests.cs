using PlanRegistry.Applications;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Applications;

/// <summary>筛选: 日常工作、期限、是否需要政府发挥作用、可能重复; each doubt, what comes near it, and what is not said.</summary>
public sealed class ScreeningTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);
    private readonly TestDistrict district = new();

    private EntryApplication Apply(Func<EntryApplication, EntryApplication>? with = null)
    {
        var row = new EntryApplication
        {
            Code = "SB-1", Applicant = district.Key<Agency>("TRANS"), LeadAgency = district.Key<Agency>("TRANS"),
            AppliedOn = PartialDate.Parse("2026-03-01"), Title = "开州区公路养护规划", Kind = PlanKind.Special, HorizonFrom = 2026,
            HorizonTo = 2030, DailyWork = false, OverallImportance = true, NeedsGovernment = true, Justification = "市场投入不足。",
        };
        return district.Add(with?.Invoke(row) ?? row);
    }

    private Screening Screened(Func<EntryApplication, EntryApplication>? with = null)
    {
        var application = Apply(with);
        return Screening.Of(district.View(), application, Day);
    }

    private string[] Doubts(Func<EntryApplication, EntryApplication>? with = null) =>
        [.. Screened(with).Doubts.Select(d => $"{d.Verdict}：{d.Sentence.Zh}")];

    private Plan Plan(string code, string title, int from, int to, Func<Plan, Plan>? with = null) => district.Plan(code, PlanKind.Special,
        from, to, p => (with?.Invoke(p) ?? p) with { Title = title });

    [Fact]
    public void What_says_all_that_is_asked_passes()
    {
        var screening = Screened();

        screening.Doubts.Should().BeEmpty();
        screening.Verdict.Should().BeNull();
    }

    [Fact]
    public void Daily_work_fails_and_what_is_not_said_is_unknown()
    {
        var told = Screened(a => a with { DailyWork = true });
        told.Doubts.Single().Should().BeEquivalentTo(new ScreeningDoubt(ScreeningKind.DailyWork, Verdict.Fail, "开州府办发〔2020〕95号 三、(一)",
            new("《开州区公路养护规划》属部门日常工作，原则上不编制规划。", "开州区公路养护规划 is the daily work of a department, for which in principle no plan is made.")));
        told.Verdict.Should().Be(Verdict.Fail);

        Doubts(a => a with { DailyWork = null }).Should().Equal("Unknown：《开州区公路养护规划》是否属部门日常工作未说明。");
    }

    [Theory]
    [InlineData(2026, 2028, null)]
    [InlineData(2026, 2027, "Fail：《开州区公路养护规划》规划期2026—2027年，首尾年份均计入为2年，末年减首年为1年，少于3年，原则上不编制规划。")]
    [InlineData(2026, 2026, "Fail：《开州区公路养护规划》规划期2026年，首尾年份均计入为1年，末年减首年为0年，少于3年，原则上不编制规划。")]
    public void Three_calendar_years_pass_and_fewer_fail_with_both_counts(int from, int to, string? doubt) =>
        Doubts(a => a with { HorizonFrom = from, HorizonTo = to }).Should().Equal(doubt is null ? [] : [doubt]);

    [Fact]
    public void The_fewest_years_are_the_districts_policy_of_the_day()
    {
        district.Policy(PolicyKeys.MinYears, "5");

        Doubts(a => a with { HorizonTo = 2029 }).Should().ContainSingle().Which.Should().Contain("少于5年");
    }

    [Theory]
    [InlineData(true, true, "缺", null)]
    [InlineData(true, true, null, "Conditional：《开州区公路养护规划》未说明需要政府发挥作用的理由。")]
    [InlineData(false, true, "缺", "Conditional：《开州区公路养护规划》据申报不关系国民经济和社会发展全局，须说明编制专项规划的理由。")]
    [InlineData(false, false, null,
        "Conditional：《开州区公路养护规划》据申报不关系国民经济和社会发展全局、不属需要政府发挥作用的市场失灵领域，须说明编制专项规划的理由。")]
    [InlineData(null, true, "缺", "Unknown：《开州区公路养护规划》是否关系国民经济和社会发展全局未说明。")]
    [InlineData(null, null, null, "Unknown：《开州区公路养护规划》是否关系国民经济和社会发展全局、是否属需要政府发挥作用的市场失灵领域未说明。")]
    public void A_special_plan_says_why_it_needs_the_government(bool? overall, bool? needs, string? why, string? doubt) =>
        Doubts(a => a with { OverallImportance = overall, NeedsGovernment = needs, Justification = why })
            .Should().Equal(doubt is null ? [] : [doubt]);

    [Fact]
    public void Nobody_asks_it_of_a_regional_plan() =>
        Doubts(a => a with { Kind = PlanKind.Regional, OverallImportance = null, NeedsGovernment = null, Justification = null })
            .Should().BeEmpty();

    [Theory]
    [InlineData("开州区公路养护规划", "名称相同")]
    [InlineData("开州区“十五五”公路养护规划（2026—2030年）", "名称相近")]
    public void A_plan_of_the_same_lead_for_years_that_overlap_and_of_a_like_title_is_likely_the_same(string title, string reason)
    {
        var plan = Plan("P-1", title, 2025, 2029);

        var doubt = Screened().Doubts.Should().ContainSingle().Which;

        doubt.Kind.Should().Be(ScreeningKind.Duplicate);
        doubt.Verdict.Should().Be(Verdict.Conditional);
        doubt.Sentence.Zh.Should().Be($"《开州区公路养护规划》与规划P-1《{title}》可能重复：同一牵头单位、规划期重叠（2025—2029年）、{reason}。");
        doubt.Other.Should().Be(plan);
    }

    [Fact]
    public void A_similar_title_is_one_only_where_the_field_is_the_same()
    {
        Plan("P-1", "开州区农村公路养护规划", 2026, 2030, p => p with { Field = "交通" });

        Doubts(a => a with { Field = "水运" }).Should().BeEmpty();
        Doubts(a => a with { Field = "交通" }).Should().ContainSingle().Which.Should().EndWith("领域相同、名称相似。");
    }

    [Fact]
    public void Other_years_another_title_or_a_plan_that_has_ended_are_none()
    {
        Plan("P-1", "开州区公路建设养护与服务区布局规划", 2026, 2030, p => p with { LeadAgency = district.Key<Agency>("EDU") });
        Plan("P-2", "开州区公路养护规划", 2021, 2025);
        Plan("P-3", "开州区港口发展规划", 2026, 2030);
        Plan("P-4", "开州区公路养护规划", 2026, 2030);
        district.Act("P-4", ActType.DraftingStarted, "2025-01-01");
        district.End("P-4", ActType.Withdrawn, "2026-02-01");

        Doubts().Should().BeEmpty();
    }

    [Theory]
    [InlineData("开州区公路养护规划", "名称相同")]
    [InlineData("开州区公路养护规划(示例)", "名称相近")]
    [InlineData("开州区“十五五”公路养护专项规划（征求意见稿）", "名称相近")]
    public void The_title_of_anothers_plan_is_a_doubt_whoever_applies(string title, string reason)
    {
        Plan("P-1", title, 2026, 2030, p => p with { LeadAgency = district.Key<Agency>("EDU") });

        Doubts().Should().Equal($"Conditional：《开州区公路养护规划》与规划P-1《{title}》可能重复：对方牵头单位为区教委、规划期重叠（2026—2030年）、{reason}。");
    }

    [Fact]
    public void A_field_that_is_not_recorded_is_no_difference()
    {
        Plan("P-1", "开州区公路养护事业发展规划", 2026, 2030);

        Doubts(a => a with { Field = "交通" }).Should().ContainSingle().Which.Should()
            .EndWith("可能重复：同一牵头单位、规划期重叠（2026—2030年）、名称相似、领域未录入。");
    }

    [Fact]
    public void The_plan_of_the_period_after_is_no_duplicate()
    {
        Plan("P-1", "开州区“十四五”公路养护规划", 2021, 2025);

        Doubts(a => a with { Title = "开州区“十五五”公路养护规划" }).Should().BeEmpty();
    }

    [Fact]
    public void The_plan_that_it_is_for_is_no_duplicate_of_it_and_its_entry_in_force_is()
    {
        var plan = Plan("P-1", "开州区公路养护规划", 2026, 2030);
        Doubts(a => a with { Plan = plan.Key }).Should().BeEmpty();

        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-01-15");
        district.Entry("SR-2026", "P-1", e => e with { Code = "4" });

        Doubts(a => a with { Plan = plan.Key }).Should().Equal("Conditional：《开州区公路养护规划》与目录清单SR-2026第4项《开州区公路养护规划》可能重复：同一规划。");
    }

    [Fact]
    public void An_entry_counts_in_force_or_while_its_list_is_made_and_not_once_its_list_is_replaced()
    {
        district.List("SR-2024", ListTrack.SpecialAndRegional, 2024, "2024-01-15");
        district.Entry("SR-2024", null, e => e with { Title = "公路养护规划", LeadAgency = district.Key<Agency>("TRANS"),
            HorizonFrom = 2026, HorizonTo = 2030 });
        Doubts().Should().ContainSingle().Which.Should().Contain("与目录清单SR-2024第1项《公路养护规划》可能重复");

        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-01-15",
            l => l with { Replaces = district.Key<DirectoryList>("SR-2024") });
        Doubts().Should().BeEmpty();

        district.List("SR-2027", ListTrack.SpecialAndRegional, 2027, null);
        district.Entry("SR-2027", null, e => e with { Title = "公路养护规划", LeadAgency = district.Key<Agency>("TRANS"),
            HorizonFrom = 2026, HorizonTo = 2030 });
        Doubts().Should().ContainSingle().Which.Should().Contain("与目录清单SR-2027第1项");
    }

    [Fact]
    public void A_lead_or_a_horizon_that_is_not_recorded_leaves_it_unknown()
    {
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-01-15");
        district.Entry("SR-2026", null, e => e with { Title = "公路养护规划" });

        Doubts().Should().Equal(
            "Unknown：《开州区公路养护规划》与目录清单SR-2026第1项《公路养护规划》可能重复：对方牵头单位未录入、对方规划期未录入、名称相近。");
    }

    [Fact]
    public void Another_application_counts_until_it_is_closed()
    {
        var other = Apply(a => a with { Code = "SB-0" });
        Doubts().Should().Equal("Conditional：《开州区公路养护规划》与申报SB-0《开州区公路养护规划》可能重复：同一牵头单位、规划期重叠（2026—2030年）、名称相同。");

        district.Add(new ApplicationDecision
        {
            Application = other.Key, On = PartialDate.Parse("2026-04-01"), Outcome = ApplicationOutcome.Declined,
            Agency = district.Key<Agency>("DRC"), Reason = "不属政府职责。",
        });

        Doubts().Should().BeEmpty();
    }

    [Fact]
    public void What_was_listed_is_no_duplicate_of_the_entry_that_it_became()
    {
        var application = Apply();
        district.List("SR-2027", ListTrack.SpecialAndRegional, 2027, null);
        district.Entry("SR-2027", null, e => e with { Title = application.Title, LeadAgency = application.LeadAgency });
        district.Add(new ApplicationDecision
        {
            Application = application.Key, On = PartialDate.Parse("2026-04-01"), Outcome = ApplicationOutcome.Listed,
            Agency = district.Key<Agency>("DRC"), List = district.Key<DirectoryList>("SR-2027"), Entry = "1",
        });

        Doubts().Should().BeEmpty();
    }

    [Fact]
    public void Secret_titles_are_all_alike_and_tell_no_duplicate()
    {
        Plan("S-1", Secrets.Title, 2026, 2030, p => p with { Secrecy = Secrecy.Secret });
        Apply(a => a with { Code = "SB-0", Title = Secrets.Title });

        Doubts(a => a with { Title = Secrets.Title }).Should().BeEmpty();
    }

    [Theory]
    [InlineData(PlanKind.Special, "开州区公路养护规划", null, "Eia")]
    [InlineData(PlanKind.Special, "开州区教育规划", EiaField.Tourism, "Eia Water")]
    [InlineData(PlanKind.Special, "开州区农业农村规划", null, "Eia Water")]
    [InlineData(PlanKind.Special, "开州区教育规划", null, "")]
    [InlineData(PlanKind.Spatial, "开州区国土空间总体规划", null, "Eia Water")]
    [InlineData(PlanKind.Regional, "开州区浦里片区规划", null, "Eia")]
    public void The_bureaus_word_is_suggested_by_kind_and_field_and_set_by_neither(
        PlanKind kind, string title, EiaField? field, string suggested)
    {
        var application = Apply(a => a with { Kind = kind, Title = title, EiaField = field });

        OpinionSuggestion.For(application).Select(s => $"{s.Matter}").Should()
            .Equal(suggested.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        (application.EiaNeeded, application.WaterNeeded).Should().Be((null, null));
    }
}
