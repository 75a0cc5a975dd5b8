namespace PlanRegistry.Rules.Catalogue;

/// <summary>How the rules about listing begin a finding.</summary>
internal static class CatalogueFindings
{
    /// <summary>
    /// A plan that no entry is seen to list, with what is known of it: when drafting began, the entries and the lists of its track.
    /// </summary>
    public static FindingDraft Unlisted(this IContext context, PlanOnDay plan) => context.Finding(plan)
        .OnlyForMoneyWhen(plan.Status == PlanStatus.Proposed)
        .Fact("drafting", plan.Directory.DraftingStep)
        .Fact("dropped", plan.Directory.DroppedBy)
        .Fact("twin", plan.Directory.Twins)
        .Fact("undated", plan.Directory.EntriesOfUndatedLists)
        .Fact("list", plan.Directory.Lists);
}

internal static class CatalogueNames
{
    public static Text Entries(IEnumerable<DirectoryEntry> entries) =>
        Text.Join(entries.Select(e => new Text($"目录清单{e.List.Code}第{e.Code}项", $"entry {e.Code} of list {e.List.Code}")));
}
