using PlanRegistry.Implementation;

namespace PlanRegistry.Rules.Implementation;

[Rule("IND-002")]
[Basis("开州府办发〔2020〕95号", "三、(四)", From = "2020-09-15"), Basis("本系统默认", "decomposition.due_days", From = "2020-09-15")]
[Severity(Severity.Error), RuleVersion(1)]
public sealed class DevelopmentPlanIsDecomposedToOneLeadEach : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Decomposition decomposition = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => decomposition, d => d.Plan == plan.Key, d => d.IsPartial);

        Then()
            .Yield(c => c.Finding(plan)
                .With("published", (PartialDate)decomposition.Published)
                .BroughtIn(decomposition.Open)
                .Overdue(plan, decomposition.Open)
                .Remedy(ImplementationFindings.AssignTheRest(plan)));
    }
}

/// <summary>No assignment is recorded at all: whether there is a paper that decomposes cannot be told.</summary>
[CaseOf(typeof(DevelopmentPlanIsDecomposedToOneLeadEach), "unknown")]
public sealed class DecompositionIsNotRecorded : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Decomposition decomposition = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => decomposition, d => d.Plan == plan.Key, d => d.IsUntold);

        Then()
            .Yield(c => c.Finding(plan).Unknown()
                .With("published", (PartialDate)decomposition.Published)
                .BroughtIn(decomposition.Open)
                .Overdue(plan, decomposition.Open)
                .Remedy(ImplementationFindings.RecordAssignments(plan)));
    }
}

/// <summary>By another body than the government's office and those whose office it is.</summary>
[CaseOf(typeof(DevelopmentPlanIsDecomposedToOneLeadEach), "by")]
public sealed class DecompositionIsAnotherBodys : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        Decomposition decomposition = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => decomposition, d => d.Plan == plan.Key, d => d.IsByOthers);

        Then()
            .Yield(c => c.Finding(plan).About("BY").At(Severity.Warning).Saying("by").DividedByOthers(decomposition));
    }
}
