using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>
/// A figure's value in a year: its own in its target year, before that on the straight line from (base year, base value).
/// Its sentences are made when asked for, since few comparisons come to a finding.
/// </summary>
public sealed record Interpolation(Figure Figure, int Year, decimal Value, Text? Unclear)
{
    public static Interpolation At(Figure figure, int year) =>
        figure.Bound is not { } bound ? Fail(figure, year, "目标值未录入", "the target value is not recorded")
        : figure.Year == year ? new Interpolation(figure, year, bound, null)
        : figure is not { BaseYear: { } baseYear, BaseValue: { } baseValue } ? Fail(figure, year, "基期年或基期值未录入,不能插值", "base year or base value is not recorded, so nothing can be interpolated")
        : year < baseYear ? Fail(figure, year, $"基期年{baseYear}年晚于{year}年,不能插值", $"the base year {baseYear} is after {year}, so nothing can be interpolated")
        : new Interpolation(figure, year, baseValue + ((bound - baseValue) * (year - baseYear) / (figure.Year - baseYear)), null);

    public bool IsOnTheLine => Unclear is null && Figure.Year != Year;

    public Text Amount =>
        IsOnTheLine ? new Text($"{Rounded}(由{Figure.Year}年目标线性插值)", $"{Rounded} (interpolated from the target of {Figure.Year})")
        : Unclear is null ? Figure.Amount
        : default;

    public IReadOnlyList<Text> Steps
    {
        get
        {
            if (!IsOnTheLine)
            {
                return [];
            }
            var (bound, baseYear, baseValue) = (Figure.Bound, Figure.BaseYear, Figure.BaseValue);
            var sum = $"{Figure.Number(baseValue)}+({Figure.Number(bound)}-{Figure.Number(baseValue)})×({Year}-{baseYear})÷({Figure.Year}-{baseYear})={Rounded}";
            return [new Text($"{Figure.Indicator.Name}{Year}年线性插值:{sum}", $"{Figure.Indicator.Name} in {Year}, linear: {sum}")];
        }
    }

    private string Rounded => Figure.Say(Math.Round(Value, 4), Figure.Unit);

    private static Interpolation Fail(Figure figure, int year, string zh, string en) => new(figure, year, 0, new Text(zh, en));
}
