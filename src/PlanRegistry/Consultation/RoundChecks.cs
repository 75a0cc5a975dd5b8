using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using static PlanRegistry.Consultation.ConsultationProblem;

namespace PlanRegistry.Consultation;

/// <summary>Whether a round may be opened, and whether it may be closed.</summary>
public static class RoundChecks
{
    /// <summary>The day until which a round lasts where none is said.</summary>
    public static DateOnly DueOn(RegistryView view, Audience audience, DateOnly openedOn) =>
        openedOn.AddDays(DaysFor(view, audience, openedOn));

    public static IEnumerable<Problem> Opening(RegistryView view, ConsultationRound round)
    {
        if (round.Audience == Audience.Agencies && round.Agencies is not { Count: > 0 })
        {
            yield return At("agencies", "征求部门和单位的意见，应当写明被征求单位。", "A round to agencies names those that are asked.");
        }
        if (round.Audience != Audience.Agencies && round.Agencies is { Count: > 0 })
        {
            yield return At("agencies", $"征求{Terms.Of(round.Audience).Zh}的意见，不填写被征求单位。",
                $"A round to {Terms.Of(round.Audience).En} names no agencies.");
        }
        if (round is { Audience: Audience.Public, ShorterBecause: null, DueOn: { } due }
            && DaysFor(view, Audience.Public, round.OpenedOn.First) is var days
            && due.Last.DayNumber - round.OpenedOn.First.DayNumber is var lasts && lasts < days)
        {
            yield return At("dueOn",
                $"公开征求意见的期限为{lasts}日，一般不少于{days}日：请将截止日期定在{round.OpenedOn.First.AddDays(days).InWords().Zh}或者以后，因情况紧急等原因缩短的，请说明理由。",
                $"The public is asked for {lasts} days and should have {days}: let the round last until "
                    + $"{round.OpenedOn.First.AddDays(days):yyyy-MM-dd} or later, or say why it is shorter.", Notice);
        }
    }

    /// <param name="round">As it stands on the day on which it is to be closed.</param>
    public static IEnumerable<Problem> Closing(RoundOnDay round)
    {
        var undone = round.Undone;
        if (round.Round.ClosedOn is { } closed)
        {
            yield return At("code", $"本轮征求意见已于{closed.InWords().Zh}办结。", $"The round was closed on {closed}.");
        }
        if (undone.Where(o => o.State != OpinionState.Objected).ToList() is { Count: > 0 } open)
        {
            yield return At("code", $"还有{open.Count}条意见没有办理，不能办结：{Codes(open).Zh}。",
                $"The round cannot be closed: opinions are not handled yet, {Codes(open).En}.", Handled);
        }
        if (undone.Where(o => o.State == OpinionState.Objected).ToList() is { Count: > 0 } objected)
        {
            yield return At("code", $"还有{objected.Count}条异议没有复核，不能办结：{Codes(objected).Zh}。",
                $"The round cannot be closed: objections are not reviewed yet, {Codes(objected).En}.");
        }
        if (round.HasLater)
        {
            yield return At("closedOn", $"办结日期{round.AsOf.InWords().Zh}之后还有意见。", $"Opinions came after {round.AsOf:yyyy-MM-dd}.");
        }
        if (round.Round.DueOn is { } due && round.AsOf < due.First && !(round.Round.Agencies is { Count: > 0 } && round.Silent.Count == 0))
        {
            yield return At("closedOn", $"征求意见至{due.InWords().Zh}截止，期满之前不能办结。", $"The round lasts until {due} and is not closed before.");
        }
    }

    private static int DaysFor(RegistryView view, Audience audience, DateOnly day) =>
        view.Policy.Of(audience == Audience.Public ? PolicyKeys.PublicDays : PolicyKeys.RoundDays, day);

    private static Text Codes(IEnumerable<OpinionOnDay> opinions) => Text.Join(opinions.Select(o => (Text)o.Opinion.Code));
}
