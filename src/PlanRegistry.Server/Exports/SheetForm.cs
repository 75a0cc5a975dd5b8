using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Exports;

/// <summary>Which rows of a list a page shows, by the keys that it tells them apart by, in its order.</summary>
/// <param name="List">Of a difference: the list.</param>
/// <param name="From">
/// And the one that it is compared with; null: the one before. Of a handover: the first year of the new period; null: the one at hand.
/// </param>
public sealed record SheetChoice(string Kind, IReadOnlyList<string> Rows, string? List = null, string? From = null);

/// <summary>A list that can be exported: its name, whose it is to see, its rows and its columns.</summary>
public abstract class SheetForm(Text name, string coordinate)
{
    public Text Name { get; } = name;

    /// <summary>Whoever may use this field may export what it tells.</summary>
    public string Coordinate { get; } = coordinate;

    /// <summary>The rows that are chosen, made from the registry's own answers; null where one of them is not there.</summary>
    public abstract (IReadOnlyList<IReadOnlyList<Cell>> Rows, int OfAll)? Fill(Scope scope, SheetChoice choice);

    public abstract IReadOnlyList<Text> Heads { get; }

    public abstract IReadOnlyList<int> Widths { get; }

    /// <summary>What stands above the heads; null: nothing.</summary>
    public abstract Text? Title(Scope scope, SheetChoice choice);
}

/// <param name="Head">What stands above it.</param>
/// <param name="Width">In characters of Latin script; a Chinese one is two.</param>
public sealed record SheetColumn<TRow>(Text Head, int Width, Func<TRow, Cell> Cell)
{
    public SheetColumn(string zh, string en, int width, Func<TRow, Cell> cell) : this(new Text(zh, en), width, cell) { }
}

/// <param name="rows">All of a scope that its caller sees.</param>
/// <param name="key">By which a page names a row.</param>
/// <param name="title">Of a list that has one of its own, as 目录清单 has.</param>
public sealed class SheetForm<TRow>(Text name, string coordinate, Func<Scope, SheetChoice, IEnumerable<TRow>> rows, Func<TRow, string> key,
    IReadOnlyList<SheetColumn<TRow>> columns, Func<Scope, SheetChoice, Text?>? title = null) : SheetForm(name, coordinate)
{
    public override IReadOnlyList<Text> Heads => [.. columns.Select(c => c.Head)];

    public override IReadOnlyList<int> Widths => [.. columns.Select(c => c.Width)];

    public override Text? Title(Scope scope, SheetChoice choice) => title?.Invoke(scope, choice);

    public override (IReadOnlyList<IReadOnlyList<Cell>> Rows, int OfAll)? Fill(Scope scope, SheetChoice choice)
    {
        var all = rows(scope, choice).ToList();
        var byKey = all.DistinctBy(key).ToDictionary(key, StringComparer.Ordinal);
        return choice.Rows.All(byKey.ContainsKey) && choice.Rows.Distinct().Count() == choice.Rows.Count
            ? ([.. choice.Rows.Select(k => (IReadOnlyList<Cell>)[.. columns.Select(c => c.Cell(byKey[k]))])], all.Count)
            : null;
    }
}
