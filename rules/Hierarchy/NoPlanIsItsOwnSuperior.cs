using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

[Rule("HIE-002")]
[Basis("开州府办发〔2020〕95号", "一", From = "2020-09-15"), Severity(Severity.Blocking), RuleVersion(2)]
public sealed class NoPlanIsItsOwnSuperior : DistrictRule
{
    protected override void State()
    {
        SuperiorCycle cycle = null!;

        When()
            .Match(() => cycle, Asked<SuperiorCycle>(nameof(SuperiorCycle.IsJudgedBy)));

        Then()
            .Yield(c => c.Finding(cycle.Members)
                .With("cycle", cycle.Line)
                .Fact("link", cycle.Links)
                .Since(cycle.Since)
                .Remedies(HierarchyRemedies.BreakTheCycle(cycle)));
    }
}
