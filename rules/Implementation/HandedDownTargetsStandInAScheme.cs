using PlanRegistry.Implementation;

namespace PlanRegistry.Rules.Implementation;

[Rule("IND-004")]
[Basis("开州府办发〔2020〕95号", "三、(四)", From = "2020-09-15"), Basis("本系统默认", "decomposition.due_days", From = "2020-09-15")]
[Severity(Severity.Error), RuleVersion(1)]
public sealed class HandedDownTargetsStandInAScheme : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        HandedDown handed = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => handed, h => h.Plan == plan.Key, h => h.IsPartial);

        Then()
            .Yield(c => c.Finding(plan).Overdue(plan, handed.Open).Remedy(ImplementationFindings.TakeUpTheRest(handed)));
    }
}

/// <summary>No scheme is recorded at all: whether the targets stand in one cannot be told.</summary>
[CaseOf(typeof(HandedDownTargetsStandInAScheme), "unknown")]
public sealed class SchemesAreNotRecorded : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        HandedDown handed = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => handed, h => h.Plan == plan.Key, h => h.IsUntold);

        Then()
            .Yield(c => c.Finding(plan).Unknown().Overdue(plan, handed.Open).Remedy(ImplementationFindings.RecordSchemes(handed)));
    }
}
