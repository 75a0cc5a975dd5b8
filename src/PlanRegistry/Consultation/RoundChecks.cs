using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
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
        foreach (var problem in (round.Agencies ?? []).Select(a => Asking(view, round, a)).OfType<Problem>())
        {
            yield return problem;
        }
        if (BeforeThePlan(view, round) is { } early)
        {
            yield return early;
        }
        if (round is { Audience: Audience.Public, DueOn: { } end }
            && end.Last.DayNumber - round.OpenedOn.First.DayNumber is var stands
            && view.Policy.Of(PolicyKeys.PublicMinDays, round.OpenedOn.First) is var fewest && stands < fewest)
        {
            yield return At("dueOn", $"公开征求意见的期限为{stands}日，缩短后也不得少于{fewest}日。",
                $"The public is asked for {stands} days and has, however short it is made, {fewest}.");
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

    /// <summary>Nobody asks oneself, nor a body that is no more.</summary>
    private static Problem? Asking(RegistryView view, ConsultationRound round, Key<Agency> agency)
    {
        var (name, day) = (view.Agency(agency)?.Name ?? agency.Code, round.OpenedOn.First);
        var plan = view.Plan(view.Canonical(round.Plan));
        return EndedAgency.Of(view, agency, day) is { } ended
            ? At("agencies", $"{ended.Zh}，不能征求其意见：请改为征求{ended.SuccessorZh}的意见。",
                $"{ended.En} and cannot be asked: ask {ended.SuccessorEn} instead.")
            : plan is not null && new[] { plan.LeadAgency }.OfType<Key<Agency>>().Concat(plan.CoLeadAgencies ?? [])
                .Any(lead => lead == agency || view.AgencyOn(lead, day)?.Key == agency)
                ? At("agencies", $"{name}是本规划的编制单位，不向本单位征求意见。", $"{name} drafts the plan and does not ask itself.")
            : null;
    }

    /// <summary>Nothing is asked about a plan before work on it began; where that is not recorded, before records are complete.</summary>
    private static Problem? BeforeThePlan(RegistryView view, ConsultationRound round) =>
        view.Plan(view.Canonical(round.Plan)) is not { } plan ? null
        : view.History(plan.Key).Acts.Where(a => a is { Type: ActType.DraftingStarted, About: ActAbout.Plan })
            .Select(a => (PartialDate?)a.On).OrderBy(on => on!.Value.First).FirstOrDefault() is { } begun
            ? round.OpenedOn.IsBefore(begun) == true
                ? At("openedOn", $"开始日期{round.OpenedOn.InWords().Zh}早于{plan.Named.Zh}启动编制的{begun.InWords().Zh}。",
                    $"The round of {round.OpenedOn} is before drafting {plan.Named.En} began, on {begun}.")
                : null
        : view.Policy.RecordsFrom is var from && round.OpenedOn.Last < from
            ? At("openedOn", $"开始日期{round.OpenedOn.InWords().Zh}早于资料录入完整之日（{from.InWords().Zh}），"
                    + $"且{plan.Named.Zh}启动编制的日期未登记：请先登记启动编制；历史资料请以资料包导入。",
                $"The round of {round.OpenedOn} is before records are complete, from {from:yyyy-MM-dd}, and when drafting "
                    + $"{plan.Named.En} began is not recorded: record that first; old records are imported by a pack.")
        : null;

    /// <summary>A round is closed by closing it: to say so by correction takes the same, and who has replied was asked.</summary>
    /// <param name="overwrites">What was short and is only now told stays as it was.</param>
    internal static Problem? Correcting(RegistryView view, ConsultationRound was, ConsultationRound now, bool overwrites)
    {
        var replied = new RoundOnDay(view, was, DateOnly.MaxValue).Opinions.Select(o => o.Opinion.Agency).OfType<Key<Agency>>();
        return replied.FirstOrDefault(a => was.Asks(a) && !now.Asks(a)) is { Code: not null } left
            ? At("agencies", $"{view.Agency(left)?.Name}已经答复，不能从被征求单位中删去。",
                $"{view.Agency(left)?.Name} has replied and cannot be left out of those that are asked.")
            : now.ClosedOn is { } closed && now.ClosedOn != was.ClosedOn
                && Closing(new RoundOnDay(view, now with { ClosedOn = null }, closed.Last)).FirstOrDefault() is { } open
                ? open with { Path = ["closedOn"] }
            : overwrites ? Opening(view, now).FirstOrDefault() : null;
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
            yield return At("closedOn", $"办结日期{round.AsOf.Unwatched.InWords().Zh}之后还有意见。",
                $"Opinions came after {round.AsOf.Unwatched:yyyy-MM-dd}.");
        }
        if (round.Round.DueOn is { } due && round.AsOf < due.First && !(round.Round.Agencies is { Count: > 0 } && round.Silent.Count == 0))
        {
            yield return At("closedOn", $"征求意见至{due.InWords().Zh}截止，期满之前不能办结。", $"The round lasts until {due} and is not closed before.");
        }
    }

    private static int DaysFor(RegistryView view, Audience audience, AsOfDay day) =>
        view.Policy.Of(audience == Audience.Public ? PolicyKeys.PublicDays : PolicyKeys.RoundDays, day);

    private static Text Codes(IEnumerable<OpinionOnDay> opinions) => Text.Join(opinions.Select(o => (Text)o.Opinion.Code));
}
