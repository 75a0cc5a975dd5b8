using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules.Alignment;

namespace PlanRegistry.Tests.Alignment;

[Trait("Rule", nameof(BindingTargetIsNotWeakerThanAbove))]
public sealed class BindingTargetIsNotWeakerThanAboveTests
{
    private const string Day = "2021-12-31";

    private static TestDistrict Weak() => AlignedDistrict.Build().With("DEV-2021", 24.1m).With("FOREST-2021", 23.8m);

    [Fact]
    public void A_target_equal_to_the_superiors_complies() =>
        AlignedDistrict.Build().With("DEV-2021", 24.1m).With("FOREST-2021", 24.1m).Findings("ALI-001", Day).Should().BeEmpty();

    [Fact]
    public void T12_a_target_weaker_than_the_superiors_is_blocking_also_once_the_plan_is_approved()
    {
        var finding = Weak().Finding("ALI-001", Day);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("《林业发展规划》中约束性指标“森林覆盖率”2025年目标值为23.8%，低于上位规划《开州区十四五规划纲要》的约束性目标值24.1%。");
        finding.Sentence.En
            .Should().Be("In 林业发展规划 the target of 2025 for the binding indicator 森林覆盖率 is 23.8%, below the binding 24.1% of 开州区十四五规划纲要.");
        finding.Subjects.Select(s => s.Text)
            .Should().Equal("500154/plans/FOREST-2021", "500154/plans/DEV-2021", "500154/indicators/COVER", "2025");
        finding.Since.Should().Be(new DateOnly(2021, 6, 10));
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Basis.Should().Contain(new Basis("开州府办发〔2020〕95号", "三、(二)"));
    }

    [Fact]
    public void The_comparison_is_shown_step_by_step()
    {
        var facts = Weak().Finding("ALI-001", Day).Facts;

        facts.Single(f => f.Name == "target").Text.Zh.Should().Be("“森林覆盖率”2025年23.8%（约束性）");
        facts.Single(f => f.Name == "superiorTarget").Text.Zh.Should().Be("“森林覆盖率”2025年24.1%（约束性）");
        facts.Where(f => f.Name == "step").Select(f => f.Text.Zh).Should().Equal(
            "计量单位：均为%，无需换算", "2025年比较（越高越好）：本规划23.8% < 上位规划24.1%");
    }

    [Fact]
    public void The_remedy_is_an_amendment_by_the_lead_agency()
    {
        var remedy = Weak().Finding("ALI-001", Day).Remedies.Should().ContainSingle().Subject;

        remedy.Act.Should().Be("proposeAmendment");
        remedy.Agency!.Name.Should().Be("区交通运输委");
        remedy.Text.Zh.Should().Be("由区交通运输委提出调整修订，将“森林覆盖率”2025年目标值调整为不低于24.1%，按原规划审批程序报批。");
    }

