using PlanRegistry.Alignment;
using PlanRegistry.Indicators;

namespace PlanRegistry.Rules.Alignment;

/// <summary>
/// What the findings of alignment share: subjects, the values in their sentences, and every step of the comparison as a fact.
/// </summary>
internal static class AlignmentFindings
{
    public static FindingDraft Weaker(this FindingDraft draft, Comparison comparison)
    {
        draft.Compared(comparison).About(comparison.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("ours", comparison.OurAmount)
            .With("relation", comparison.Relation)
            .With("theirs", Amount(comparison))
            .Since(comparison.Since(c => c.IsWeaker))
            .Remedy(AlignmentRemedies.Meet(comparison));
        foreach (var step in comparison.Steps)
        {
            draft.Fact("step", step);
        }
        return draft.Later(comparison);
    }

    public static FindingDraft NotComparable(this FindingDraft draft, Comparison comparison) =>
        draft.Compared(comparison).About(comparison.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Unknown()
            .With("reason", comparison.Unclear!.Value)
            .Since(comparison.Since(c => c.IsUnknown))
            .Remedy(AlignmentRemedies.MakeComparable(comparison));

    public static FindingDraft Softened(this FindingDraft draft, Comparison comparison) =>
        draft.Compared(comparison)
            .At(comparison.IsInGrace ? Severity.Warning : Severity.Blocking)
            .Saying(comparison.Theirs.IsAllocated ? "allocated" : "broken")
            .Since(comparison.Demand.SoftenedSince)
            .Later(comparison)
            .Remedy(AlignmentRemedies.MakeBinding(comparison));

    public static FindingDraft NotTakenUp(this FindingDraft draft, PlanOnDay plan, IEnumerable<AllocationOnDay> allocated)
    {
        var allocation = allocated.OrderBy(a => a.Year).ThenBy(a => a.From.Plan.Code, StringComparer.Ordinal).First();
        var grace = Grace.Until(plan, plan.Targets.Since, allocation.Since);
        draft.About(allocation.Indicator)
            .With("superior", allocation.From)
            .With("indicator", allocation.Indicator.Name)
            .With("year", allocation.Year)
            .With("amount", allocation.Figure.Amount)
            .At(grace >= plan.AsOf ? Severity.Warning : Severity.Error)
            .Since(new[] { plan.Targets.Since?.Last ?? plan.History.ExistsFrom, allocation.Since!.Value.Last }.Max())
            .Remedy(AlignmentRemedies.TakeUp(plan, allocation, grace >= plan.AsOf));
        return grace >= plan.AsOf
            ? draft.Saying("later").With("approved", allocation.Since!.Value).With("until", grace!.Value).MendBy(grace)
            : draft;
    }

    private static FindingDraft Compared(this FindingDraft draft, Comparison comparison) =>
        draft.About(comparison.Demand.Superior).About(comparison.Demand.Indicator)
            .With("superior", comparison.Demand.Superior)
            .With("indicator", comparison.Demand.Indicator.Name)
            .With("year", comparison.Year)
            .With("nature", Terms.Of(comparison.Ours.Nature))
            .With("theirNature", Terms.Of(comparison.Theirs.Nature))
            .Fact("target", comparison.Ours)
            .Fact("superior", comparison.Demand.Superior)
            .Fact(comparison.Theirs.IsAllocated ? "allocation" : "superiorTarget", comparison.Theirs)
            .Fact("link", comparison.Demand.Path);

    /// <summary>Within the grace the sentence says until when.</summary>
    private static FindingDraft Later(this FindingDraft draft, Comparison comparison) =>
        comparison.IsInGrace
            ? draft.Saying("later").With("approved", comparison.Theirs.Since!.Value).With("until", comparison.GraceUntil!.Value)
                .MendBy(comparison.GraceUntil)
            : draft;

    private static Text Amount(Comparison comparison)
    {
        var (amount, title, nature) = (comparison.TheirAmount, comparison.Demand.Superior.Named, Terms.Of(comparison.Theirs.Nature));
        return comparison.Theirs.IsAllocated
            ? new Text($"{title.Zh}分解下达本区的{nature.Zh}数值{amount.Zh}",
                $"the {nature.En} {amount.En} that {title.En} allocated to the district")
            : new Text($"上位规划{title.Zh}的{nature.Zh}目标值{amount.Zh}", $"the {nature.En} {amount.En} of {title.En}");
    }
}
