namespace PlanRegistry.Rules.Catalogue;

/// <summary>
/// The one voice for the silence of old lists: what CAT-003 to CAT-005 do not say of a list from before the registry is said here, once.
/// </summary>
[Rule("CAT-007")]
[Basis("本系统默认", "registry.records_from"), Severity(Severity.Notice), RuleVersion(2)]
public sealed class PapersOfOldListsAreEntered : DistrictRule
{
    protected override void State()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => l.IsHistory, l => l.Gaps.HaveGaps);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list).Unknown().At(Severity.Notice)
                .With("list", list.Name).With("from", list.Snapshot.RecordsFrom.InWords()).With("gaps", list.Gaps.GapLine)
                .Fact("gap", list.Gaps.Gaps)
                .Since(list.DecidedOn)
                .Responsible(list.Drafter)
                .Remedy(CatalogueRemedies.CompleteTheList(list)));
    }
}
