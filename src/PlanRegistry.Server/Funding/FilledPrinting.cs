using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.Workbooks;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;
using Workbook = DocumentFormat.OpenXml.Spreadsheet.Workbook;

namespace PlanRegistry.Server.Funding;

/// <summary>What a workbook says of a sheet's printing and filtering: new columns are printed and filtered with the others.</summary>
internal static partial class FilledPrinting
{
    private const string Filter = "_xlnm._FilterDatabase";

    /// <summary>The office's own area is made wider; where there is none, all is printed. The heading stands on each page.</summary>
    public static void Widen(Workbook workbook, Sheet named, SheetRead sheet, IReadOnlyList<(int Index, bool IsNew)> columns)
    {
        var names = workbook.DefinedNames ??= new DefinedNames();
        var (place, header) = (named.ElementsBefore().Count(), sheet.Header!);
        foreach (var name in names.Elements<DefinedName>().Where(n => n.LocalSheetId?.Value == place
            && n.Name?.Value is Printing.Area or Filter).ToList())
        {
            name.Text = Wider(name.Text, header.First, columns);
        }
        var quoted = $"'{sheet.Grid.Name.Replace("'", "''", StringComparison.Ordinal)}'!";
        var end = Math.Max(columns.Max(c => c.Index), sheet.Grid.Rows.Max(r => r.Cells.Length) - 1);
        Add(Printing.Area, $"{quoted}$A$1:${Grid.Letters(end + 1)}${sheet.Grid.Rows.Count}");
        Add(Printing.Heads, $"{quoted}${header.First + 1}:${header.Last + 1}");

        void Add(string name, string reference)
        {
            if (!names.Elements<DefinedName>().Any(n => n.LocalSheetId?.Value == place && n.Name?.Value == name))
            {
                names.Append(Printing.Named(name, place, reference));
            }
        }
    }

    /// <summary>A1:H44, or 'Sheet'!$A$1:$H$44: the area that the heading stands in reaches to the last new column.</summary>
    /// <param name="header">The heading's first row, from 0.</param>
    public static string Wider(string references, int header, IReadOnlyList<(int Index, bool IsNew)> columns) =>
        columns.Where(c => c.IsNew).Select(c => c.Index).DefaultIfEmpty(-1).Max() is var last && last < 0 ? references
        : Area().Replace(references, area => int.Parse(area.Groups["from"].Value, null) <= header + 1
            && int.Parse(area.Groups["to"].Value, null) > header && OpenXmlLook.ColumnOf(area.Groups["end"].Value + "1") < last
            ? $"{area.Groups["before"]}{Grid.Letters(last + 1)}{area.Groups["after"]}" : area.Value);

    [GeneratedRegex(@"(?<before>\$?[A-Z]{1,3}\$?(?<from>[0-9]+):\$?)(?<end>[A-Z]{1,3})(?<after>\$?(?<to>[0-9]+))")]
    private static partial Regex Area();
}
