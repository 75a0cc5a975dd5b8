using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>
/// A figure's value in a year: its own in its target year, before that on the straight line from (base year, base value).
/// </summary>
public sealed record Interpolation(Figure Figure, int Year, decimal Value, Text? Unclear = null)
{
    public static Interpolation At(Figure figure, int year)
    {
        Interpolation Fail(string zh, string en) => new(figure, year, 0, new Text(zh, en));

        return figure.Bound is not { } bound ? Fail("目标值未录入", "the target value is not recorded")
            : figure.Year == year ? new Interpolation(figure, year, bound)
            : figure is not { BaseYear: { } baseYear, BaseValue: { } baseValue }
                ? Fail("基期年或基期值未录入，不能插值", "base year or base value is not recorded, so nothing can be interpolated")
            : year < baseYear
                ? Fail($"基期年{baseYear}年晚于{year}年，不能插值", $"the base year {baseYear} is after {year}, so nothing can be interpolated")
            : new Interpolation(figure, year, baseValue + ((bound - baseValue) * (year - baseYear) / (figure.Year - baseYear)));
    }

    public Text Amount => Figure.Year == Year
        ? Figure.Amount
        : new Text($"{Rounded.Zh}（由{Figure.Year}年目标线性插值）", $"{Rounded.En} (interpolated from the target of {Figure.Year})");

    public IEnumerable<Text> Steps
    {
        get
        {
            if (Figure.Year != Year)
            {
                var (start, end) = (Quantity.Number(Figure.BaseValue), Quantity.Number(Figure.Bound));
                var sum = $"{start}+({end}−{start})×({Year}−{Figure.BaseYear})÷({Figure.Year}−{Figure.BaseYear})=";
                yield return new Text($"“{Figure.Indicator.Name}”{Year}年线性插值：{sum}{Rounded.Zh}",
                    $"{Figure.Indicator.Name} in {Year}, linear: {sum}{Rounded.En}");
            }
        }
    }

    private Text Rounded => Quantity.InWords(Math.Round(Value, 4), Figure.Unit);
}
