using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

[Rule("HIE-007")]
[Basis("开州府办发〔2020〕95号", "一、(二)", From = "2020-09-15"), Basis("土地管理法", "第十八条", From = "2020-01-01")]
[Severity(Severity.Error), RuleVersion(1)]
public sealed class DistrictHasOneIntegratedSpatialPlan : DistrictRule
{
    protected override void State()
    {
        PlanOnDay first = null!;
        ParallelSpatialPlan second = null!;

        When()
            .Match(() => first, Judged, p => p.Kind == PlanKind.Spatial)
            .Match(() => second, s => s.Of == first.Key);

        Then()
            .Yield(c => c.Finding(new[] { first, second.Plan })
                .With("first", first).With("second", second.Plan)
                .Fact("status", first.StatusAct).Fact("status", second.Plan.StatusAct)
                .Since(second.Newer.StatusSince!.Value)
                .Responsible(HierarchyRemedies.SpatialBureau(first))
                .Remedy(HierarchyRemedies.Supersede(second)));
    }
}
