using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Conformance;
using PlanRegistry.Rules;
using PlanRegistry.Rules.Trials;
using PlanRegistry.Tests.Conformance;

namespace PlanRegistry.Tests.Trials;

/// <summary>The smallest repair of a plan: it clears what it says, and no step of it can be left out.</summary>
public sealed class RepairTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    public void An_unlisted_plan_that_is_not_begun_is_listed()
    {
        var district = new TestDistrict("2026-01-01");
        district.Plan("A", PlanKind.Special, 2026, 2030, with: p => p with { LeadAgency = district.Key<Agency>("EDU") });
        district.List("L", ListTrack.SpecialAndRegional, 2026, "2026-02-01");
        district.Act("A", ActType.Submitted, "2026-06-20");
        var plan = new Snapshot(district.View(), Day).Plan(district.Key<Plan>("A"))!;

        var repair = Repair.Of(plan);

        repair.IsComplete.Should().BeTrue();
        repair.Steps.SelectMany(s => s.Acts).Select(a => $"{a.Agency?.Name}{a.What.Zh}").Should()
            .Contain("区教委申报列入目录清单").And.Contain("区政府批准目录清单");
    }

    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    [Theory, MemberData(nameof(Seeds))]
    public void What_is_repaired_stands_no_more_and_no_step_can_be_left_out(int seed)
    {
        var view = RandomDistrict.Build(seed).View();
        var snapshot = new Snapshot(view, Day);
        var before = Judge.JudgementOf(snapshot);
        var tried = 0;
        foreach (var plan in snapshot.OwnPlans.Where(p => Blocking(before, p.Key).Any()).Take(5))
        {
            var repair = Repair.Of(snapshot.Plan(plan.Key)!);
            Judgement With(IReadOnlyList<RepairStep> steps) => Judge.JudgementOf(new Snapshot(
                view.With(plan.Plan.Home, [.. steps.SelectMany(s => s.Records)
                    .DistinctBy(r => (r.GetType(), RecordShape.Of(r.GetType()).KeyOf(r)))]),
                steps.Select(s => s.DoneOn).Append(Day).Max()));

            var standing = repair.Standing.Select(f => f.Key).ToList();
            standing.Should().Equal(Blocking(With(repair.Steps), plan.Key).Select(f => f.Key));
            foreach (var step in repair.Steps)
            {
                var without = With([.. repair.Steps.Where(s => s != step)]);
                Blocking(without, plan.Key).Select(f => f.Key).Except(standing)
                    .Should().NotBeEmpty("{0} is needed for {1}", step.Remedy.Text.Zh, plan.Plan.Code);
            }
            tried += repair.Steps.Count;
        }
        tried.Should().BePositive();
    }

    private static IEnumerable<Finding> Blocking(Judgement judgement, Key<Plan> plan) =>
        judgement.Of(plan).Where(f => f is { Severity: Severity.Blocking, IsConfirmed: false });

    [Theory]
    [InlineData(true, 2030, true)]
    [InlineData(false, 2027, true)]
    [InlineData(false, 2030, false)]
    public void What_the_screening_speaks_against_is_listed_by_a_demand_alone(bool dailyWork, int to, bool isDemanded)
    {
        var district = new TestDistrict("2026-01-01");
        district.Plan("A", PlanKind.Special, 2026, to, p => p with { LeadAgency = district.Key<Agency>("EDU"), DailyWork = dailyWork });
        district.List("L", ListTrack.SpecialAndRegional, 2026, "2026-02-01");
        district.Act("A", ActType.Submitted, "2026-06-20");

        var acts = Repair.Of(new Snapshot(district.View(), Day).Plan(district.Key<Plan>("A"))!).Steps.SelectMany(s => s.Acts)
            .Select(a => $"{a.Agency?.Name}{a.What.Zh}：{a.Paper.Zh}").ToList();

        acts.Contains("区政府明确要求编制本规划，否则筛选不通过：明确要求编制的文件（市级相关部门、区委或者区政府）").Should().Be(isDemanded);
    }

    [Theory]
    [InlineData(false, "由区交通运输委在报批前将“森林覆盖率”2030年目标值调整为不低于60%。")]
    [InlineData(true, "由区交通运输委撤回送审稿，将“森林覆盖率”2030年目标值调整为不低于60%后再报批。")]
    public void A_draft_that_is_submitted_is_taken_back_to_be_changed(bool isSubmitted, string remedy)
    {
        var district = new TestDistrict("2026-01-01");
        district.Plan("DEV", PlanKind.Development, 2026, 2030);
        district.Act("DEV", ActType.CongressApproved, "2026-02-01");
        district.Act("DEV", ActType.Published, "2026-02-20");
        district.Plan("A", PlanKind.Special, 2026, 2030);
        district.List("L", ListTrack.SpecialAndRegional, 2026, "2026-02-21");
        district.Entry("L", "A");
        district.Act("A", ActType.DraftingStarted, "2026-03-01", "TRANS");
        district.Link("A", "DEV");
        district.Indicator("GREEN", "森林覆盖率");
        district.Target("DEV", "GREEN", 60m);
        district.Target("A", "GREEN", 55m);
        if (isSubmitted)
        {
            district.Act("A", ActType.Submitted, "2026-06-20", "TRANS");
        }

        district.Finding("ALI-001", "2026-06-30").Remedies.Single().Text.Zh.Should().Be(remedy);
        Repair.Of(new Snapshot(district.View(), Day).Plan(district.Key<Plan>("A"))!).Steps.SelectMany(s => s.Acts)
            .Select(a => a.What.Zh).Should().Equal(isSubmitted ? ["撤回送审稿", "修改送审稿的目标值"] : ["修改送审稿的目标值"]);
    }
}
