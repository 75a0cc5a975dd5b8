using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>What made the day count: the last of the horizon, or the one before the plan was approved.</summary>
public enum EarlierDay { LastOfTheHorizon, BeforeTheApproval }

/// <summary>
/// A BLOCKING finding that stood on an earlier day that counts: a horizon that ends does not list a plan, and one approved against it was.
/// Judged on that day with what is known now, so that a correction clears it and nothing that came later does.
/// </summary>
public sealed record EarlierBlock(PlanOnDay Of, EarlierDay Which, DateOnly Day, Finding Finding) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("earlier_blocks", Of.Id.District, $"{Of.Plan.Code}/{Finding.Key}/{Day:yyyy-MM-dd}");

    /// <summary>The act by which the plan was approved nevertheless.</summary>
    public Act? Approved => IsBeforeTheApproval ? Of.History.Approval : null;

    public bool IsOf(RuleReach rule) => Finding.Rule == rule.Code;

    public bool IsAtTheEnd => Which == EarlierDay.LastOfTheHorizon;

    public bool IsBeforeTheApproval => Which == EarlierDay.BeforeTheApproval;

    /// <param name="blocking">The rules' answer for a plan on a day.</param>
    public static IEnumerable<EarlierBlock> On(PlanOnDay plan, Func<PlanOnDay, DateOnly, IReadOnlyList<Finding>> blocking)
    {
        var days = Days(plan).Where(d => d.Day < plan.AsOf).ToList();
        return plan.Exists ? days.SelectMany(d => blocking(plan, d.Day).Select(f => new EarlierBlock(plan, d.Which, d.Day, f))) : [];
    }

    /// <summary>Of a plan that is a secret now, no more than the rule.</summary>
    public FactLine Say() => new("EarlierBlock", null, Of.Plan.IsSecret
        ? new Text($"{Day.InWords().Zh}评判：{Finding.Rule}", $"as of {Day:yyyy-MM-dd}: {Finding.Rule}")
        : new Text(
            $"{Day.InWords().Zh}评判（{Finding.Rule}）：{Finding.Sentence.WithoutStop().Zh}",
            $"as of {Day:yyyy-MM-dd} ({Finding.Rule}): {Finding.Sentence.WithoutStop().En}"));

    private static IEnumerable<(EarlierDay Which, DateOnly Day)> Days(PlanOnDay plan)
    {
        if (plan.Status == PlanStatus.Expired)
        {
            yield return (EarlierDay.LastOfTheHorizon, plan.Horizon.LastDay);
        }
        if (plan.IsApproved && plan.History.ApprovedOn is { } approved && approved.Last >= plan.Snapshot.RecordsFrom)
        {
            yield return (EarlierDay.BeforeTheApproval, approved.Last.AddDays(-1));
        }
    }
}
