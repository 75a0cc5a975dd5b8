using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>A figure's value in a year: its own in its target year, before that on the straight line from (base year, base value).</summary>
public sealed record Interpolation(decimal Value, Text Amount, IReadOnlyList<Text> Steps, Text? Unclear)
{
    public static Interpolation At(Figure figure, int year) =>
        figure.Bound is not { } bound ? Fail("目标值未录入", "the target value is not recorded")
        : figure.Year == year ? new Interpolation(bound, figure.Amount, [], null)
        : figure is not { BaseYear: { } baseYear, BaseValue: { } baseValue } ? Fail("基期年或基期值未录入,不能插值", "base year or base value is not recorded, so nothing can be interpolated")
        : year < baseYear ? Fail($"基期年{baseYear}年晚于{year}年,不能插值", $"the base year {baseYear} is after {year}, so nothing can be interpolated")
        : Between(baseYear, baseValue, figure, bound, year);

    private static Interpolation Between(int baseYear, decimal baseValue, Figure figure, decimal bound, int year)
    {
        var value = baseValue + ((bound - baseValue) * (year - baseYear) / (figure.Year - baseYear));
        var amount = Figure.Say(Math.Round(value, 4), figure.Unit);
        var sum = $"{Figure.Number(baseValue)}+({Figure.Number(bound)}-{Figure.Number(baseValue)})×({year}-{baseYear})÷({figure.Year}-{baseYear})={amount}";
        return new Interpolation(value, new Text($"{amount}(由{figure.Year}年目标线性插值)", $"{amount} (interpolated from the target of {figure.Year})"),
            [new Text($"{figure.Indicator.Name}{year}年线性插值:{sum}", $"{figure.Indicator.Name} in {year}, linear: {sum}")], null);
    }

    private static Interpolation Fail(string zh, string en) => new(0, default, [], new Text(zh, en));
}
