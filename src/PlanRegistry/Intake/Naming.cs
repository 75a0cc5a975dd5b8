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
        var items = Cells.Items(raw).SelectMany(i => Apart(context, i)).ToList();
        foreach (var item in items)
        {
            var cell = Find(context, column, item);
            if (cell.Refusal is { } refusal)
            {
                return item.AsSpan().IndexOfAny(Cells.Commas) > 0 ? Refusals.Separator(column, item) : refusal;
            }
            keys.Add((Key<T>)cell.Value!);
        }
        return keys.Count == 0 ? Refusals.NotA(column, raw, "没有内容", "names nothing")
            : keys.Count > Column.MostItems ? Refusals.TooMany(column, keys.Count, Column.MostItems)
            : CellValue.Of(keys.ToArray());
    }

    /// <summary>
    /// 发展改革委、财政局 is two names where it is not the name of one: the longest name that is known from the beginning on comes first.
    /// Where nothing of it is known it stays whole.
    /// </summary>
    private List<string> Apart(IntakeContext context, string item)
    {
        var parts = Apart(item, name => IndexOf(context).Find(name).Count > 0).ToList();
        return parts.Exists(p => IndexOf(context).Find(p).Count > 0) ? parts : [item];
    }

    private static IEnumerable<string> Apart(string item, Func<string, bool> isKnown)
    {
        while (item.Length > 0)
        {
            var ends = Enumerable.Range(0, item.Length).Where(i => Cells.Commas.Contains(item[i])).Append(item.Length).ToList();
            var end = ends.FindLast(e => isKnown(item[..e].Trim())) is var known and > 0 ? known : ends[0];
            if (item[..end].Trim() is { Length: > 0 } name)
            {
                yield return name;
            }
            item = item[Math.Min(end + 1, item.Length)..];
        }
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
