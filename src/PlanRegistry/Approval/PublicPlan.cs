using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>公开目录: what of a plan is for everybody, and not one thing more. 003 三、(四): 及时公布实施进展,自觉接受各方监督.</summary>
/// <param name="PublishedOn">发布日. 印发 is no publication.</param>
public sealed record PublicPlan(
    string Name, PlanKind Kind, Horizon Horizon, string? LeadAgency, PartialDate PublishedOn, IReadOnlyList<PublicProgress> Progress)
{
    /// <summary>Null as long as the district's policy does not switch it on.</summary>
    public static IReadOnlyList<PublicPlan>? Of(Snapshot snapshot) => snapshot.Policy.Of(PolicyKeys.PublicDirectory, snapshot.AsOf)
        ? [.. snapshot.OwnPlans.Where(p => p.Plan.Secrecy == Secrecy.Public && !p.HasEnded).Select(Of).OfType<PublicPlan>()] : null;

    private static PublicPlan? Of(PlanOnDay plan) =>
        plan.ActsAbout(ActAbout.Plan).FirstOrDefault(a => a.Type == ActType.Published) is { } published
            ? new PublicPlan(plan.Plan.Title, plan.Kind, plan.Horizon, plan.LeadAgency?.Name, published.On, Disclosed(plan)) : null;

    private static IReadOnlyList<PublicProgress> Disclosed(PlanOnDay plan) =>
        [.. plan.DisclosureDuties.Where(d => d.Disclosure is not null)
            .Select(d => new PublicProgress(d.Year, d.Disclosure!.On, Paper(plan, d.Disclosure)))];

    private static string? Paper(PlanOnDay plan, Act act) => plan.Snapshot.View.Document(act.Document) is { Secrecy: Secrecy.Public } paper
        ? paper.Number is { } number ? $"{paper.Title}（{number}）" : paper.Title : null;
}

/// <summary>公布实施进展: of which year, when, and in which paper, where that is public.</summary>
public sealed record PublicProgress(int Year, PartialDate On, string? Document);
