using PlanRegistry.Catalogue;

namespace PlanRegistry.Rules;

/// <summary>Whether leave may be given to put off its mending (暂缓整改), and by whom.</summary>
public sealed partial class FindingDraft
{
    /// <summary>
    /// A breach that somebody must mend; not one that stays BLOCKING whatever becomes of the plan, nor one about what was done, which is
    /// settled and not mended.
    /// </summary>
    private bool MayBePutOff(RuleCard card, Severity given, IReadOnlyList<Remedy> mending) =>
        verdict == Verdict.Fail && given != Severity.Notice && !card.Stays
        && !mending.Any(r => r.Act == PlanRegistry.Rules.Remedies.NameOf(Operation.SettleFinding));

    /// <summary>By its rule, by a plan from above among its subjects, or by where its plan is approved.</summary>
    private bool IsFromAbove() => RuleBook.FromAbove.Contains(Code)
        || subjects.Exists(s => s.Record is { Table: "plans" } plan && plan.District != snapshot.View.Code)
        || plans.Exists(p => p.Plan.ApprovalLevel == ApprovalLevel.Municipal);
}
