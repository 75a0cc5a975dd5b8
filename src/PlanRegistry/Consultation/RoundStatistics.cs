namespace PlanRegistry.Consultation;

/// <summary>
/// 征求意见统计: counts and shares of a round, to be read and never to be passed or failed (参考值). A share of nothing is not recorded.
/// </summary>
public sealed class RoundStatistics
{
    internal RoundStatistics(RoundOnDay round)
    {
        var opinions = round.Opinions;
        var weighed = opinions.Where(o => o.IsWeighed).ToList();
        Asked = round.Asked.Count;
        Replied = Asked - round.Silent.Count;
        var late = round.Round.DueOn is { } due
            ? round.Asked.Except(round.Silent).Count(a => round.RepliesOf(a).All(o => o.Opinion.On.First > due.Last)) : 0;
        Effective = opinions.Count(o => o.Kind == ReplyKind.Effective);
        NoOpinion = opinions.Count - weighed.Count;
        Incomplete = weighed.Count - Effective;
        Adopted = With(HandlingResult.Adopted);
        PartlyAdopted = With(HandlingResult.PartlyAdopted);
        Rejected = With(HandlingResult.Rejected);
        Unhandled = weighed.Count(o => o.First is null);
        Objections = weighed.Count(o => o.Objection is not null);
        Participation = Share(Replied, Asked);
        Recovery = Share(Replied - late, Asked);
        EffectiveShare = Share(Effective, weighed.Count);
        AdoptionShare = Share(Adopted + PartlyAdopted, weighed.Count - Unhandled);
        DaysCollecting = round.CollectedOn is { } collected && collected <= round.AsOf
            ? collected.DayNumber - round.Round.OpenedOn.First.DayNumber : null;
        DaysHandling = round.CollectedOn is { } from && Unhandled == 0 && weighed.Count > 0
            ? Math.Max(0, weighed.Max(o => o.First!.On.Last.DayNumber) - from.DayNumber) : null;

        int With(HandlingResult result) => weighed.Count(o => o.Holding?.Result == result);
    }

    /// <summary>Agencies that were asked.</summary>
    public int Asked { get; }

    /// <summary>Those of them that replied, whenever and whatever.</summary>
    public int Replied { get; }

    public int Effective { get; }
    public int NoOpinion { get; }
    public int Incomplete { get; }
    public int Adopted { get; }
    public int PartlyAdopted { get; }
    public int Rejected { get; }
    public int Unhandled { get; }
    public int Objections { get; }

    /// <summary>参与率: agencies that replied, of those asked.</summary>
    public decimal? Participation { get; }

    /// <summary>回收率: replies that came by the due day, 无意见 with them, of those expected (one of each agency asked).</summary>
    public decimal? Recovery { get; }

    /// <summary>有效意见占比: effective opinions, of all replies that say something.</summary>
    public decimal? EffectiveShare { get; }

    /// <summary>采纳率: adopted as a whole or in part, of those handled.</summary>
    public decimal? AdoptionShare { get; }

    /// <summary>Natural days from the first one to the end of collecting.</summary>
    public int? DaysCollecting { get; }

    /// <summary>Natural days from then to the last first handling.</summary>
    public int? DaysHandling { get; }

    private static decimal? Share(int part, int whole) => whole == 0 ? null : Math.Round((decimal)part / whole, 4);
}
