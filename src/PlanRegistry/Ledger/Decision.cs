using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>What a command comes to on a view: changes to write (none is a good answer), or the problems that refuse it.</summary>
public sealed record Decision(IReadOnlyList<Change> Changes, IReadOnlyList<Problem> Problems)
{
    /// <summary>The records that the command is about, as they are to stand, whether they change or not.</summary>
    public IReadOnlyList<Record> Subjects { get; init; } = [];

    /// <summary>What the changes say that it happened. A decision is pure and knows no today: the edge asks <see cref="AsOf"/>.</summary>
    public IReadOnlyList<Happening> Happened { get; init; } = [];

    /// <summary>What it would overwrite or withdraw: an entry that does so says why.</summary>
    public IReadOnlyList<Overwriting> Overwritten { get; init; } = [];

    public bool IsRefused => Problems.Count > 0;

    public static Decision Write(IEnumerable<Change> changes) => new([.. changes], []);

    public static Decision Refuse(params IEnumerable<Problem> problems) => new([], [.. problems]);

    /// <summary>The same, refused where it says that something has happened which begins after today.</summary>
    public Decision AsOf(DateOnly today) =>
        !IsRefused && Happened.Where(h => h.Begins > today).Select(h => h.Refusal(today)).ToList() is { Count: > 0 } early
            ? Refuse(early)
            : this;

    /// <summary>The subjects as the ledger has them once the changes are written.</summary>
    public IReadOnlyList<Record> SubjectsIn(RegistryView after) => [.. Subjects.Select(s => Find(after, s))];

    private static Record Find(RegistryView after, Record subject)
    {
        var shape = RecordShape.Of(subject.GetType());
        var key = shape.KeyOf(subject);
        return after.Own.Find(shape.Type, subject.Id.Code) is { } found && shape.KeyOf(found) == key
            ? found
            // Its key was another record's id before: the ledger has given it an id of its own.
            : after.Own.All.First(r => r.GetType() == shape.Type && shape.KeyOf(r) == key);
    }
}
