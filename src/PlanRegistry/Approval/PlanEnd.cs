using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// 终止、被替代: an act that says that a plan has ended. Withdrawn by its lead agency or approver, once it is approved by the approver with a
/// document; superseded by a plan that is approved. Else it has no effect, and the plan is judged as if it were not there. No end comes
/// before its paper; what has run its whole time has ended by itself, and owes what it owed whatever is recorded of it later.
/// </summary>
/// <param name="From">When it counts; null where it does not.</param>
/// <param name="Why">Why it does not, or not from its own day on.</param>
public sealed record PlanEnd(Act Act, DateOnly? From, Text Why)
{
    public static bool IsOne(Act act) => act.Type is ActType.Superseded or ActType.Withdrawn;

    internal static PlanEnd Of(RegistryView view, PlanHistory history, Act act) =>
        history.Plan.Tier != PlanTier.District ? Above(view, history, act)
        : act.Type == ActType.Superseded ? Superseded(view, history, act)
        : Entitlement.Of(view, history.WasApprovedBy(act.On.Last) ? Matter.PlanWithdrawal : Matter.DraftWithdrawal, act) is var word
            && word.IsGiven ? Papered(view, act) : new(act, null, word.Why);

    /// <summary>It ends the plan on a day: not one that was approved and has run out by then.</summary>
    internal bool EndsBy(AsOfDay day, PlanHistory history) => From is { } from && from <= day
        && (from <= history.Plan.Horizon.LastDay || !(history.WasApprovedBy(from) || history.WasPublishedBy(from)));

    private static PlanEnd Papered(RegistryView view, Act act) => PaperDay.CountsFrom(view, act) is var from && from > act.On.Last
        ? new(act, from, new($"文件{view.Document(act.Document)!.Named.Zh}{from.InWords().Zh}才印发",
            $"the document {view.Document(act.Document)!.Named.En} was issued on {from:yyyy-MM-dd} only"))
        : new(act, from, default);

    /// <summary>Of a plan of another tier its papers are not here; but no body of a lower one ends it.</summary>
    private static PlanEnd Above(RegistryView view, PlanHistory history, Act act)
    {
        return Bodies.Of(view).Beneath(act, history.Plan.Tier) is { } body
            ? new(act, null, new($"{body.Name}不是{Terms.Of(history.Plan.Tier).Zh}单位",
                $"{body.Name} is no body of the {Terms.Of(history.Plan.Tier).En} tier"))
            : new(act, act.On.Last, default);
    }

    /// <summary>
    /// By its lead agency, its approver or the government, and by a plan of this district and of its kind: an end is no way out of a duty.
    /// </summary>
    private static PlanEnd Superseded(RegistryView view, PlanHistory history, Act act)
    {
        if (act.Against is not { } against || view.Plan(against.Plan) is not { } successor || successor.Key == history.Plan.Key)
        {
            return new(act, null, new("未写明替代它的规划", "the plan that supersedes it is not named"));
        }
        if (successor.Home != history.Plan.Home || successor.Kind != history.Plan.Kind)
        {
            return new(act, null, new($"{successor.Named.Zh}不是本区的同类规划",
                $"{successor.Title} is no plan of this district and of its kind"));
        }
        if (Entitlement.Of(view, Matter.Supersession, act) is { IsGiven: false } word)
        {
            return new(act, null, word.Why);
        }
        return view.History(successor.Key).ApprovedOn is not { } approved
                ? new(act, null, new($"{successor.Named.Zh}未见批准记录", $"no approval of {successor.Title} is recorded"))
            : approved.IsBefore(history.ApprovedOn ?? approved) is true || successor.Horizon.LastDay <= act.On.Last
                ? new(act, null, new($"{successor.Named.Zh}批准在前或者届时已期满，不能替代它",
                    $"{successor.Title} was approved before it or had run out by then, and cannot supersede it"))
            : Papered(view, act) is var end && approved.Last > end.From
                ? new(act, approved.Last, new($"替代它的规划{approved.Last.InWords().Zh}才批准",
                    $"the plan that supersedes it was approved on {approved.Last:yyyy-MM-dd} only"))
            : end;
    }
}
