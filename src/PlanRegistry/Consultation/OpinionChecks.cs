using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using static PlanRegistry.Consultation.ConsultationProblem;

namespace PlanRegistry.Consultation;

/// <summary>Whether an opinion may be recorded, handled, objected to and reviewed.</summary>
public static class OpinionChecks
{
    /// <summary>As long as there are no accounts nobody can be told from another.</summary>
    public static Problem NobodyElse { get; } = new(ProblemCode.NotAllowed, new Text(
        "复核须由另一账户登录办理。登记册还没有账户，请先用plan-registry user add建立账户。",
        "A handling is reviewed by another account. There are no accounts yet: make them by plan-registry user add."), [], ByDefault);

    /// <summary>A token is in the hands of whoever has it.</summary>
    public static Problem NoPerson { get; } = new(ProblemCode.NotAllowed, new Text(
        "异议须由人员登录复核，程序的令牌不能复核。",
        "A handling is reviewed by a person who is signed in, not by a program's token."), [], ByDefault);

    public static IEnumerable<Problem> Recording(RegistryView view, ConsultationRound round, Opinion opinion)
    {
        if (ClosedTo(round) is { } closed)
        {
            yield return closed;
        }
        if (Early(round, opinion) is { } early)
        {
            yield return early;
        }
        if (WhoIsWrong(view, round, opinion) is { } who)
        {
            yield return who;
        }
        if (round.ClosedOn is null && Contradicted(view, round, opinion) is { } other)
        {
            yield return other;
        }
        if (opinion.Kind == ReplyKind.Incomplete)
        {
            yield return Incomplete(opinion);
        }
    }

    /// <summary>Null as long as it takes opinions.</summary>
    public static Problem? ClosedTo(ConsultationRound round) => round.ClosedOn is not { } closed ? null
        : At("round", $"本轮征求意见已于{closed.InWords().Zh}办结，不再收意见。", $"The round was closed on {closed} and takes no more opinions.");

    public static Problem NotAsked(RegistryView view, Key<Agency> agency)
    {
        var name = view.Agency(agency)?.Name ?? agency.ToString();
        return At("agency", $"本轮没有征求{name}的意见。", $"The round does not ask {name}.", code: ProblemCode.NotAllowed);
    }

    internal static Problem? Early(ConsultationRound? round, Opinion opinion) => opinion.On.IsBefore(round?.OpenedOn ?? opinion.On) == true
        ? At("on", $"意见的日期{opinion.On.InWords().Zh}早于征求意见的{round!.OpenedOn.InWords().Zh}。",
            $"The opinion's day, {opinion.On}, is before the round began, on {round.OpenedOn}.")
        : null;

    internal static Problem Incomplete(Opinion opinion)
    {
        var missing = Replies.MissingWords(opinion);
        return At(Names.Camel(Replies.Missing(opinion).First().Name),
            $"意见应当写明针对条款、具体建议和理由依据，现缺少{missing.Zh}；没有意见的，具体建议写“无意见”。",
            $"An opinion says clause, suggestion and reason; it lacks {missing.En}. Who has none writes 无意见 as the suggestion.");
    }

    /// <summary>A first handling.</summary>
    public static IEnumerable<Problem> Handling(RegistryView view, OpinionOnDay opinion, Handling handling)
    {
        if (!opinion.IsWeighed)
        {
            yield return At("opinion", $"答复“{opinion.Opinion.Code}”没有提出意见，无需办理。",
                $"The reply {opinion.Opinion.Code} gives no opinion: there is nothing to handle.");
        }
        if (opinion.Opinion.On.IsAfter(handling.On) == true)
        {
            yield return At("on", $"办理日期{handling.On.InWords().Zh}早于提出意见的{opinion.Opinion.On.InWords().Zh}。",
                $"It is handled on {handling.On}, before the opinion of {opinion.Opinion.On}.");
        }
        if (handling.Agency is { } by && view.Plan(view.Canonical(handling.Plan)) is { LeadAgency: { } lead } plan
            && by != lead && plan.CoLeadAgencies?.Contains(by) != true)
        {
            yield return At("agency", $"意见由规划的牵头单位{view.Agency(lead)?.Name}办理，不由{view.Agency(by)?.Name}办理。",
                $"Opinions are handled by the plan's lead agency, {view.Agency(lead)?.Name}, and not by {view.Agency(by)?.Name}.");
        }
        foreach (var problem in Wording(handling))
        {
            yield return problem;
        }
    }

    public static IEnumerable<Problem> Objecting(RegistryView view, OpinionOnDay opinion, Objection objection)
    {
        if (opinion.Opinion.Agency != objection.Agency)
        {
            var who = view.Agency(opinion.Opinion.Agency)?.Name;
            yield return At("opinion", $"异议由提出意见的{who ?? "单位"}提出，其他单位不能提出。",
                $"Only {who ?? "the agency"} that gave the opinion objects to its handling.", code: ProblemCode.NotAllowed);
        }
        if (opinion.First is not { } first)
        {
            yield return At("opinion", $"意见“{opinion.Opinion.Code}”尚未办理，不能提出异议。",
                $"The opinion {opinion.Opinion.Code} has not been handled: there is nothing to object to.");
        }
        else if (objection.On.IsBefore(first.On) == true)
        {
            yield return At("on", $"异议日期{objection.On.InWords().Zh}早于办理日期{first.On.InWords().Zh}。",
                $"It is objected to on {objection.On}, before it was handled, on {first.On}.");
        }
    }

