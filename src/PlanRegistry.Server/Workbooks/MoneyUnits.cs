using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>In which unit amounts are, as a heading's bracket says it, else a row above the heading.</summary>
internal static partial class MoneyUnits
{
    /// <summary>Null where none is named, or two are.</summary>
    public static string? InTitles(IEnumerable<string> titles) =>
        titles.SelectMany(t => Titled().Matches(Width.Fold(t.ReplaceLineEndings(" ")))).Select(m => m.Groups["unit"].Value).Distinct()
            .ToList() is [var one] ? one : null;

    /// <param name="bracket">Of the amount's heading: 万元, 单位:万元, 人民币万元; what is no unit of ours (美元) stays, and is refused.</param>
    /// <param name="titled">That of the rows above the heading.</param>
    public static string? Of(string? bracket, string? titled) =>
        bracket is null ? titled
        : bracket == "yuan" ? "元"
        : Bracketed().Match(Width.Fold(bracket)) is { Success: true } match ? match.Groups["unit"].Value
        : bracket.EndsWith('元') ? bracket
        : titled;

    /// <summary>单位:万元, 金额单位:人民币万元; in 填报单位:元坝镇人民政府 there is none.</summary>
    [GeneratedRegex(@"(^|[^\p{L}]|金额|资金|计量|货币|计价)单位\s*:?\s*(人民币)?\s*(?<unit>[千万亿]?元)(?![\p{L}\p{N}]|\s*[/、]\s*[千万亿]?元)")]
    private static partial Regex Titled();

    [GeneratedRegex(@"(^|[^\p{L}]|单位|人民币)(?<unit>[千万亿]?元)$")]
    private static partial Regex Bracketed();
}
