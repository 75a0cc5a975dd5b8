using PlanRegistry.Applications;

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
        .Fact("link", plan.Directory.OtherLinks)
        .Fact("doubtful", plan.Directory.EntriesInDoubt)
        .Fact("void", plan.Directory.VoidEntries)
        .Fact("list", plan.Directory.Lists);

    /// <summary>What leaves open whether it is listed.</summary>
    public static FindingDraft Doubted(this FindingDraft draft, DirectoryStanding directory) =>
        draft.Saying(directory.Doubt!.Value).With("doubt", directory.DoubtInWords);

    /// <summary>A list that was not duly made.</summary>
    public static FindingDraft Defective(this IContext context, ListOnDay list, Func<ListOnDay, ListFaults> procedure) =>
        context.OfList(list).With("faults", procedure(list).DefectLine)
            .Fact("defect", procedure(list).Defects).Fact("gap", procedure(list).Gaps)
            .Since(list.Since(l => procedure(l).AreBreaches));

    /// <summary>One of which it is open whether it was.</summary>
    public static FindingDraft Unproven(this IContext context, ListOnDay list, Func<ListOnDay, ListFaults> procedure) =>
        context.OfList(list).Unknown().With("faults", procedure(list).GapLine).Fact("gap", procedure(list).Gaps)
            .InTheLightsOf(list.PlansItAloneLists)
            .Since(list.Since(l => procedure(l).AreOpen))
            .Remedy(CatalogueRemedies.CompleteTheList(list));

    /// <summary>One that the Party committee approved: its entries are 明确要求, which a person confirms.</summary>
    public static FindingDraft Demanded(this IContext context, ListOnDay list, Func<ListOnDay, ListFaults> procedure) =>
        context.OfList(list).Conditional().With("approver", list.ApproverName).Fact("gap", procedure(list).Gaps)
            .InTheLightsOf(list.PlansItAloneLists)
            .Since(list.DecidedOn);

    private static FindingDraft OfList(this IContext context, ListOnDay list) => context.Finding(list.Snapshot, list)
        .With("list", list.Name).JudgedOn(list.DecidedOn).Responsible(list.Drafter);

    /// <summary>What the application for an entry says, or does not say, of why a special plan is made.</summary>
    public static FindingDraft OfField(this FindingDraft draft, AppliedField field) => draft
        .With("application", field.Application.Code).With("why", field.Why ?? default)
        .Since(field.Application.AppliedOn.Last)
        .Remedy(CatalogueRemedies.SayWhy(field));

    /// <summary>A finding about a list counts in the lights of the plans that only it lists.</summary>
    public static FindingDraft InTheLightsOf(this FindingDraft draft, IEnumerable<PlanOnDay> plans)
    {
        foreach (var plan in plans)
        {
            draft.For(plan);
        }
        return draft;
    }
}

internal static class CatalogueNames
{
    /// <summary>That lists which another body approved list nothing; nothing where there is none.</summary>
    public static Text VoidLists(PlanOnDay plan)
    {
        var view = plan.Snapshot.View;
        var lists = plan.Directory.VoidEntries.Select(e => view.List(e.List)!).DistinctBy(l => l.Key)
            .Select(l => (l.Code, By: view.Agency(l.Approver)?.Name ?? "")).ToList();
        return new(string.Concat(lists.Select(l => $"目录清单{l.Code}由{l.By}批准，不是区政府批准的清单，不作为列入依据。")),
            string.Concat(lists.Select(l =>
                $" The directory list {l.Code} was approved by {l.By} and not by the government, and lists nothing.")));
    }
}
