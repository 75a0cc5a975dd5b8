using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Records;
using PlanRegistry.Rules.Hierarchy;

namespace PlanRegistry.Tests.Hierarchy;

[Trait("Rule", nameof(NoPlanIsItsOwnSuperior))]
public sealed class NoPlanIsItsOwnSuperiorTests
{
    private const string Today = "2026-11-22";

    private static TestDistrict District(params string[] plans)
    {
        var district = new TestDistrict();
        foreach (var plan in plans)
        {
            district.Plan(plan, PlanKind.Special, 2026, 2030);
            district.Act(plan, ActType.DraftingStarted, "2026-05-08");
        }
        return district;
    }

    [Fact]
    public void Plans_in_a_line_comply()
    {
        var district = District("A", "B", "C");
        district.Link("A", "B");
        district.Link("B", "C");
        district.Link("A", "C");

        district.Findings("HIE-002", Today).Should().BeEmpty();
    }

    [Fact]
    public void Two_plans_above_each_other_are_one_finding()
    {
        var district = District("B", "A");
        district.Link("A", "B", from: "2026-06-01");
        district.Link("B", "A", PlanLinkKind.Serves);

        var finding = district.Finding("HIE-002", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("规划的上下位关系形成循环：《A规划》→《B规划》→《A规划》。");
        finding.Sentence.En.Should().Be("The links to superior plans form a cycle: A规划 -> B规划 -> A规划.");
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/A", "500154/plans/B");
        finding.Plan.Should().BeNull();
        finding.Plans.Select(p => p.Code).Should().Equal("A", "B");
        finding.Since.Should().Be(new DateOnly(2026, 6, 1));
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Should().HaveCount(2).And.OnlyContain(r => r.Act == "correctRecord" && r.Agency!.Name == "区交通运输委");
        finding.Facts.Count(f => f.Name == "link").Should().Be(2);
    }

    [Fact]
    public void It_counts_in_the_light_of_each_member()
    {
        var district = District("A", "B", "C");
        district.Link("A", "B");
        district.Link("B", "A");

        var judgement = district.Judge(Today);
        judgement.Snapshot.OwnPlans.Where(p => judgement.LightOf(p) == Light.Red).Select(p => p.Plan.Code).Should().Equal("A", "B");
    }

    [Fact]
    public void A_plan_above_itself_is_a_cycle_of_one()
    {
        var district = District("A");
        district.Link("A", "A");

        district.Finding("HIE-002", Today).Sentence.Zh.Should().Be("规划的上下位关系形成循环：《A规划》→《A规划》。");
    }

    [Fact]
    public void Separate_cycles_are_separate_findings_and_whoever_stands_below_is_no_member()
    {
        var district = District("A", "B", "C", "D", "BELOW");
        district.Link("A", "B");
        district.Link("B", "A");
        district.Link("C", "D");
        district.Link("D", "C");
        district.Link("BELOW", "A");

        district.Findings("HIE-002", Today).Select(f => string.Join("", f.Plans.Select(p => p.Code))).Should().Equal("AB", "CD");
    }

    [Fact]
    public void Coordination_makes_no_cycle()
    {
        var district = District("A", "B");
        district.Link("A", "B");
        district.Link("B", "A", PlanLinkKind.Coordinates);

        district.Findings("HIE-002", Today).Should().BeEmpty();
    }

    [Fact]
    public void Once_all_members_are_approved_it_is_an_error()
    {
        var district = District("A", "B");
        district.Act("A", ActType.GovernmentApproved, "2026-08-01");
        district.Link("A", "B");
        district.Link("B", "A");
        district.Finding("HIE-002", Today).Severity.Should().Be(Severity.Blocking);

        district.Act("B", ActType.GovernmentApproved, "2026-08-01");
        district.Finding("HIE-002", Today).Severity.Should().Be(Severity.Error);
    }

    [Fact]
    public void Expired_plans_alone_are_not_judged()
    {
        var district = new TestDistrict();
        district.Plan("A", PlanKind.Special, 2021, 2025);
        district.Plan("B", PlanKind.Special, 2021, 2025);
        district.Link("A", "B");
        district.Link("B", "A");

        district.Findings("HIE-002", "2025-12-31").Should().HaveCount(1);
        district.Findings("HIE-002", Today).Should().BeEmpty();
    }

    [Fact]
    public void An_expired_member_is_a_subject_and_not_in_whose_light_it_counts()
    {
        var district = District("A");
        district.Plan("OLD", PlanKind.Special, 2021, 2025);
        district.Link("A", "OLD");
        district.Link("OLD", "A");

        var finding = district.Finding("HIE-002", Today);
        finding.Subjects.Should().HaveCount(2);
        finding.Plans.Select(p => p.Code).Should().Equal("A");
    }
}
