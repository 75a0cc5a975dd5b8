using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What a cell stands for, or why it is refused; neither where it is not recorded.</summary>
public readonly record struct CellValue(object? Value, Problem? Refusal)
{
    public static CellValue Of(object value) => new(value, null);

    public static implicit operator CellValue(Problem refusal) => new(null, refusal);
}

/// <summary>Reads plain cells, those that name no other record.</summary>
public static partial class Cells
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;
    private const decimal LargestNumber = 1_000_000_000_000_000m;
    private const int WholeDigits = 15;
    private const int MostDecimals = 10;

    /// <summary>The cell without surrounding blanks; null when it is empty, which means not recorded.</summary>
    public static string? Trim(string? cell) => cell?.Trim() is { Length: > 0 } text ? text : null;

    public static CellValue Read(Column column, string raw) =>
        column.IsList ? List(column, raw)
        : column.Type == typeof(string) ? PlainText(column, raw, raw)
        : ReadForMachine(column, Width.Fold(raw));

    public static CellValue Date(ColumnName column, string raw) =>
        Placeholders.Has(raw) ? Refusals.Placeholder(column, raw) :
        Days.TryRead(Width.Fold(raw), out var date) && date.Year is >= EarliestYear and <= LatestYear ? CellValue.Of(date)
        : Days.WhyNone(Width.Fold(raw)) is { } why ? Refusals.NotA(column, raw, $"不是日期：{why.Zh}", $"is no date: {why.En}")
        : Refusals.NotA(column, raw, "不是日期，请写作2021-03-26、2021-03或2021", "is no date: write 2021-03-26, 2021-03 or 2021");

    /// <summary>What may part names as well, where no name has it.</summary>
    public const string Commas = "、，,";

    /// <summary>The parts of a list, with the separator as a Chinese keyboard gives it too.</summary>
    public static string[] Items(string raw) =>
        raw.Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static CellValue ReadForMachine(Column column, string raw) =>
        column.Type == typeof(int) ? Integer(column, raw)
        : column.Type == typeof(decimal) ? Number(column, raw)
        : column.Type == typeof(bool) ? YesOrNo(column, raw)
        : column.Type == typeof(PartialDate) ? Date(column, raw)
        : column.Type == typeof(DistrictCode) ? District(column, raw)
        : Word(column, raw);

    private static CellValue Integer(Column column, string raw)
    {
        var isNumber = int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (column.IsYear)
        {
            return isNumber && raw.Length == 4 && number is >= EarliestYear and <= LatestYear ? CellValue.Of(number)
                : Refusals.NotA(column, raw, "不是年份，请写作2025这样的四位数字", "is no year: write four digits, like 2025");
        }
        return isNumber && number >= 1 ? CellValue.Of(number)
            : Refusals.NotA(column, raw, "不是从1起的整数", "is no whole number from 1 on");
    }

    private static CellValue Number(Column column, string raw)
    {
        if (!decimal.TryParse(raw, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number))
        {
            return Figures().IsMatch(raw) ? TooLong(column, raw)
                : Range().IsMatch(raw) ? Refusals.Range(column, raw)
                : Ungrouped(raw) is { } plain ? Refusals.NotA(column, raw,
                    $"带有千位分隔符，请写作{plain}", $"has separators between its thousands: write {plain}")
                : Refusals.NotA(column, raw, "不是数字", "is no decimal number");
        }
        // decimal.TryParse rounds what it cannot hold; figures are kept exactly or not at all, with room left to convert and multiply them.
        return Digits(number.ToString(CultureInfo.InvariantCulture)) == Digits(raw)
            && Math.Abs(number) < LargestNumber && number.Scale <= MostDecimals
            ? CellValue.Of(number)
            : TooLong(column, raw);
    }

    private static CellValue TooLong(Column column, string raw) => Refusals.NotA(column, raw,
        $"位数过多，无法精确保存，整数部分最多{WholeDigits}位，小数部分最多{MostDecimals}位",
        $"has more digits than can be kept exactly: at most {WholeDigits} before the point and {MostDecimals} after it");

    /// <summary>A number, of however many digits.</summary>
    [GeneratedRegex(@"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^[0-9.]+%?\s*[-—–~〜至]+\s*[0-9.]+%?$")]
    private static partial Regex Range();

    /// <summary>1234.50 of 1,234.50; null where nothing parts its thousands.</summary>
    public static string? Ungrouped(string raw) => Grouped().IsMatch(raw) ? Grouping().Replace(raw, "") : null;

    /// <summary>1,234.50 as it is printed, by whatever parts the thousands.</summary>
    [GeneratedRegex(@"^[+-]?[0-9]{1,3}([,'’ \u00a0\u2009\u202f][0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[^0-9.+-]")]
    private static partial Regex Grouping();

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit)).TrimStart('0');

    private static CellValue YesOrNo(Column column, string raw) =>
        raw is "yes" or "no" ? CellValue.Of(raw == "yes") : Refusals.NotA(column, raw, "既不是yes也不是no", "is neither yes nor no");

    internal static CellValue District(Column column, string raw) =>
        DistrictCode.TryParse(raw, out var code) ? CellValue.Of(code)
        : Refusals.NotA(column, raw,
            "不是行政区划代码，请写GB/T 2260的六位数字，如500154",
            "is no district code: write six digits of GB/T 2260, like 500154");

    private static CellValue Word(Column column, string raw)
    {
        var values = Enum.GetValues(column.Type).Cast<Enum>().ToList();
        var words = string.Join('、', values.Select(v => $"{Names.Of(v)}（{Terms.Of(v).Zh}）"));
        return values.FirstOrDefault(v => Names.Of(v) == raw) is { } value ? CellValue.Of(value)
            : Refusals.NotA(column, raw, $"不是可选的值，应为{words}之一", $"is none of {string.Join(' ', values.Select(Names.Of))}");
    }

    private static CellValue List(Column column, string raw)
    {
        var items = Items(raw);
        return items.Length == 0 ? Refusals.NotA(column, raw, "没有内容", "names nothing") : PlainText(column, raw, items);
    }

    /// <summary>Why a text can stand nowhere; null when it can.</summary>
    public static Problem? Unfit(ColumnName column, string raw, int most, bool isLong = false) =>
        !isLong && Forms.Hidden(raw) is { } hidden ? Refusals.HiddenCharacter(column, hidden)
        : raw.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? Refusals.ControlCharacter(column)
        : raw.Length > most ? Refusals.TooLong(column, raw.Length, most)
        : null;

    private static CellValue PlainText(Column column, string raw, object value) =>
        Unfit(column, raw, column.Length, column.IsLong) is { } refusal ? refusal : CellValue.Of(value);
}
