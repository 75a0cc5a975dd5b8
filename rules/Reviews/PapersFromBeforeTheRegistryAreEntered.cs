using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

/// <summary>
/// The one voice for silence: what other rules do not say of the time before registry.records_from is said here, once per plan.
/// </summary>
[Rule("REV-006")]
[Basis("本系统默认", "registry.records_from"), Severity(Severity.Notice), Judges(Expired = true), RuleVersion(3)]
public sealed class PapersFromBeforeTheRegistryAreEntered : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ArchiveGap gap = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => gap, g => g.Plan == plan.Key);

        Then()
            .Yield(c => c.Finding(plan).Unknown().At(Severity.Notice)
                .Saying(gap.IsOfEverything ? "untold" : "unknown")
                .With("from", plan.Snapshot.RecordsFrom.InWords())
                .With("contents", gap.Contents)
                .Since(gap.Since)
                .Fact("duty", gap.Reviews)
                .Fact("disclosure", gap.Disclosures)
                .Fact("horizon", gap.Horizons)
                .Remedy(ReviewRemedies.EnterArchive(plan)));
    }
}
