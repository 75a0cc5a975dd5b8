using System.Globalization;
using System.Xml;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// What the reader of cells does not tell of one sheet: errors, formulas whose value nobody stored, what is struck out, and which rows are
/// hidden where that is said by "true".
/// </summary>
internal sealed class LookedSheet
{
    private readonly Dictionary<(int Row, int Column), CellFault> faults = [];
    private readonly HashSet<(int Row, int Column)> struck = [];
    private readonly HashSet<int> hidden = [];

    public CellFault FaultAt(int row, int column) => faults.GetValueOrDefault((row, column));

    public bool IsStruck(int row, int column) => struck.Contains((row, column));

    public bool IsHidden(int row) => hidden.Contains(row);

    /// <param name="name">Of the file.</param>
    /// <param name="formats">The numbers of the cell formats whose font is struck through.</param>
    /// <param name="texts">How each shared text is struck.</param>
    public static LookedSheet Of(string name, XmlReader reader, HashSet<int> formats, List<Strokes> texts)
    {
        var (looked, row, column) = (new LookedSheet(), -1, -1);
        while (OpenXmlLook.NextOf(reader))
        {
            if (reader.LocalName == "row")
            {
                row = reader.GetAttribute("r") is { } r ? int.Parse(r, CultureInfo.InvariantCulture) - 1 : row + 1;
                column = -1;
                if (row >= WorkbookLimits.Rows)
                {
                    // The reader of cells refuses it.
                    break;
                }
                if (OpenXmlLook.IsTrue(reader.GetAttribute("hidden")) || IsZero(reader.GetAttribute("ht")))
                {
                    looked.hidden.Add(row);
                }
            }
            else if (reader.LocalName == "c")
            {
                column = reader.GetAttribute("r") is { } place ? OpenXmlLook.ColumnOf(place) : column + 1;
                var isStruck = reader.GetAttribute("s") is { } style && formats.Contains(int.Parse(style, CultureInfo.InvariantCulture));
                var (fault, strokes) = Cell(name, reader, texts);
                looked.Note(row, column, fault, strokes, isStruck);
            }
        }
        return looked;
    }

    private static (CellFault Fault, Strokes Strokes) Cell(string name, XmlReader reader, List<Strokes> texts)
    {
        var (type, strokes, depth) = (reader.GetAttribute("t"), Strokes.AsCell, reader.Depth);
        var (isFormed, isValue, hasValue) = (false, false, false);
        while (!(reader.IsEmptyElement && reader.Depth == depth) && reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "is"):
                    strokes = TextStrokes.Of(name, reader);
                    break;
                case (XmlNodeType.Element, var part):
                    (isFormed, isValue) = (isFormed || part == "f", part == "v");
                    hasValue |= isValue && type == "str";
                    break;
                case (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace, _) when isValue:
                    hasValue = true;
                    strokes = type == "s" && int.TryParse(reader.Value, CultureInfo.InvariantCulture, out var number)
                        && number >= 0 && number < texts.Count ? texts[number] : strokes;
                    break;
            }
        }
        return (type == "e" ? CellFault.Error : isFormed && !hasValue ? CellFault.NoStoredValue : CellFault.None, strokes);
    }

    private void Note(int row, int column, CellFault fault, Strokes strokes, bool isStruck)
    {
        var asCell = !strokes.HasFlag(Strokes.AsCell) ? Strokes.None : isStruck ? Strokes.Struck : Strokes.Plain;
        var all = (strokes | asCell) & ~Strokes.AsCell;
        fault = fault == CellFault.None && all == (Strokes.Struck | Strokes.Plain) ? CellFault.PartlyStruck : fault;
        if (column >= WorkbookLimits.Columns)
        {
            return;
        }
        if (fault != CellFault.None)
        {
            faults[(row, column)] = fault;
        }
        if (all == Strokes.Struck)
        {
            struck.Add((row, column));
        }
    }

    private static bool IsZero(string? height) =>
        double.TryParse(height, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points == 0;
}
