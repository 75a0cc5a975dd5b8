using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Reviews;
using PlanRegistry.Trials;

namespace PlanRegistry.Server.Trials;

/// <summary>A district as it is, and as it would be; judged where somebody asks how they differ.</summary>
/// <param name="after">Null where what was tried is refused.</param>
public sealed class WhatIfNode(Scope before, Scope? after, IReadOnlyList<Problem> problems)
{
    public string Vector => before.View.Vector.ToString();
    public PartialDate AsOf => before.Snapshot.AsOf.Unwatched;
    public IReadOnlyList<Problem> Problems { get; } = problems;

    public int OpenedCount => AllOpened.Count;
    public int ClearedCount => AllCleared.Count;

    public IReadOnlyList<FundingShiftNode> Funding => field ??= after is null ? []
        : [.. FundingShift.Between(before.Judgement, after.Judgement, p => before.IsTheirs(p) && after.IsTheirs(p))
            .Select(s => new FundingShiftNode(s, before, after))];

    public decimal MoneyTouched => Funding.Sum(f => f.Amount);
    public IReadOnlyList<DutyNode> DutiesCreated => field ??= DutiesOnlyIn(after, before);
    public IReadOnlyList<DutyNode> DutiesEnded => field ??= DutiesOnlyIn(before, after);
    public IReadOnlyList<MovedDueNode> DueMoved => field ??= after is null ? []
        : [.. after.Owed.MovedFrom(before.Owed).Select(m => new MovedDueNode(new DutyNode(m.Now, after), m.Was))];
    public DistrictNode? After => after is null ? null : new DistrictNode(after);

    /// <summary>Steps that are taken for granted.</summary>
    internal IReadOnlyList<Text> Assumed { get; init; } = [];

    internal IReadOnlyList<FindingNode> AllOpened => field ??= after?.FindingsNotIn(before) ?? [];
    internal IReadOnlyList<FindingNode> AllCleared => field ??= after is null ? [] : before.FindingsNotIn(after);

    /// <summary>With the findings worked out that most ask for.</summary>
    internal WhatIfNode Judged()
    {
        _ = (OpenedCount, ClearedCount);
        return this;
    }

    private IReadOnlyList<DutyNode> DutiesOnlyIn(Scope? here, Scope? there) => here is null || there is null ? []
        : [.. here.Owed.NotIn(there.Owed).Select(d => new DutyNode(d, here))];
}

public sealed record MovedDueNode(DutyNode Duty, PartialDate Was);

public sealed class FundingShiftNode(FundingShift shift, Scope before, Scope after)
{
    private Scope Where => shift.After is null ? before : after;

    public PlanNode Plan => Where.PlanOf(shift.Plan);
    public FundingPurpose Purpose => shift.Purpose;
    public FundingMoney? Money => shift.Money;
    public FundingLineNode? Line => shift.Line is { } line ? new FundingLineNode(line, Where) : null;
    public FundingVerdict? Before => shift.Before;
    public FundingVerdict? After => shift.After;
    internal decimal Amount => shift.Line?.Amount ?? 0;
    internal Key<Plan> Of => shift.Plan;
}
