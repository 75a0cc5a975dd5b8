using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// 终止、被替代: an act that says that a plan has ended. Withdrawn by its lead agency or approver, once it is approved by the approver with a
/// document; superseded by a plan that is approved. Else it has no effect, and the plan is judged as if it were not there.
/// </summary>
/// <param name="From">When the plan ends by it; null where it does not.</param>
/// <param name="Why">Why it does not.</param>
public sealed record PlanEnd(Act Act, DateOnly? From, Text Why)
{
    public static bool IsOne(Act act) => act.Type is ActType.Superseded or ActType.Withdrawn;

    internal static PlanEnd Of(RegistryView view, PlanHistory history, Act act) =>
        history.Plan.Tier != PlanTier.District ? new(act, act.On.Last, default)
        : act.Type == ActType.Superseded ? Superseded(view, history, act)
        : Entitlement.Of(view, history.WasApprovedBy(act.On.Last) ? Matter.PlanWithdrawal : Matter.DraftWithdrawal, act) is var word
            && word.IsGiven ? new(act, act.On.Last, default) : new(act, null, word.Why);

    private static PlanEnd Superseded(RegistryView view, PlanHistory history, Act act) =>
        act.Against is not { } against || view.Plan(against.Plan) is not { } successor || successor.Key == history.Plan.Key
            ? new(act, null, new("未写明替代它的规划", "the plan that supersedes it is not named"))
        : view.History(successor.Key).ApprovedOn is { } approved
            ? new(act, approved.Last > act.On.Last ? approved.Last : act.On.Last, default)
        : new(act, null, new($"{successor.Named.Zh}未见批准记录", $"no approval of {successor.Title} is recorded"));
}