    /// <param name="first">The name of whoever handled it first, as the ledger has it.</param>
    /// <param name="by">The name of whoever reviews it.</param>
    public static IEnumerable<Problem> Reviewing(OpinionOnDay opinion, Handling review, string? first, string by)
    {
        if (opinion.Objection is not { } objection)
        {
            yield return At("opinion", $"对意见“{opinion.Opinion.Code}”的办理没有异议，无需复核。",
                $"Nobody has objected to how the opinion {opinion.Opinion.Code} was handled: there is nothing to review.");
        }
        else if (review.On.IsBefore(objection.On) == true)
        {
            yield return At("on", $"复核日期{review.On.InWords().Zh}早于异议日期{objection.On.InWords().Zh}。",
                $"It is reviewed on {review.On}, before the objection of {objection.On}.");
        }
        if (SamePerson(opinion, review.Handler, first, by) is { } same)
        {
            yield return same;
        }
        foreach (var problem in Wording(review))
        {
            yield return problem;
        }
    }

    /// <summary>Of the same account, or of a second one of the same person (李四, 李四（复核）); null where another reviews.</summary>
    internal static Problem? SamePerson(OpinionOnDay opinion, string? handler, string? first, string by) =>
        (handler is not null && opinion.First?.Handler is { } known && Persons.AreOne(known, handler))
            || (first is not null && Persons.AreOne(first, by))
            ? At("opinion", "复核人不得是初次办理的经办人，请由另一人复核。",
                "Who handled an opinion first does not review it: another person does.", code: ProblemCode.SamePerson)
            : null;

    private static IEnumerable<Problem> Wording(Handling handling)
    {
        if (handling.LacksReason)
        {
            yield return At("reason", $"{Terms.Of(handling.Result).Zh}的意见应当说明理由。",
                $"An opinion that is {Terms.Of(handling.Result).En} is answered with a reason.", Handled);
        }
        if (handling is { Result: HandlingResult.PartlyAdopted, AgreedValue: null })
        {
            yield return At("agreedValue", "部分采纳的意见应当写明协商一致的内容。", "Of an opinion adopted in part it is said what was agreed.");
        }
    }

    /// <summary>That there is no opinion, beside an opinion of the same agency in the round, or the other way round.</summary>
    private static Problem? Contradicted(RegistryView view, ConsultationRound round, Opinion opinion)
    {
        var saysNothing = opinion.Kind == ReplyKind.NoOpinion;
        var other = opinion.Agency is null ? null : ConsultationBook.Of(view).Opinions[round.Key]
            .FirstOrDefault(o => o.Agency == opinion.Agency && o.Code != opinion.Code && o.Kind == ReplyKind.NoOpinion != saysNothing);
        var who = view.Agency(opinion.Agency)?.Name;
        return other is null ? null
            : saysNothing ? At("suggestion", $"{who}在本轮已提出意见“{other.Code}”，不再答复“无意见”：不再坚持的，请先更正或者撤销该意见。",
                $"{who} has given the opinion {other.Code} in this round and cannot say that it has none: correct or withdraw that first.")
            : At("suggestion", $"{who}在本轮已答复“无意见”（{other.Code}）：另有意见的，请先撤销该答复，再登记意见。",
                $"{who} has replied {other.Code}, that it has no opinion: withdraw that reply first, then record the opinion.");
    }

    private static Problem? WhoIsWrong(RegistryView view, ConsultationRound round, Opinion opinion) => (round.Audience, opinion) switch
    {
        (Audience.Agencies, { Agency: null }) => At("agency", "本轮征求部门和单位的意见，应当写明提出单位。",
            "The round asks agencies: say which one replies."),
        (Audience.Agencies, { Agency: { } by }) when !round.AsksOn(view, by, opinion.On.Last) => NotAsked(view, by),
        (not Audience.Agencies, { Agency: { } by }) => At("agency", $"本轮征求{Terms.Of(round.Audience).Zh}的意见，不收部门和单位的答复。",
            $"The round asks {Terms.Of(round.Audience).En} and takes no reply of an agency, such as {view.Agency(by)?.Name}."),
        (not Audience.Agencies, { Participant: null }) => At("participant",
            $"本轮征求{Terms.Of(round.Audience).Zh}的意见，应当写明提出方（只写单位或者“公众”，不写个人姓名）。",
            $"The round asks {Terms.Of(round.Audience).En}: say whose opinion it is, by unit or as 公众 and without a person's name."),
        _ => null,
    };
}
