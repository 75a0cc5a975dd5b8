using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>One row of an entry: recorded, retired, or (both) corrected under the same record id.</summary>
public sealed record Change(Record? Recorded, Record? Retired)
{
    public static Change Record(Record row) => new(row, null);

    /// <summary>The new content takes the old row's record id.</summary>
    public static Change Correct(Record row, Record old) => new(row with { Home = old.Home, RecordCode = old.RecordCode }, old);

    public static Change Withdraw(Record old) => new(null, old);
}

/// <summary>What a command comes to on a view: changes to write (none is a good answer), or the problems that refuse it.</summary>
public sealed record Decision(IReadOnlyList<Change> Changes, IReadOnlyList<Problem> Problems)
{
    /// <summary>The records that the command is about, as they are to stand, whether they change or not.</summary>
    public IReadOnlyList<Record> Subjects { get; init; } = [];

    public bool IsRefused => Problems.Count > 0;

    public static Decision Write(IEnumerable<Change> changes) => new([.. changes], []);

    public static Decision Refuse(params IEnumerable<Problem> problems) => new([], [.. problems]);

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

/// <summary>Who writes what, why, and under which key; it stands in the ledger entry.</summary>
public sealed record CommandHeader
{
    public required DistrictCode District { get; init; }
    public required string Actor { get; init; }

    /// <summary>The command's name as in GraphQL (recordAct) or on the command line (import).</summary>
    public required string Command { get; init; }
    public string? Reason { get; init; }

    /// <summary>With it a retry gets the first answer; another input under the same key is refused.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>sha256 of the canonical input, so that two inputs under one key are told apart.</summary>
    public string? InputHash { get; init; }
    public int? ExpectedSeq { get; init; }
}

/// <summary>台账: one entry per write and district.</summary>
public sealed record LedgerEntry
{
    public required DistrictCode District { get; init; }
    public required int Seq { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Actor { get; init; }
    public required string Command { get; init; }
    public string? Reason { get; init; }
    public string? IdempotencyKey { get; init; }
    public string? InputHash { get; init; }

    /// <summary>The vector it was decided on, before its own entry.</summary>
    public required string Vector { get; init; }
    public required int Changes { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}
