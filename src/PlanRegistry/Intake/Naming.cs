using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>
/// How a capability's records are called: what a pack's row and a recorded row are found by, and what an unknown name comes to.
/// </summary>
public abstract class Naming
{
    /// <summary>Learns what the rows of a sheet will be called, before any row is read.</summary>
    internal abstract void Learn(IntakeContext context, Sheet sheet);

    /// <summary>What one name in a cell stands for, as a <c>Key</c>.</summary>
    internal abstract CellValue Find(IntakeContext context, ColumnName column, string raw);

    /// <summary>What several names stand for, as a list of <c>Key</c>.</summary>
    internal abstract CellValue FindAll(IntakeContext context, Column column, string raw);
}

/// <inheritdoc/>
public class Naming<T> : Naming where T : Record
{
    /// <summary>One spelling of a name, however it was typed.</summary>
    public required Func<string, string> Fold { get; init; }

    /// <summary>Bare codes are looked up in superiors too.</summary>
    public bool CodesTravel { get; init; }

    /// <summary>A name that the nearer district knows is not looked up further away.</summary>
    public bool NearestWins { get; init; }

    public ProblemCode Unknown { get; init; } = ProblemCode.UnknownRecord;

    /// <summary>The recorded rows, each with its names: those of the first rank go before those of the second.</summary>
    public required Func<RegistryView, IEnumerable<(Key<T> Key, IReadOnlyList<IEnumerable<string>> Names)>> Recorded { get; init; }

    /// <summary>The code and the names of a pack's row; null where it has none.</summary>
    public Func<IntakeContext, RawRow, (string Code, IReadOnlyList<IEnumerable<string>> Names)?>? OfRow { get; init; }

    /// <summary>Two keys of one record (a stub and the real plan that hides it) are one.</summary>
    public Func<RegistryView, Key<T>, Key<T>>? Canonical { get; init; }

    /// <summary>What a name that nothing has comes to, where it is not simply refused.</summary>
    public Func<IntakeContext, ColumnName, string, CellValue>? WhenUnknown { get; init; }

    internal override void Learn(IntakeContext context, Sheet sheet)
    {
        foreach (var row in OfRow is null ? [] : sheet.Rows)
        {
            if (OfRow!(context, new RawRow(sheet, row)) is { } named)
            {
                context.Codes[row] = named.Code;
                IndexOf(context).Add(new(context.Home, named.Code), [.. named.Names]);
            }
        }
    }

    public NameIndex<T> IndexOf(IntakeContext context) =>
        context.Part(c => new NameIndex<T>(c.Home, Fold, c.View.Kept(IndexOf)) { CodesTravel = CodesTravel, NearestWins = NearestWins });

    internal override CellValue Find(IntakeContext context, ColumnName column, string raw)
    {
        var found = IndexOf(context).Find(raw);
        if (found.Count > 1 && Canonical is not null)
        {
            found = [.. found.Select(k => Canonical(context.View, k)).Distinct()];
        }
        return found.Count switch
        {
            0 => WhenUnknown?.Invoke(context, column, raw) ?? Refusals.NotKnown(column, raw, Unknown),
            1 => CellValue.Of(found[0]),
            _ => Refusals.Ambiguous(column, raw, found.Select(k => k.Within(context.Home)).Order(StringComparer.Ordinal), Unknown),
        };
    }

    internal override CellValue FindAll(IntakeContext context, Column column, string raw)
    {
        var keys = new List<Key<T>>();
        foreach (var item in Cells.Items(raw))
        {
            var cell = Find(context, column, item);
            if (cell.Refusal is { } refusal)
            {
                return item.AsSpan().IndexOfAny("、,，") > 0 ? Refusals.Separator(column, item) : refusal;
            }
            keys.Add((Key<T>)cell.Value!);
        }
        return keys.Count > 0 ? CellValue.Of(keys.ToArray()) : Refusals.NotA(column, raw, "没有内容", "names nothing");
    }

    private NameIndex<T> IndexOf(RegistryView view)
    {
        var index = new NameIndex<T>(view.Code, Fold);
        foreach (var (key, names) in Recorded(view))
        {
            index.Add(key, [.. names]);
        }
        return index;
    }
}
