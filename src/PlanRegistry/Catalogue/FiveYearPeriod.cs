using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>五年规划期: 十四五 is the fourteenth, 2021-2025.</summary>
public readonly partial record struct FiveYearPeriod(int Number)
{
    private const string Digits = "一二三四五六七八九";

    public Horizon Years => new(1951 + (5 * Number), 1955 + (5 * Number));

    public Text InWords => new($"第{Numeral}个五年（{Years.InWords.Zh}）", $"five years {Years}");

    /// <summary>The one that holds most of the horizon's first five years: a plan of 2025-2030 is one of 2026-2030.</summary>
    public static FiveYearPeriod Of(Horizon horizon) =>
        new((horizon.From + ((Math.Min(horizon.To, horizon.From + 4) - horizon.From) / 2) - 1951) / 5);

    /// <summary>Those that a title names: 十四五, 第十四个五年, 2021-2025年. A year by itself (2035年远景目标) names none.</summary>
    public static IReadOnlyList<FiveYearPeriod> NamedIn(string title) =>
        [.. Named().Matches(TitleKey.WithHorizon(title)).Select(Of).Distinct()];

    private string Numeral => (Number < 20 ? "十" : $"{Digits[(Number / 10) - 1]}十")
        + (Number % 10 == 0 ? "" : Digits[(Number % 10) - 1]);

    private static FiveYearPeriod Of(Match match) => match.Groups["tens"] is { Success: true } tens
        ? new((tens.Length == 1 ? 10 : 10 * ValueOf(tens.Value[..1])) + ValueOf(match.Groups["unit"].Value))
        : Of(new Horizon(Year(match.Groups["from"].Value), Year(match.Groups["to"].Value)));

    private static int ValueOf(string digit) => digit.Length == 0 ? 0 : Digits.IndexOf(digit[0]) + 1;

    private static int Year(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // 十五 by itself may be a number (十五分钟生活圈), and was the period of 2001-2005.
    [GeneratedRegex("(?<tens>[二三]?十)((?<unit>[一二三四五六七八九])五|(?<unit>[一二三四五六七八九]?)个五年)|(?<from>20[0-9]{2})年?(-+|至|到)(?<to>20[0-9]{2})")]
    private static partial Regex Named();
}
