using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Commands;

public sealed class RulePlansTests
{
    private const int ScreenWidth = 120;

    [Fact]
    public void A_rule_is_told_step_by_step_with_its_index_and_cost() =>
        RulePlans.Render().ReplaceLineEndings("\n").Should().Contain("""
            CAT-002                                       linear in facts and matches
              Match  plan: PlanOnDay                      every fact                                                O(f)
              Match  worth: PlanWorth                     index: w.Of == plan.Key                                   O(n + m)
              Query  exemptions: all ExemptionOnDay       index: e.Plan == plan.Key                                 O(n + m)

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Every_rule_is_told_and_no_line_is_wider_than_a_screen()
    {
        var page = RulePlans.Render();

        RuleBook.Cards.Should().OnlyContain(c => page.Contains($"\n{c.Code} ", StringComparison.Ordinal));
        page.Split('\n').Should().OnlyContain(line => line.Length <= ScreenWidth);
    }

    /// <summary>Where every pair is compared, both sides are few: the district's development plans with what was allocated to it.</summary>
    [Fact]
    public void Only_one_rule_compares_pairs() =>
        RulePlans.Render().Split('\n').Where(l => l.EndsWith("compares pairs", StringComparison.Ordinal)).Should().Equal("ALI-004                                       compares pairs");
}
