using PlanRegistry.Records;

namespace PlanRegistry.Server.Exports;

/// <summary>What stands in a cell: words, a figure with its digits as recorded, a day, or nothing (未录入).</summary>
public readonly record struct Cell
{
    public Text? Words { get; private init; }

    /// <summary>Its scale is how many digits are recorded behind the point.</summary>
    public decimal? Figure { get; private init; }

    /// <summary>A year or a number of something: no separators.</summary>
    public int? Whole { get; private init; }

    public DateOnly? Day { get; private init; }

    /// <summary>Words that are to be seen at once; what they say does not hang on it.</summary>
    public bool IsMarked { get; init; }

    public static implicit operator Cell(string? text) => new() { Words = text is null ? default(Text?) : new Text(text, text) };

    public static implicit operator Cell(Text? text) => new() { Words = text };

    public static implicit operator Cell(decimal? figure) => new() { Figure = figure };

    public static implicit operator Cell(int? number) => new() { Whole = number };

    /// <summary>A month or a year stays what it is.</summary>
    public static implicit operator Cell(PartialDate? date) => date switch
    {
        null => default,
        { IsExact: true } day => new() { Day = day.First },
        { } part => new() { Words = part.ToString() },
    };

    public static Cell Of(Enum? value) => value is null ? default : new() { Words = Terms.Of(value) };

    /// <summary>Several things, a line each.</summary>
    public static Cell Lines(IEnumerable<Text> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? default
            : new() { Words = new Text(string.Join('\n', all.Select(l => l.Zh)), string.Join('\n', all.Select(l => l.En))) };
    }
}

/// <summary>One sheet of a workbook, ready to be written.</summary>
/// <param name="Widths">Of the columns, in characters of Latin script.</param>
/// <param name="Source">Where the rows come from; below them.</param>
/// <param name="Title">What stands above the heads, where the list has a title of its own.</param>
/// <param name="Lines">Between both: of a form what is asked, and the answer or room for it; of a table what it is of.</param>
/// <param name="Fixed">So many columns stay in sight and stand on each page; such a table may be several pages wide.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Heads, IReadOnlyList<int> Widths,
    IReadOnlyList<IReadOnlyList<Cell>> Rows, string Source, string? Title = null,
    IReadOnlyList<(string Label, string? Value)>? Lines = null, int Fixed = 0);
