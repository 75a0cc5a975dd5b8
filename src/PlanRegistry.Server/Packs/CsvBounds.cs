namespace PlanRegistry.Server.Packs;

/// <summary>Walks a text before it is taken apart: what is far beyond any pack is refused while it is still one string.</summary>
internal static class CsvBounds
{
    /// <param name="rows">How many the pack may still have.</param>
    public static void Check(string file, string text, int rows, PackLimits limits)
    {
        var (row, column, length, quoted) = (1, 1, 0, false);
        foreach (var c in text)
        {
            quoted ^= c == '"';
            if (c is ',' or '\n' && !quoted)
            {
                (row, column, length) = c == ',' ? (row, column + 1, 0) : (row + 1, 1, 0);
            }
            else
            {
                length++;
            }
            if (row > rows)
            {
                throw new PackException(
                    $"数据包的行数超过{limits.Rows}（读到{file}时），即可以读取的上限。",
                    $"The pack has more than {limits.Rows} rows (counted in {file}), the most that are read.");
            }
            if (column > limits.Columns)
            {
                throw new PackException($"{file}第{row}行超过{limits.Columns}列，即可以读取的上限。",
                    $"Row {row} of {file} has more than {limits.Columns} cells, the most that are read.");
            }
            if (length > limits.CellLength)
            {
                throw new PackException($"{file}第{row}行有超过{limits.CellLength}个字符的单元格，即可以读取的上限。",
                    $"Row {row} of {file} has a cell of more than {limits.CellLength} characters, the most that are read.");
            }
        }
    }
}
