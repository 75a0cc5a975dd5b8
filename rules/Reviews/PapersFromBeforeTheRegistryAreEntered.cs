using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

/// <summary>The one voice for silence: what other rules do not say of the time before registry.records_from is said here, once per plan.</summary>
[Name("REV-006"), Description("What lies before registry.records_from is entered from the archive.")]
[Basis("本系统默认", "registry.records_from"), Severity(Severity.Notice), RuleVersion(1)]
public sealed class PapersFromBeforeTheRegistryAreEntered : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        ArchiveGap gap = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("REV-006"))
            .Match(() => gap, g => g.Plan == plan.Key);

        Then()
            .Yield(c => c.Finding(plan).Unknown().At(Severity.Notice)
                .With("from", plan.Snapshot.RecordsFrom)
                .With("contents", gap.Contents)
                .Fact("duty", gap.Reviews)
                .Fact("disclosure", gap.Disclosures)
                .Fact("horizon", gap.Horizons)
                .Remedy(ReviewRemedies.EnterArchive(plan)));
    }
}
