using PlanRegistry.Alignment;

namespace PlanRegistry.Rules.Alignment;

[Rule("ALI-002")]
[Basis("开州府办发〔2020〕95号", "一", From = "2020-09-15"), Basis("开州府办发〔2020〕95号", "三、(二)", From = "2020-09-15")]
[Basis("国家发展规划法", "第二十四条、第三十六条(参照)", From = "2026-03-12")]
[Severity(Severity.Blocking, Stays = true), RuleVersion(2)]
public sealed class BindingAboveIsBindingHere : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Demand demand = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => demand, d => d.Plan == plan.Key, d => d.IsSoftened);

        Then()
            .Yield(c => c.Finding(plan).Fact("held", demand.Held).Softened(demand.Softened!));
    }
}
