using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;

namespace PlanRegistry.Trials;

/// <summary>Money of which another thing is said: of a line that is not spent yet, or of a purpose for which a plan has no line.</summary>
/// <param name="Before">Null of a plan that was not there.</param>
/// <param name="After">Null of a plan that is there no more.</param>
public sealed record FundingShift(Key<Plan> Plan, FundingPurpose Purpose, FundingMoney? Money, FundingLine? Line,
    FundingVerdict? Before, FundingVerdict? After)
{
    /// <summary>In order of the plans' codes.</summary>
    /// <param name="isSeen">Of whose plans it is told.</param>
    public static IReadOnlyList<FundingShift> Between(Judgement before, Judgement after, Func<Key<Plan>, bool> isSeen) =>
        [.. before.Snapshot.OwnPlans.Concat(after.Snapshot.OwnPlans).Select(p => p.Key).Distinct().Where(isSeen)
            .OrderBy(k => k.Code, StringComparer.Ordinal).SelectMany(k => Of(before, after, k)).Where(s => s.Before != s.After)];

    private static IEnumerable<FundingShift> Of(Judgement before, Judgement after, Key<Plan> key)
    {
        var (was, now) = (before.Snapshot.Plan(key), after.Snapshot.Plan(key));
        var lines = (now ?? was)!.Funding.Where(l => !(l.SpentOn?.First <= after.Snapshot.AsOf)).ToList();
        var asked = lines.Select(l => (Line: (FundingLine?)l,
                Question: new FundingQuestion(l.Purpose, l.Money, l.Project, l.BudgetYear)))
            .Concat(new[] { FundingPurpose.Drafting, FundingPurpose.Implementation }
                .Where(p => !lines.Exists(l => l.Purpose == p && l.Money == FundingMoney.District))
                .Select(p => (Line: (FundingLine?)null, Question: new FundingQuestion(p, FundingMoney.District))));
        return asked.Select(a => new FundingShift(key, a.Question.Purpose, a.Question.Money, a.Line,
            Verdict(before, was, a.Question), Verdict(after, now, a.Question)));
    }

    private static FundingVerdict? Verdict(Judgement judgement, PlanOnDay? plan, FundingQuestion question) =>
        plan is null ? null : FundingReview.Of(judgement, plan, question).Verdict;
}
