using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>将全区发展规划确定的主要指标分解纳入年度指标体系 (003 三、(四)): for the plan's own indicators, in its own years.</summary>
public static class AnnualTargetChecks
{
    private const string Divided = "开州府办发〔2020〕95号 三、(四)";

    /// <summary>What stands against a row; its path is the field.</summary>
    public static IEnumerable<Problem> Objections(RegistryView view, AnnualTarget row)
    {
        if (view.Plan(view.Canonical(row.Plan)) is not { } plan)
        {
            yield break;
        }
        if (!plan.Horizon.Holds(row.Year))
        {
            yield return new(ProblemCode.InvalidValue, new Text($"年度“{row.Year}”不在{plan.Named.Zh}的规划期{plan.Horizon.InWords.Zh}之内。",
                $"The year {row.Year} does not lie within the horizon of {plan.Title}, {plan.Horizon.InWords.En}."), ["year"], Divided);
        }
        if (view.TargetsOf[plan.Key].All(t => view.Identity(t.Indicator) != view.Identity(row.Indicator)))
        {
            var name = view.Indicator(row.Indicator)?.Name;
            yield return new(ProblemCode.InvalidValue, new Text($"“{name}”不是{plan.Named.Zh}的指标，请先设定其目标值，或者更正指标。",
                $"{name} is no indicator of {plan.Title}: set its target first, or name another."), ["indicator"], Divided);
        }
    }
}
