using System.Globalization;
using PlanRegistry.Records;
using Calendar = PlanRegistry.Records.Calendar;

namespace PlanRegistry.Conformance;

/// <summary>办理时限: how many days a finding of each severity leaves for mending it.</summary>
public sealed record DueDays(int Blocking, int Error, int Warning)
{
    public static readonly PolicyFormat<DueDays> Format = new(TryParse, new("三个以分号隔开的整数（天）：禁止办理；应整改；预警，如10;30;60",
        "three whole numbers of days separated by semicolons, for BLOCKING, ERROR and WARNING, like 10;30;60"), days => days.InWords());

    /// <summary>
    /// The day by which a finding is to be mended: so many days from the later of its since and the first entry of the records it names.
    /// Nobody can mend what the registry has not heard of, and no correction buys time. Null for a notice.
    /// </summary>
    public static DateOnly? DayOf(Snapshot snapshot, Severity severity, DateOnly since, IEnumerable<RecordId> named) =>
        snapshot.Policy.Of(PolicyKeys.FindingDueDays, snapshot.AsOf).Of(severity) is { } days
            ? named.Select(id => snapshot.View.Find(id)).OfType<Record>()
                .Select(r => Calendar.DayOf(snapshot.View.FirstRecordedAt(r))).Append(since).Max().AddDays(days)
            : null;

    /// <summary>How the day judged stands to a due day: told for the day, and not a part of what a judgement holds.</summary>
    public static Urgency UrgencyOf(Snapshot snapshot, DateOnly due) =>
        UrgencyOf(snapshot.Policy, snapshot.AsOf.Unwatched, due);

    private static Urgency UrgencyOf(Policy policy, DateOnly asOf, DateOnly due) =>
        due < asOf ? Urgency.Overdue
        : due <= asOf.AddDays(policy.Of(PolicyKeys.DueSoonDays, asOf)) ? Urgency.DueSoon
        : Urgency.Upcoming;

    private Text InWords() => Text.Join(new[] { Severity.Blocking, Severity.Error, Severity.Warning }
        .Select(s => new Text($"{Terms.Of(s).Zh}{Of(s)}日", $"{Terms.Of(s).En} {Of(s)} days")));

    private int? Of(Severity severity) => severity switch
    {
        Severity.Blocking => Blocking,
        Severity.Error => Error,
        Severity.Warning => Warning,
        _ => null,
    };

    private static bool TryParse(string text, out DueDays days)
    {
        var numbers = text.Split(';')
            .Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        var fits = numbers.Count == 3 && numbers.TrueForAll(n => n is >= 0 and <= 3650);
        days = fits ? new DueDays(numbers[0], numbers[1], numbers[2]) : null!;
        return fits;
    }
}
