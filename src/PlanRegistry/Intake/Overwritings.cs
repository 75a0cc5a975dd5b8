using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What a change does to what was recorded. To describe a document that was known by its name alone overwrites nothing.</summary>
public static class Overwritings
{
    /// <summary>Null where nothing recorded is lost: a new record, empty columns filled, names added.</summary>
    /// <param name="heading">The column of another table that the record came from.</param>
    public static Overwriting? Of(Change change, Func<Column?, Problem, Problem> at, Text? heading = null) =>
        change.Retired is not { } old || Tables.Of(old)?.IsStub?.Invoke(old) == true ? null
        : change.Recorded is not { } now ? new Overwriting(old, [], at)
        : RecordShape.Of(old.GetType()).Columns.Where(c => c.IsOverwritten(old, now)).ToList() is { Count: > 0 } columns
            ? new Overwriting(old, columns, at) { Heading = heading }
        : null;

    /// <summary>
    /// A new entry of a list that is recorded as approved, with its entries, or one that is now said to be dropped: null where it is none,
    /// or the list's entries are only now recorded.
    /// </summary>
    public static Overwriting? Added(RegistryView before, Change change, Func<Column?, Problem, Problem> at) =>
        change.Recorded is DirectoryEntry entry && (change.Retired is null || IsDropped(change.Retired, entry))
            && before.List(entry.List) is { ApprovedOn: not null } list && before.EntriesIn[list.Key].Any()
            ? new Overwriting(list, [], at) { Added = entry } : null;

    /// <summary>An empty cell, filled: whoever reads the list no longer reads the entry.</summary>
    private static bool IsDropped(Record was, DirectoryEntry now) => was is DirectoryEntry { Dropped: null } && now.Dropped == true;

    /// <summary>By a row, refused at its cell.</summary>
    internal static IEnumerable<Overwriting> Of(ReadRow row, Change change)
    {
        var added = Some(Added(row.Context.View, change, (_, refusal) => row.At((string?)null, refusal)));
        var heading = row.Table.Shorthand?.ColumnOf(change.Recorded!);
        Text? name = heading is not null && row.Table.NameOf(heading) is { } told ? new Text(told.Label, told.Name)
            : (Text?)null;
        return [.. added, .. Some(Of(change, (column, refusal) => row.At(heading ?? column?.Name, refusal), name))];
    }

    /// <summary>By a pack that lacks the record, refused at its file.</summary>
    internal static IEnumerable<Overwriting> Withdrawn(Change change) =>
        Some(Of(change, (_, refusal) => refusal.At(RecordShape.Of(change.Retired!.GetType()).Pack!)));

    /// <summary>Records the document of the reason where nobody has described it.</summary>
    internal static IEnumerable<Problem> NameDocument(IntakeContext context, Upsert upsert, string? document)
    {
        if (Cells.Trim(document) is not { } named)
        {
            return [];
        }
        var known = context.Stubs.Values.ToHashSet();
        var refusal = DocumentRows.Named(context, new("document", "文件"), named).Refusal;
        foreach (var stub in context.Stubs.Values.Where(s => !known.Contains(s)))
        {
            upsert.Take(stub, RecordShape.Of(stub.GetType()).Pack!);
        }
        return refusal is null ? [] : [refusal with { Path = ["document"] }];
    }

    private static IEnumerable<Overwriting> Some(Overwriting? overwriting) => overwriting is null ? [] : [overwriting];
}
