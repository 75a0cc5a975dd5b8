using PlanRegistry.Applications;

namespace PlanRegistry.Rules.Catalogue;

[Rule("CAT-006")]
[Basis("开州府办发〔2020〕95号", "一、(三)", From = "2020-09-15"), Severity(Severity.Warning), RuleVersion(1)]
public sealed class SpecialPlanSaysWhyItsFieldNeedsGovernment : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AppliedField field = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => field, f => f.Plan == plan.Key, f => f.IsDenied);

        Then()
            .Yield(c => c.Finding(plan).OfField(field));
    }
}

/// <summary>In principle it is no matter for a special plan, and it is said why one is made: a person judges.</summary>
[CaseOf(typeof(SpecialPlanSaysWhyItsFieldNeedsGovernment), "justified")]
public sealed class SpecialPlanOfAnotherFieldIsJustified : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AppliedField field = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => field, f => f.Plan == plan.Key, f => f.IsLeftToJudge);

        Then()
            .Yield(c => c.Finding(plan).OfField(field).Conditional());
    }
}

/// <summary>The application is silent on it.</summary>
[CaseOf(typeof(SpecialPlanSaysWhyItsFieldNeedsGovernment), "unknown")]
public sealed class NeedForGovernmentIsUnsaid : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AppliedField field = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => field, f => f.Plan == plan.Key, f => f.IsOpen);

        Then()
            .Yield(c => c.Finding(plan).OfField(field).Unknown());
    }
}
