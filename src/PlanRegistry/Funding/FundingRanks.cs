using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>资金投向: how the project of a line is linked to the plans of the district. It orders, and forbids nothing.</summary>
public enum FundingRank { DevelopmentPlan, ListedPlan, NoPlan }

/// <summary>003 二、(一): first to what the development plan has fixed.</summary>
public static class FundingRanks
{
    /// <summary>Null where it cannot be told: listing unknown, or no tasks of the development plan recorded to look it up in.</summary>
    public static FundingRank? Of(Snapshot snapshot, FundingLine line)
    {
        if (snapshot.Plan(line.Plan) is not { IsOwn: true } plan || plan.Plan.IsSecret)
        {
            return null;
        }
        var book = InvestmentBook.Of(snapshot.View);
        var tasks = book.TasksOf(line).ToList();
        if (plan.Kind == PlanKind.Development || tasks.Exists(book.IsOfADevelopmentPlan))
        {
            return FundingRank.DevelopmentPlan;
        }
        var plans = tasks.Select(t => snapshot.Plan(t.Plan)).OfType<PlanOnDay>().Where(p => p.IsOwn).Prepend(plan).ToList();
        return plans.Exists(p => p.Directory.Listing is PlanListing.Listed or PlanListing.NotRequired) ? FundingRank.ListedPlan
            : plans.Exists(p => p.Directory.Listing == PlanListing.Unknown) || !book.HasDevelopmentTasks ? null
            : FundingRank.NoPlan;
    }
}
