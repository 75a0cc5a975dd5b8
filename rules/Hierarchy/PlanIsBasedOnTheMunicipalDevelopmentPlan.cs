using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

[Rule("HIE-005")]
[Basis("开州府办发〔2020〕95号", "一、(三)", From = "2020-09-15"), Severity(Severity.Error), RuleVersion(2)]
public sealed class PlanIsBasedOnTheMunicipalDevelopmentPlan : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        RequiredSuperior ours = null!;
        RequiredSuperior theirs = null!;
        IEnumerable<Superior> superiors = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development)
            // Where the district's own development plan is reached, or the way to it is not recorded, HIE-001 or HIE-004 tells the cause.
            .Match(() => ours, n => n.Of == plan.Key, n => n.Tier == PlanTier.District, n => n.LeadsElsewhere)
            .Match(() => theirs, n => n.Of == plan.Key, n => n.Tier == PlanTier.Municipal, n => n.IsRecorded, n => !n.IsReached)
            .Query(() => superiors, q => q.Match<Superior>(s => s.Of == plan.Key).Collect());

        Then()
            .Yield(c => c.Finding(plan)
                .With("superior", HierarchyNames.Of(theirs)).With("reached", HierarchyNames.Of(superiors))
                .Since(theirs.SinceBesides(ours, n => n.IsRecorded && !n.IsReached))
                .Remedy(HierarchyRemedies.LinkTo(plan, theirs)));
    }
}

[CaseOf(typeof(PlanIsBasedOnTheMunicipalDevelopmentPlan), "unknown")]
public sealed class NoMunicipalDevelopmentPlanIsRecorded : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        RequiredSuperior ours = null!;
        RequiredSuperior theirs = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development)
            .Match(() => ours, n => n.Of == plan.Key, n => n.Tier == PlanTier.District, n => n.LeadsElsewhere)
            .Match(() => theirs, n => n.Of == plan.Key, n => n.Tier == PlanTier.Municipal, n => !n.IsRecorded);

        Then()
            .Yield(c => c.Finding(plan).Unknown()
                .With("year", plan.Horizon.From)
                .Since(theirs.SinceBesides(ours, n => !n.IsRecorded))
                .Remedy(HierarchyRemedies.RecordTheWayTo(plan, theirs)));
    }
}
