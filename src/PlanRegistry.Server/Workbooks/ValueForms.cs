using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>A cell as a pack writes it; what was derived from it and is to be confirmed; or why it is refused.</summary>
/// <param name="Shown">What a sentence calls it, where that is not the text.</param>
/// <param name="By">Who says so, where it was said and not derived.</param>
internal readonly record struct Formed(string? Text, bool IsInferred = false, Text? Refusal = null, Text? Shown = null, Text? By = null)
{
    public static implicit operator Formed(string? text) => new(text);
}

/// <summary>The forms in which offices write values. What is not known here stays as it is, and is refused by what reads the row.</summary>
internal static partial class ValueForms
{
    private static readonly HashSet<string> Blank = new(StringComparer.Ordinal)
        { "/", "—", "——", "-", "--", "–", "无", "待补", "暂无", "待定", "\\" };

    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "是", "有", "√", "✓", "☑", "y", "yes", "需要", "需" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "否", "×", "✗", "n", "no", "不需要", "不需" };

    /// <summary>Not recorded, and never "no".</summary>
    public static bool IsBlank(string? text) => text is null || Blank.Contains(text);

    /// <summary>As the cell above.</summary>
    public static bool IsDitto(string? text) => text is "同上" or "〃" or "″" or "\"" or "''" or "＂";

    public static Formed YesOrNo(string text) => Yes.Contains(text) ? "yes" : No.Contains(text) ? "no" : text;

    /// <summary>2021—2025年, 十四五, 二〇二一至二〇二五.</summary>
    public static (Formed From, Formed To)? Horizon(string text)
    {
        var plain = TitleKey.Of("x" + Width.Fold(text))[1..];
        if (Span().Match(plain) is { Success: true } span)
        {
            return (span.Groups["from"].Value, span.Groups["to"].Value);
        }
        var period = plain.Contains("十五五", StringComparison.Ordinal) ? 2026 : plain.Contains("十四五", StringComparison.Ordinal) ? 2021
            : plain.Contains("十三五", StringComparison.Ordinal) ? 2016 : 0;
        return period == 0 ? null
            : (new(period.ToString(CultureInfo.InvariantCulture), true), new((period + 4).ToString(CultureInfo.InvariantCulture), true));
    }

    /// <summary>
    /// Why it is not told which years hold: 2021-2025年（延至2026年） or two spans of years; null where it is. Years that are looked ahead to
    /// (展望2035年) are none of a horizon.
    /// </summary>
    public static Text? HorizonDoubt(string text) =>
        text.Contains('延') || Span().Count(TitleKey.Of("x" + Width.Fold(text))) > 1 ? Doubt(text) : (Text?)null;

    /// <summary>The one year that a horizon begins or ends with; a doubt where there are two, or it was put off.</summary>
    public static Formed HorizonYear(string text) =>
        text.Contains('延')
        || OneYear().Matches(TitleKey.Of(Width.Fold(text))).Select(m => m.Groups["year"].Value).Distinct().Count() > 1
            ? new Formed(text, Refusal: Doubt(text)) : Year(text) ?? text;

    private static Text Doubt(string text) => new(
        $"规划期限“{SheetWalk.Short(text)}”写有延期或者不止一个起止年份，何者有效无法认定；请只写现行的起止年份。",
        $"The horizon \"{SheetWalk.Short(text)}\" was put off or has more than one span, and which holds cannot be told: "
            + "write only the years that hold now.");

    /// <summary>The first year of a text that names one: 2025年底, 二〇二五.</summary>
    public static string? Year(string text) =>
        OneYear().Match(TitleKey.Of(Width.Fold(text))) is { Success: true } year ? year.Groups["year"].Value : null;

    /// <summary>2021.3.26, 2021年3月: read by what reads packs. 2021.3 is a month in a column of days.</summary>
    public static Formed Day(string text)
    {
        var plain = Width.Fold(text).TrimEnd('前', '底');
        return Days.TryRead(plain, out var date) ? date.ToString()
            : Days.TryRead(plain.Replace('.', '/'), out date) ? new Formed(date.ToString(), true)
            : Year(plain) is { } year && plain.Length <= 6 ? new Formed(year, plain.Length != 4)
            : text;
    }

    /// <summary>[2020]95号 is 〔2020〕95号.</summary>
    public static Formed Number(string text) =>
        DocumentNumber.TryParse(text, out var number) && number.ToString() != text ? new Formed(number.ToString(), true) : text;

    public static Formed Kind(string text) => Known<PlanKind>(text) is { } known ? known
        : text.Contains("专项", StringComparison.Ordinal) ? Derived(PlanKind.Special)
        : text.Contains("区域", StringComparison.Ordinal) ? Derived(PlanKind.Regional)
        : text.Contains("空间", StringComparison.Ordinal) ? Derived(PlanKind.Spatial)
        : text.Contains("发展规划", StringComparison.Ordinal) || text.Contains("纲要", StringComparison.Ordinal) ? Derived(PlanKind.Development)
        : text;

    public static Formed Level(string text) =>
        Known<ApprovalLevel>(text) is { } known ? known
        : text.Contains("人大", StringComparison.Ordinal) ? Derived(ApprovalLevel.Congress)
        : text.Contains('市') && !text.Contains('区') ? Derived(ApprovalLevel.Municipal)
        : text.Contains("政府", StringComparison.Ordinal) ? Derived(ApprovalLevel.Government)
        : text.Contains("部门", StringComparison.Ordinal) || text.Contains("印发", StringComparison.Ordinal) ? Derived(ApprovalLevel.Department)
        : text;

    private static Formed Derived<T>(T value) where T : struct, Enum =>
        new(PlanRegistry.Records.Names.Of(value), true, Shown: Terms.Of(value));

    /// <summary>A word of an enumeration as the registry itself writes it.</summary>
    private static string? Known<T>(string text) where T : struct, Enum => Enum.GetValues<T>()
        .Where(v => Terms.Of(v).Zh == text || Terms.Of(v).En == text || PlanRegistry.Records.Names.Of(v) == text)
        .Select(v => PlanRegistry.Records.Names.Of(v)).FirstOrDefault();

    public static Formed Nature(string text) => text.Contains("约束", StringComparison.Ordinal) ? "BINDING"
        : text.Contains("预期", StringComparison.Ordinal) ? "EXPECTED" : text;

    /// <summary>Yuan of a figure in the unit that the cell, the heading or the title row names; refused where none does.</summary>
    public static Formed Yuan(string text, string? unit)
    {
        var match = Money().Match(Plain(text));
        if (!match.Success || !decimal.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number))
        {
            return text;
        }
        unit = match.Groups["unit"].Value is { Length: > 0 } own ? own : unit;
        decimal? factor = unit switch { "元" => 1m, "千元" => 1_000m, "万元" => 10_000m, "亿元" => 100_000_000m, _ => null };
        return factor is { } by && Math.Abs(number) < 1_000_000_000_000m ? new Formed(Quantity.Number(number * by))
            : new Formed(text, false, new($"金额“{text}”没有写明单位，请在表头或表上方注明“单位：万元”。",
                $"The amount \"{text}\" names no unit: write 单位：万元 into the heading or above it."));
    }

    /// <summary>≥54, 不低于54, 4.5—5左右, 54〔18〕: the figure or the range, and what was written where it says more.</summary>
    public static Aim Aim(string text)
    {
        var plain = Plain(Cumulative().Replace(Width.Fold(text), ""));
        if (Range().Match(plain) is { Success: true } range)
        {
            return new Aim(null, range.Groups["low"].Value, range.Groups["high"].Value, text, null);
        }
        if (Qualified().Match(plain) is not { Success: true } match)
        {
            return new Aim(text, null, null, null, null);
        }
        var said = match.Groups["before"].Value + match.Groups["after"].Value;
        Direction? direction = said is "" ? null
            : "≥>".Contains(said[0], StringComparison.Ordinal) || said is "不低于" or "不少于" or "以上" ? Direction.Higher
            : "≤<".Contains(said[0], StringComparison.Ordinal) || said is "不超过" or "不高于" or "以下" or "以内" ? Direction.Lower : null;
        return new Aim(match.Groups["number"].Value, null, null, Wording(text, match.Groups["number"].Value), direction);
    }

    private static string? Wording(string text, string read) => text == read ? null : text;

    private static string Plain(string text) => text is var t && Cells.Ungrouped(Width.Fold(t)) is { } bare ? bare
        : string.Concat(Width.Fold(text).Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"(?<from>(19|20)[0-9]{2})年?(-+|~|至|到)(?<to>(19|20)[0-9]{2})年?")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<year>(19|20)[0-9]{2})年?")]
    private static partial Regex OneYear();

    [GeneratedRegex(@"^(?<number>-?[0-9]+(\.[0-9]+)?)(?<unit>元|千元|万元|亿元)?$")]
    private static partial Regex Money();

    [GeneratedRegex(@"[〔\[【][^〔\[【]*[〕\]】]$")]
    private static partial Regex Cumulative();

    [GeneratedRegex(@"^(?<low>[0-9.]+)%?[-—–~至]+(?<high>[0-9.]+)%?(左右)?$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?<before>≥|≤|>|<|不低于|不少于|不超过|不高于|约)?(?<number>-?[0-9]+(\.[0-9]+)?)%?(?<after>左右|以上|以下|以内)?$")]
    private static partial Regex Qualified();
}

/// <summary>A target as written: one figure, or a range; its wording where that says more; the direction that it claims.</summary>
internal sealed record Aim(string? Value, string? Low, string? High, string? Wording, Direction? Direction);
