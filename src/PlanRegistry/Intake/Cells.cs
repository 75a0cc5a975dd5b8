using System.Globalization;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Reads plain cells, those that name no other record, into canonical text.</summary>
internal static class Cells
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;
    private const decimal LargestNumber = 1_000_000_000_000_000m;
    private const int MostDecimals = 10;

    private static readonly HashSet<string> Years = ["year", "horizon_from", "horizon_to", "vision_year", "base_year", "target_year", "budget_year"];

    /// <summary>The cell without surrounding blanks; null when it is empty, which means not recorded.</summary>
    public static string? Trim(string? cell) => cell?.Trim() is { Length: > 0 } text ? text : null;

    public static CellValue Read(Column column, string raw)
    {
        var type = Nullable.GetUnderlyingType(column.Type) ?? column.Type;
        return type == typeof(int) ? Integer(column.Name, raw)
            : type == typeof(decimal) ? Number(column.Name, raw)
            : type == typeof(bool) ? YesOrNo(column.Name, raw)
            : type == typeof(PartialDate) ? Date(column.Name, raw)
            : type == typeof(DistrictCode) ? District(column.Name, raw)
            : type.IsEnum ? Word(column.Name, raw, type)
            : column.IsList ? List(column.Name, raw)
            : PlainText(column.Name, raw);
    }

    public static CellValue Date(string column, string raw) =>
        PartialDate.TryParse(raw, out var date) && date.Year is >= EarliestYear and <= LatestYear ? date.ToString()
        : Refusals.NotA(column, raw, "不是日期,请写作 2021-03-26、2021-03 或 2021", "is no date: write 2021-03-26, 2021-03 or 2021");

    private static CellValue Integer(string column, string raw)
    {
        var isNumber = int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (Years.Contains(column))
        {
            return isNumber && raw.Length == 4 && number is >= EarliestYear and <= LatestYear ? raw
                : Refusals.NotA(column, raw, "不是年份,请写作 2025 这样的四位数字", "is no year: write four digits, like 2025");
        }
        return isNumber && number >= 1 ? number.ToString(CultureInfo.InvariantCulture)
            : Refusals.NotA(column, raw, "不是从 1 起的整数", "is no whole number from 1 on");
    }

    private static CellValue Number(string column, string raw)
    {
        if (!decimal.TryParse(raw, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return Refusals.NotA(column, raw, "不是数字", "is no decimal number");
        }
        var text = number.ToString(CultureInfo.InvariantCulture);
        // decimal.TryParse rounds what it cannot hold; figures are kept exactly or not at all, with room left to convert and multiply them.
        return Digits(text) == Digits(raw) && Math.Abs(number) < LargestNumber && number.Scale <= MostDecimals ? text : Refusals.NotA(column, raw, "位数过多,无法精确保存", "has more digits than can be kept exactly");
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit)).TrimStart('0');

    private static CellValue YesOrNo(string column, string raw) =>
        raw is "yes" or "no" ? raw : Refusals.NotA(column, raw, "既不是 yes 也不是 no", "is neither yes nor no");

    private static CellValue District(string column, string raw) =>
        DistrictCode.TryParse(raw, out _) ? raw
        : Refusals.NotA(column, raw, "不是行政区划代码,请写 GB/T 2260 的六位数字,如 500154", "is no district code: write six digits of GB/T 2260, like 500154");

    private static CellValue Word(string column, string raw, Type type)
    {
        var words = Enum.GetValues(type).Cast<Enum>().Select(Names.Of).ToList();
        return words.Contains(raw) ? raw
            : Refusals.NotA(column, raw, $"不在可选值 {string.Join(' ', words)} 之中", $"is none of {string.Join(' ', words)}");
    }

    private static CellValue List(string column, string raw)
    {
        var items = Items(raw);
        return items.Length == 0 ? Refusals.NotA(column, raw, "没有内容", "names nothing") : PlainText(column, string.Join(';', items));
    }

    public static string[] Items(string raw) => raw.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static CellValue PlainText(string column, string raw) =>
        raw.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? Refusals.Invalid(null, $"{Labels.Zh(column)}含有控制字符。", $"{column} holds a control character.")
            : raw;
}
