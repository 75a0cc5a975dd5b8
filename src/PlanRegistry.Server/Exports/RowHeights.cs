namespace PlanRegistry.Server.Exports;

/// <summary>
/// How high a row must be for all of its lines to be seen. A spreadsheet finds out by itself only where somebody edits the row.
/// </summary>
internal static class RowHeights
{
    /// <summary>Of a line of 11 points, in points; a row is never higher than a spreadsheet lets it be.</summary>
    private const double Line = 15;
    private const double Around = 3;
    private const double Most = 409;

    /// <param name="cells">Their texts, and how wide their columns are, in characters of Latin script.</param>
    public static double Of(IEnumerable<(string? Text, int Width)> cells) =>
        Math.Min(Most, Around + (Line * cells.Select(c => Lines(c.Text ?? "", c.Width)).DefaultIfEmpty(1).Max()));

    /// <summary>
    /// A Chinese character is as wide as two of Latin script; the frame takes some room, and so does a mark that must not begin a line.
    /// </summary>
    private static int Lines(string text, int width) => text.Split('\n')
        .Sum(l => Math.Max(1, (int)Math.Ceiling(l.Sum(c => char.IsAscii(c) ? 1.0 : 2.0) / Math.Max(2, (width * 0.94) - 1))));
}
