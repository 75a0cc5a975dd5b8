using PlanRegistry.Alignment;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>
/// 市上分解下达的目标任务: which of the targets that municipal plans handed down for the years of the district's development plan stand in no
/// implementation scheme yet. One stands in a scheme by its own assignment, or by that of the development plan's own indicator.
/// </summary>
public sealed class HandedDown : IFact
{
    private HandedDown(PlanOnDay plan, IReadOnlyList<OpenItem> undone, bool isBegun)
    {
        (Of, Undone, IsBegun) = (plan, undone, isBegun);
        Open = [.. undone.Where(i => i.Due < plan.AsOf)];
    }

    public PlanOnDay Of { get; }

    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("handed_down", Of.Id.District, Of.Plan.Code);

    /// <summary>What stands in no scheme yet, one for each indicator and year, whether its day has come or not.</summary>
    public IReadOnlyList<OpenItem> Undone { get; }

    /// <summary>Overdue.</summary>
    public IReadOnlyList<OpenItem> Open { get; }

    /// <summary>Whether any scheme is recorded by the day: until then it cannot be told that one lacks something.</summary>
    public bool IsBegun { get; }

    public bool IsPartial => IsBegun && Open.Count > 0;

    public bool IsUntold => !IsBegun && Open.Count > 0;

    public static IEnumerable<HandedDown> On(PlanOnDay plan)
    {
        if (plan is not { IsOwn: true, Kind: PlanKind.Development, Status: PlanStatus.InForce }
            || plan.History.PublishedOn is not { } published)
        {
            return [];
        }
        var (view, book) = (plan.Snapshot.View, AssignmentBook.Of(plan.Snapshot.View));
        var allocated = AllocationOnDay.On(plan.Snapshot).Where(a => a.Holds && plan.Horizon.Holds(a.Year)).ToList();
        var made = allocated.Select(a => a.From.Key).Append(plan.Key).Distinct()
            .SelectMany(of => book.AssignmentsOf(of, plan.AsOf)).ToList();
        if (allocated.Count == 0 || (made.Count == 0 && published.First < plan.Snapshot.RecordsFrom))
        {
            return [];
        }
        var taken = made.Where(a => IsInScheme(plan, a)).ToList();
        var undone = allocated
            .Where(a => !taken.Exists(t => t.Indicator is { } held && view.Identity(held) == a.Identity
                && (view.Canonical(t.Plan) == plan.Key || view.Canonical(t.Plan) == a.From.Key)))
            .Select(a => new OpenItem(Named(a), a.Allocation, Decomposition.DueFrom(plan,
                a.Since!.Value.Last > published.Last ? a.Since.Value.Last : published.Last))).ToList();
        return [new HandedDown(plan, undone, taken.Count > 0)];
    }

    public FactLine Say() => new(nameof(HandedDown), null, new Text(
        $"市级规划分解下达的目标逾期未纳入实施方案{Open.Count}项", $"targets handed down that stand in no scheme: {Open.Count} overdue"));

    /// <summary>
    /// A paper on record that calls itself a scheme, from its day on; where that is not recorded, from that of the assignment.
    /// </summary>
    private static bool IsInScheme(PlanOnDay plan, Assignment assignment) => assignment.Scheme is { } scheme
        && plan.Snapshot.View.Document(scheme) is { } paper && Assigning.IsScheme(paper)
        && (paper.IssuedOn ?? assignment.On).First <= plan.AsOf;

    /// <summary>The plan above from which the first of them came, and whether the district has assigned it.</summary>
    public (Key<Plan> From, bool IsAssigned) First
    {
        get
        {
            var view = Of.Snapshot.View;
            var from = view.Canonical(((Allocation)Open[0].Source).Plan);
            return (from, AssignmentBook.Of(view).AssignmentOf(from, ((Allocation)Open[0].Source).Indicator) is not null);
        }
    }

    private static Text Named(AllocationOnDay allocation) => new(
        $"{allocation.From.Named.Zh}下达的“{allocation.Indicator.Name}”（{allocation.Year}年{allocation.Figure.Amount.Zh}）",
        $"{allocation.Indicator.Name} of {allocation.From.Title} ({allocation.Year}: {allocation.Figure.Amount.En})");
}