    [Fact]
    public void A_draft_is_set_right_before_it_is_submitted()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24.1m);
        district.Plan("DRAFT", PlanKind.Special, 2022, 2025);
        district.Act("DRAFT", ActType.DraftingStarted, "2022-01-10");
        district.Link("DRAFT", "DEV-2021");

        var finding = district.With("DRAFT", 23.8m).Finding("ALI-001", "2022-02-01");

        finding.Severity.Should().Be(Severity.Blocking);
        finding.Since.Should().Be(new DateOnly(2022, 1, 10), "a draft's targets have no day of their own");
        finding.Remedies.Single().Text.Zh.Should().Be("由区交通运输委在报批前将“森林覆盖率”2025年目标值调整为不低于24.1%。");
    }

    [Fact]
    public void Where_less_is_better_more_is_weaker()
    {
        var district = AlignedDistrict.Build();
        district.Indicator("ENERGY", "单位能耗", "吨标准煤", i => i with { Direction = Direction.Lower });

        district.With("DEV-2021", 0.5m, indicator: "ENERGY").With("FOREST-2021", 0.6m, indicator: "ENERGY")
            .Finding("ALI-001", Day).Sentence.Zh.Should().Contain("目标值为0.6吨标准煤，高于上位规划");
    }

    [Fact]
    public void Only_the_nearest_holder_on_each_path_is_compared_with()
    {
        var district = Weak();
        district.Plan("MIDDLE", PlanKind.Special, 2021, 2025, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("MIDDLE", ActType.GovernmentApproved, "2021-04-01", "GOV");
        district.Plan("LEAF", PlanKind.Special, 2021, 2025, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("LEAF", ActType.GovernmentApproved, "2021-07-01", "GOV");
        district.Link("LEAF", "MIDDLE");
        district.Link("MIDDLE", "DEV-2021");
        district.With("MIDDLE", 24.5m).With("LEAF", 24m);

        district.Findings("ALI-001", Day).Where(f => f.Plan!.Value.Code == "LEAF")
            .Should().ContainSingle().Which.Subjects[1].Text.Should().Be("500154/plans/MIDDLE");

        district.Link("LEAF", "FOREST-2021", PlanLinkKind.Serves);
        district.Findings("ALI-001", Day).Where(f => f.Plan!.Value.Code == "LEAF")
            .Should().ContainSingle("on the other path the holder asks for less");
    }

    [Fact]
    public void A_superior_that_does_not_hold_the_indicator_is_passed()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24.1m);
        district.Plan("LEAF", PlanKind.Special, 2021, 2025, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("LEAF", ActType.GovernmentApproved, "2021-07-01", "GOV");
        district.Link("LEAF", "FOREST-2021");

        district.With("LEAF", 24m).Finding("ALI-001", Day).Subjects[1].Text.Should().Be("500154/plans/DEV-2021");
    }

    [Fact]
    public void A_coordinating_plan_is_no_superior()
    {
        var district = AlignedDistrict.Build().With("FOREST-2021", 24.1m);
        district.Plan("PEER", PlanKind.Special, 2021, 2025);
        district.Act("PEER", ActType.DraftingStarted, "2021-07-01");
        district.Link("PEER", "FOREST-2021", PlanLinkKind.Coordinates);

        district.With("PEER", 20m).Findings("ALI-001", Day).Should().BeEmpty();
    }

    [Fact]
    public void The_development_plan_of_its_time_is_compared_with_though_no_link_leads_to_it()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24.1m);
        district.Plan("FREE", PlanKind.Special, 2021, 2025);
        district.Act("FREE", ActType.DraftingStarted, "2021-07-01");

        district.With("FREE", 20m).Finding("ALI-001", Day).Subjects[1].Text.Should().Be("500154/plans/DEV-2021");
    }

    [Fact]
    public void A_development_plan_of_another_time_is_not()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24.1m);
        district.Plan("LATER", PlanKind.Special, 2026, 2030);
        district.Act("LATER", ActType.DraftingStarted, "2021-07-01");

        district.With("LATER", 20m).Findings("ALI-001", Day).Should().BeEmpty();
    }

    [Fact]
    public void A_version_that_was_not_duly_approved_launders_nothing()
    {
        var district = Weak();
        district.Amendment("FOREST-2021", 2, "2021-09-01");
        district.Act("FOREST-2021", ActType.AmendmentApproved, "2021-10-01", "TRANS",
            ActAbout.Amendment, with: a => a with { Version = 2 });
        district.Target("FOREST-2021", "COVER", 30m, version: 2);

        district.Findings("AME-001", Day).Should().ContainSingle();
        district.Finding("ALI-001", Day).Severity.Should().Be(Severity.Blocking, "the first version is still the plan's");
    }

    [Fact]
    public void A_superior_that_is_only_drafted_demands_nothing()
    {
        var district = AlignedDistrict.Build();
        district.Plan("DRAFT", PlanKind.Special, 2021, 2025);
        district.Act("DRAFT", ActType.DraftingStarted, "2021-04-01");
        district.Link("FOREST-2021", "DRAFT");

        district.With("DRAFT", 30m).With("FOREST-2021", 20m).Findings("ALI-001", Day).Should().BeEmpty();
    }

    [Fact]
    public void A_plan_without_the_indicator_is_not_compared() =>
        AlignedDistrict.Build().With("DEV-2021", 24.1m).Findings("ALI-001", Day).Should().BeEmpty();

    [Fact]
    public void An_expired_plan_is_not_judged() => Weak().Findings("ALI-001", "2026-01-01").Should().BeEmpty();

    [Fact]
    public void The_same_indicator_is_known_by_its_alias()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24.1m);
        district.Indicator("SL", "森林面积占比", with: i => i with { Aliases = ["森林覆盖率"] });

        district.With("FOREST-2021", 23.8m, indicator: "SL").Finding("ALI-001", Day).Subjects[2].Text
            .Should().Be("500154/indicators/COVER");
    }

    [Fact]
    public void T14_units_are_converted_before_comparing()
    {
        var district = AlignedDistrict.Build();
        district.Indicator("INVEST", "投资额", "亿元");
        district.With("DEV-2021", 1.2m, indicator: "INVEST")
            .With("FOREST-2021", 11_000m, indicator: "INVEST", with: t => t with { Unit = "万元" });

        var finding = district.Finding("ALI-001", Day);

        finding.Sentence.Zh.Should().Be("《林业发展规划》中约束性指标“投资额”2025年目标值为11000万元，低于上位规划《开州区十四五规划纲要》的约束性目标值1.2亿元。");
        finding.Facts.Where(f => f.Name == "step").Select(f => f.Text.Zh).Should().Equal(
            "计量单位换算：本规划11000万元=1.1亿元，上位规划1.2亿元", "2025年比较（越高越好）：本规划1.1亿元 < 上位规划1.2亿元");
    }

    [Fact]
    public void Areas_that_are_equal_in_other_units_comply()
    {
        var district = AlignedDistrict.Build();
        district.Indicator("FIELD", "耕地保有量", "平方公里");

        district.With("DEV-2021", 1m, indicator: "FIELD").With("FOREST-2021", 1500m, indicator: "FIELD", with: t => t with { Unit = "亩" })
            .Findings("ALI-001", Day).Should().BeEmpty("one square kilometre is 1500 亩 exactly");
    }

    [Fact]
    public void T14_units_that_measure_different_things_are_unknown()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24.1m).With("FOREST-2021", 240m, with: t => t with { Unit = "万亩" });

        var finding = district.Finding("ALI-001", Day);

        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("《林业发展规划》中约束性指标“森林覆盖率”2025年目标值无法与《开州区十四五规划纲要》的约束性目标值比较：计量单位不一致（本规划万亩，上位规划%）。");
        finding.Sentence.En.Should().Be(
            "In 林业发展规划 the target of 2025 for the binding indicator 森林覆盖率 cannot be "
                + "compared with the binding target of 开州区十四五规划纲要: the units differ (ours: 万亩, theirs: %).");
        finding.Since
            .Should().Be(new DateOnly(2021, 6, 10), "the latest of the rule's start, the plan's first act and registry.records_from");
        finding.Remedies.Single().Agency!.Name.Should().Be("区交通运输委");
    }

    [Theory]
    [InlineData(Direction.Lower, Measure.Level, "指标方向不一致（本规划越低越好，上位规划越高越好）")]
    [InlineData(Direction.Higher, Measure.AnnualGrowth, "计算方式不一致（本规划年均增长，上位规划水平值）")]
    public void A_direction_or_measure_that_does_not_fit_is_unknown(Direction direction, Measure measure, string reason)
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24.1m);
        district.Indicator("OTHER", "森林覆盖率", with: i => i with { Direction = direction, Measure = measure });

        district.With("FOREST-2021", 24.1m, indicator: "OTHER").Finding("ALI-001", Day).Sentence.Zh.Should().EndWith($"比较：{reason}。");
    }

    [Fact]
    public void A_value_that_is_not_recorded_is_unknown() =>
        AlignedDistrict.Build().With("DEV-2021", 24.1m).With("FOREST-2021", null)
            .Finding("ALI-001", Day).Sentence.Zh.Should().EndWith("比较：《林业发展规划》目标值未录入。");

    [Fact]
    public void A_target_written_as_a_lower_bound_is_compared_by_it() =>
        AlignedDistrict.Build().With("DEV-2021", null, with: t => t with { TargetLow = 24.1m }).With("FOREST-2021", 23.8m)
            .Finding("ALI-001", Day).Verdict.Should().Be(Verdict.Fail);

    [Fact]
    public void Our_range_lies_within_the_superiors()
    {
        TestDistrict Ranges(decimal low, decimal high)
        {
            var district = AlignedDistrict.Build();
            district.Indicator("RATE", "调控率", with: i => i with { Direction = Direction.Range });
            return district.With("DEV-2021", null, indicator: "RATE", with: t => t with { TargetLow = 10, TargetHigh = 12 })
                .With("FOREST-2021", null, indicator: "RATE", with: t => t with { TargetLow = low, TargetHigh = high });
        }

        Ranges(10, 12).Findings("ALI-001", Day).Should().BeEmpty();
        Ranges(9.5m, 11).Finding("ALI-001", Day).Sentence.Zh.Should().Be(
            "《林业发展规划》中约束性指标“调控率”2025年目标值为9.5%—11%，超出上位规划《开州区十四五规划纲要》的约束性目标值10%—12%。");
    }

    [Fact]
    public void A_range_that_is_not_recorded_is_unknown()
    {
        var district = AlignedDistrict.Build();
        district.Indicator("RATE", "调控率", with: i => i with { Direction = Direction.Range });

        district.With("DEV-2021", null, indicator: "RATE").With("FOREST-2021", 11, indicator: "RATE")
            .Finding("ALI-001", Day).Sentence.Zh.Should().EndWith("比较：《开州区十四五规划纲要》区间未录入。");
    }

    [Fact]
    public void Words_are_not_compared()
    {
        var district = AlignedDistrict.Build();
        district.Indicator("WORD", "治理体系", with: i => i with { Measure = Measure.Qualitative });

        district.With("DEV-2021", null, indicator: "WORD").With("FOREST-2021", null, indicator: "WORD").Findings("ALI-001", Day)
            .Should().BeEmpty();
    }

    [Fact]
    public void A_total_of_a_regional_plan_is_not_compared_but_its_ratio_is()
    {
        var district = AlignedDistrict.Build();
        district.Indicator("AREA", "森林面积", "万亩", i => i with { Extent = Extent.Total });
        district.Plan("REGION", PlanKind.Regional, 2021, 2025);
        district.Act("REGION", ActType.DraftingStarted, "2021-07-01");
        district.Link("REGION", "DEV-2021");
        district.With("DEV-2021", 300m, indicator: "AREA")
            .With("REGION", 50m, indicator: "AREA").With("DEV-2021", 24.1m).With("REGION", 20m);

        district.Finding("ALI-001", Day).Subjects[2].Text.Should().Be("500154/indicators/COVER");
    }
}
