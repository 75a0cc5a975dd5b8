using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>
/// 采纳情况说明表: every opinion on a plan that says something, a row each, with what came of it by the day; the replies of 无意见 are
/// counted. In the order of the rounds, and in each as the opinions came.
/// </summary>
/// <param name="Rounds">Those opened by the day; none where the plan was never consulted on.</param>
/// <param name="Rows">Incomplete ones, which only an import can bring, are not left out.</param>
public sealed record AdoptionTable(IReadOnlyList<RoundOnDay> Rounds, IReadOnlyList<AdoptionRow> Rows)
{
    /// <summary>Nothing was asked: there is nothing to tell of, which is not the same as a complete table.</summary>
    public bool IsEmpty => Rounds.Count == 0;

    /// <summary>Every opinion handled, with a reason unless adopted, and every objection reviewed.</summary>
    public bool IsComplete => !IsEmpty && Rows.All(r => r.Opinion.IsDone);

    public int NoOpinion => Rounds.Sum(r => r.Statistics.NoOpinion);

    public int Undone => Rows.Count(r => !r.Opinion.IsDone);

    /// <summary>Of a plan on the snapshot's day. What goes into a submission asks this and <see cref="DisputeOnDay.Unresolved"/>.</summary>
    public static AdoptionTable Of(PlanOnDay plan) => Of(plan.Snapshot.View, plan.Key, plan.AsOf);

    public static AdoptionTable Of(RegistryView view, Key<Plan> plan, AsOfDay asOf)
    {
        var rounds = RoundOnDay.Of(view, plan, asOf);
        return new(rounds, [.. rounds.SelectMany(r => r.Opinions.Where(o => o.IsWeighed).Select(o => (Round: r, Opinion: o)))
            .Select((o, i) => new AdoptionRow(i + 1, o.Round, o.Opinion))]);
    }
}
