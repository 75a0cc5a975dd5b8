using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// What the rule on listing comes to for a plan on a day, all its cases taken together: so that a finding is told since when it has stood,
/// whichever list or exemption made it so first.
/// </summary>
public sealed record ListingAnswer(Verdict Verdict, Severity Severity)
{
    /// <summary>For money a proposed plan counts as if drafting began on the day.</summary>
    public static AsOfDay Since(PlanOnDay plan, RuleReach rule) => Of(plan, rule) is { } answer
        ? Unbroken.Since(plan, Turns, p => Of(p, rule) == answer)
        : plan.AsOf;

    private static ListingAnswer? Of(PlanOnDay plan, RuleReach rule)
    {
        var (directory, exemptions) = (plan.Directory, ExemptionOnDay.On(plan).Where(e => e.Covers(rule)).ToList());
        return !plan.Exists || plan.HasEnded || plan.Status == PlanStatus.Proposed ? null
            : IsLate(plan, exemptions) ? new(Verdict.Fail, Severity.Warning)
            : plan.Status == PlanStatus.Expired ? null
            : directory.MayBeListedUnseen
                ? new(exemptions.Exists(e => e.IsEntitled) ? Verdict.Conditional : Verdict.Unknown, directory.DoubtSeverity)
            : plan.Kind == PlanKind.Development || !directory.FallsUnderTheNotice || directory.IsListed ? null
            : directory.MunicipalApproval is not null ? new(Verdict.Conditional, Severity.Warning)
            : directory.Demand is not null ? null
            : exemptions.Exists(e => e.IsEntitled) ? new(Verdict.Conditional, directory.BreachSeverity)
            : exemptions.Exists(e => e.IsOpen) ? new(Verdict.Unknown, Severity.Warning)
            : new(Verdict.Fail, directory.BreachSeverity);
    }

    private static bool IsLate(PlanOnDay plan, IEnumerable<ExemptionOnDay> exemptions) =>
        plan.Kind != PlanKind.Development && plan.Directory.FallsUnderTheNotice && plan.Directory.ListedLateBy is not null
        && !exemptions.Any(e => e.IsEntitled && e.HeldWhenItBegan);

    /// <summary>With a list, an exemption, an act, an agency or what the policy demands.</summary>
    private static IEnumerable<DateOnly> Turns(PlanOnDay plan)
    {
        var view = plan.Snapshot.View;
        return
        [
            .. plan.History.Turns, .. view.Policy.Turns, plan.Directory.ListingFrom,
            .. plan.Kind == PlanKind.Development ? view.DevelopmentPlans.SelectMany(p => view.History(p.Key).Turns) : [],
            .. view.Of<DirectoryList>().SelectMany(l => new[] { l.ApprovedOn, ListApproval.Of(view, l).From })
                .OfType<PartialDate>().SelectMany(d => new[] { d.First, d.Last }),
            .. view.ExemptionsOf[plan.Key].Select(e => ExemptionOnDay.For(plan, e))
                .SelectMany(e => new[] { e.From, e.Exemption.To?.Last.AddDays(1) }.OfType<DateOnly>()),
            .. view.All<Agency>().SelectMany(a => new[] { a.ValidFrom?.Last, a.ValidTo?.Last.AddDays(1) }).OfType<DateOnly>(),
        ];
    }
}
