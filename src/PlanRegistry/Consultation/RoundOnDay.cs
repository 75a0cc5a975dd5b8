using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>A round with its opinions as they stand on a day.</summary>
public sealed class RoundOnDay
{
    private readonly RegistryView view;

    public RoundOnDay(RegistryView view, ConsultationRound round, AsOfDay asOf) => (this.view, Round, AsOf) = (view, round, asOf);

    public ConsultationRound Round { get; }
    public AsOfDay AsOf { get; }

    /// <summary>In the order in which they came; of one day by their codes.</summary>
    public IReadOnlyList<OpinionOnDay> Opinions => field ??=
        [.. ConsultationBook.Of(view).Opinions[Round.Key].Where(o => o.On.Last <= AsOf)
            .OrderBy(o => o.On.First).ThenBy(o => o.Code, StringComparer.Ordinal).Select(o => new OpinionOnDay(view, o, AsOf))];

    public IReadOnlyList<OpinionOnDay> Undone => field ??= [.. Opinions.Where(o => !o.IsDone)];

    public IEnumerable<OpinionOnDay> Incomplete => Opinions.Where(o => o.Kind == ReplyKind.Incomplete);

    /// <summary>Opinions came after the day.</summary>
    public bool HasLater => ConsultationBook.Of(view).Opinions[Round.Key].Any(o => o.On.Last > AsOf);

    public bool IsClosed => Round.ClosedOn is { } closed && closed.Last <= AsOf;

    /// <summary>The last day of collecting: when it was due, or closed before that; null while neither is recorded.</summary>
    public DateOnly? CollectedOn => (IsClosed ? Round.ClosedOn!.Value.Last : (DateOnly?)null, Round.DueOn?.Last) switch
    {
        ({ } closed, { } due) => closed < due ? closed : due,
        (var closed, var due) => closed ?? due,
    };

    public RoundState State => IsClosed ? RoundState.Closed : CollectedOn < AsOf ? RoundState.Handling : RoundState.Collecting;

    /// <summary>How long it was to last, in natural days after the first one; null where the days do not tell it.</summary>
    public Span? Lasts => (IsClosed && Round.ClosedOn!.Value.IsBefore(Round.DueOn ?? Round.ClosedOn.Value) == true
        ? Round.ClosedOn : Round.DueOn ?? (IsClosed ? Round.ClosedOn : null)) is { } end
        ? new Span(end.First.DayNumber - Round.OpenedOn.Last.DayNumber, end.Last.DayNumber - Round.OpenedOn.First.DayNumber)
        : null;

    /// <summary>The asked agencies that have not said a word.</summary>
    public IReadOnlyList<Key<Agency>> Silent => field ??=
        [.. Asked.Where(a => !RepliesOf(a).Any())];

    /// <summary>Each once, however often it is named.</summary>
    public IReadOnlyList<Key<Agency>> Asked => field ??= [.. (Round.Agencies ?? []).Distinct()];

    /// <summary>What an asked agency has said, or the one that succeeded it.</summary>
    public IEnumerable<OpinionOnDay> RepliesOf(Key<Agency> asked) => Opinions.Where(o => o.Opinion.Agency is { } by
        && (by == asked || (!Round.Asks(by) && view.AgencyOn(asked, o.Opinion.On.Last)?.Key == by)));

    public RoundStatistics Statistics => field ??= new RoundStatistics(this);

    /// <summary>The plan's rounds that have been opened by the day, the earliest first.</summary>
    public static IReadOnlyList<RoundOnDay> Of(RegistryView view, Key<Plan> plan, AsOfDay asOf) =>
        [.. ConsultationBook.Of(view).Rounds[view.Canonical(plan)].Where(r => r.OpenedOn.Last <= asOf)
            .OrderBy(r => r.OpenedOn.First).ThenBy(r => r.Code, StringComparer.Ordinal).Select(r => new RoundOnDay(view, r, asOf))];

    /// <summary>Days at least and at most, where days are known in part.</summary>
    public readonly record struct Span(int AtLeast, int AtMost);
}
