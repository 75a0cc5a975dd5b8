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
}
