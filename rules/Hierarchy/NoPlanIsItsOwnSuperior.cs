using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

[Name("HIE-002"), Description("No plan is its own superior, directly or through others.")]
[Basis("开州府办发〔2020〕95号", "一", From = "2020-09-15"), Severity(Severity.Blocking), RuleVersion(1)]
public sealed class NoPlanIsItsOwnSuperior : Rule
{
    public override void Define()
    {
        SuperiorCycle cycle = null!;

        When()
            .Match(() => cycle, l => l.IsJudgedBy("HIE-002"));

        Then()
            .Yield(c => c.Finding(cycle.Members)
                .With("cycle", cycle.Line)
                .Fact("link", cycle.Links)
                .Since(cycle.Since)
                .Remedies(HierarchyRemedies.BreakTheCycle(cycle)));
    }
}
