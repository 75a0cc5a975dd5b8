using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>What stands above the heading of a 意见征求表: as the registry writes it, and as offices that type their own do.</summary>
internal static class OpinionLines
{
    public static Text Plan { get; } = new("规划名称", "Title");
    public static Text Round { get; } = new("轮次编号", "Round");
    public static Text AskedBy { get; } = new("征求单位", "Asked by");
    public static Text Due { get; } = new("答复截止日期", "Reply due");
    public static Text Agency { get; } = new("答复单位", "Replying agency");
    public static Text Contact { get; } = new("联系人、电话（不读入）", "Contact (not read)");
    public static Text On { get; } = new("答复日期", "Replied on");
    public static Text None { get; } = new("没有意见的，在右格填“无意见”", "Without an opinion: write 无意见 at the right");

    private static readonly string[] Agencies = ["反馈单位", "回复单位", "提出单位", "填报单位", "填表单位"];
    private static readonly string[] Rounds = ["征求意见轮次", "轮次"];
    private static readonly string[] Days = ["反馈日期", "回复日期", "填报日期", "填表日期"];

    /// <summary>As the form has it; a title of an office's own tells the plan otherwise.</summary>
    public static IEnumerable<(string Text, int Row, int Column)> PlansIn(SheetRead sheet) => In(sheet, Plan, []);

    public static IEnumerable<(string Text, int Row, int Column)> RoundsIn(SheetRead sheet) => In(sheet, Round, Rounds);

    public static IEnumerable<(string Text, int Row, int Column)> AgenciesIn(SheetRead sheet) => In(sheet, Agency, Agencies);

    public static (string Text, int Row, int Column)? DayIn(SheetRead sheet) => First(In(sheet, On, Days));

    public static (string Text, int Row, int Column)? NoneIn(SheetRead sheet) => First(In(sheet, None, []));

    public static (string Text, int Row, int Column)? First(IEnumerable<(string Text, int Row, int Column)> found) =>
        found.Select(f => ((string Text, int Row, int Column)?)f).FirstOrDefault();

    /// <summary>What stands behind a label: in its own cell after a colon, or in the next cell that is filled.</summary>
    private static IEnumerable<(string Text, int Row, int Column)> In(SheetRead sheet, Text label, string[] others)
    {
        var labels = others.Append(label.Zh).Append(label.En).Select(Headings.Fold).ToHashSet(StringComparer.Ordinal);
        for (var row = 0; row < sheet.Header!.First; row++)
        {
            var cells = sheet.Grid.Rows[row].Cells;
            for (var column = 0; column < cells.Length; column++)
            {
                if (cells[column].Text is not { } text)
                {
                    continue;
                }
                var colon = text.IndexOfAny([':', '：']);
                if (colon > 0 && text[(colon + 1)..].Trim() is { Length: > 0 } rest && labels.Contains(Headings.Fold(text[..colon])))
                {
                    yield return (rest, row, column);
                }
                else if (labels.Contains(Headings.Fold(text))
                    && Array.FindIndex(cells, column + 1, c => c.Text is not null) is > 0 and var next)
                {
                    yield return (cells[next].Text!, row, next);
                }
            }
        }
    }
}
