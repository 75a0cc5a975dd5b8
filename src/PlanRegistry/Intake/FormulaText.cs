namespace PlanRegistry.Intake;

/// <summary>
/// A cell is text to other programs: what a spreadsheet would run (= + - @, or a control character first) is written behind an apostrophe,
/// and read back without it. One more apostrophe stands before what begins so already, so that nothing changes on the way.
/// </summary>
public static class FormulaText
{
    private const char Quote = '\'';

    public static string Write(string cell) => IsRun(cell) ? Quote + cell : cell;

    public static string Read(string cell) => cell is [Quote, ..] && IsRun(cell) ? cell[1..] : cell;

    /// <summary>Behind however many apostrophes. A hyphen alone is nobody.</summary>
    private static bool IsRun(string cell) =>
        cell.TrimStart(Quote) is { Length: > 1 } text && (text[0] is '=' or '+' or '-' or '@' || char.IsControl(text[0]));
}
