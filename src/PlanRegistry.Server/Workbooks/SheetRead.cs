using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>Something said of a place in a workbook: 附表1!C7.</summary>
public sealed record WorkbookRemark(string Place, Text Said);

/// <summary>A row as it was read: the pack's columns with their texts, and in which column of the sheet each of them stands.</summary>
/// <param name="Row">Of the sheet, counted from 0.</param>
internal sealed record RowRead(int Row, Dictionary<string, string?> Texts, Dictionary<string, int> At)
{
    /// <summary>The year of a column; null where none is written, or no number.</summary>
    public int? Year(string column) =>
        int.TryParse(Texts.GetValueOrDefault(column), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    public List<Problem> Problems { get; } = [];

    /// <summary>The section that it stands in.</summary>
    public string? Category { get; init; }

    /// <summary>Rows for other tables that it stands for too: a plan's superiors.</summary>
    public List<Dictionary<string, string?>> Links { get; } = [];
}

/// <summary>A directory list of which nothing is known but what the sheet's title and rows tell.</summary>
internal sealed record NewList(string Code, ListTrack Track, int Year)
{
    public Text Name => new($"{Year}年度{Terms.Of(Track).Zh}编制目录清单（{Code}）", $"the {Year} directory list of {Terms.Of(Track).En} ({Code})");
}

/// <summary>What was said of workbooks of one shape.</summary>
/// <param name="Columns">The field by the column's place among the headings, from 0; null: it is not read.</param>
/// <param name="Agencies">The agency, as DISTRICT:CODE, by the text of a cell.</param>
public sealed record SheetMemory(IReadOnlyDictionary<int, string?> Columns, IReadOnlyDictionary<string, string> Agencies)
{
    /// <summary>No agency is called by more.</summary>
    public const int LongestText = 200;
}

/// <summary>What was made of a sheet.</summary>
internal sealed class SheetRead(Grid grid)
{
    public Grid Grid { get; } = grid;
    public Header? Header { get; set; }
    public SheetUse? Use { get; set; }

    /// <summary>What stands above the heading.</summary>
    public List<string> Titles { get; } = [];

    /// <summary>万元, where the title row names a unit for the sheet.</summary>
    public string? Unit { get; set; }

    /// <summary>sha256 of its folded headings in their order: what workbooks of one shape share.</summary>
    public string? Shape { get; set; }

    /// <summary>What its columns hold otherwise than their headings say, by their place among these.</summary>
    public Dictionary<int, string?> Said { get; } = [];

    /// <summary>Which agencies its cells mean, as was said of them, by their text.</summary>
    public Dictionary<string, string> SaidAgencies { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether its sender has said so of one of these.</summary>
    public bool IsSaid { get; set; }

    /// <summary>Whether one of them is read as it was said of the last workbook of its shape.</summary>
    public bool IsRemembered { get; set; }

    /// <summary>What was said of the last workbook of its shape.</summary>
    public SheetMemory? Remembered { get; set; }
    public string? List { get; set; }

    /// <summary>The list that is to be registered with it.</summary>
    public NewList? NewList { get; set; }
    public string? Plan { get; set; }

    /// <summary>Of opinions: the round that they answer, and what stands above the heading.</summary>
    public OpinionHead? Head { get; set; }
    public List<RowRead> Rows { get; } = [];
    public List<WorkbookRemark> Notices { get; } = [];
    public List<WorkbookRemark> Inferred { get; } = [];

    /// <summary>Of the sheet as a whole.</summary>
    public List<Problem> Problems { get; } = [];

    public void SayAgency(string text, Agency agency, bool isRemembered)
    {
        if (text.Length <= SheetMemory.LongestText)
        {
            SaidAgencies[text] = agency.Key.ToString();
        }
        IsSaid |= !isRemembered;
        IsRemembered |= isRemembered;
    }

    public void Notice(int row, int column, string zh, string en) => Notices.Add(new(Grid.Place(row, column), new(zh, en)));

    public void Notice(string zh, string en) => Notices.Add(new(Grid.Name, new(zh, en)));

    public void Infer(int row, int column, string zh, string en) => Inferred.Add(new(Grid.Place(row, column), new(zh, en)));

    public Problem Bad(int row, int column, Text said) =>
        WorkbookProblems.At(Intake.Refusals.Invalid(null, said.Zh, said.En), Grid, row, column);

    public void Refuse(Text said) => Problems.Add(WorkbookProblems.At(Intake.Refusals.Invalid(null, said.Zh, said.En), Grid));
}

/// <summary>Problems at their place in a workbook, which is the sheet and the cell.</summary>
internal static class WorkbookProblems
{
    public static Problem At(Problem problem, Grid grid, int row, int column) => problem with
    {
        File = grid.Place(row, column), Line = 0, Path = [grid.Name, $"{Grid.Letters(column + 1)}{row + 1}"],
    };

    public static Problem At(Problem problem, Grid grid) => problem with { File = grid.Name, Line = 0, Path = [grid.Name] };
}
