using System.Text;

namespace PlanRegistry.Rules;

/// <summary>How each rule finds its matches, as the engine has planned it before there is any fact: `plan-registry rules --explain`.</summary>
public static class RulePlans
{
    private const int Facts = 37;
    private const int Way = 58;

    public static string Render()
    {
        var page = new StringBuilder("""
            How each rule finds its matches. n: matches of the steps before; f: facts of the type; m: matches of the step.
            Every fact: filtered by its own conditions as it comes. Index: found by the equality. Scan: every pair is compared.


            """);
        foreach (var rule in Judge.Plans.OrderBy(p => p.Rule.Name, StringComparer.Ordinal))
        {
            page.Append(Render(rule));
        }
        return page.ToString();
    }

    /// <summary>One rule: its name and whole cost, then a line for each step.</summary>
    private static string Render(RulePlan rule)
    {
        var lines = new StringBuilder($"{rule.Rule.Name.PadRight(9 + Facts)}{(rule.Steps.Any(s => s.ComparesPairs) ? "compares pairs" : "linear in facts and matches")}\n");
        foreach (var step in rule.Steps)
        {
            lines.Append($"  {step.Kind,-7}{Named(step),-Facts}{Found(step),-Way}{Cost(step)}".TrimEnd()).Append('\n');
        }
        return lines.ToString();
    }

    private static string Named(StepPlan step)
    {
        var type = TypeName(step.Declaration.Type);
        return step.Declaration.Name.Length == 0 ? type : $"{step.Declaration.Name}: {type}";
    }

    private static string TypeName(Type type) =>
        type == typeof(void) ? ""
        : type.IsGenericType ? $"{(type.Name.StartsWith("IGrouping", StringComparison.Ordinal) ? "groups of" : "all")} {TypeName(type.GetGenericArguments()[^1])}"
        : type.Name;

    private static string Found(StepPlan step) =>
        step.Kind is "Let" or "Having" ? "what the steps before found"
        : step.IndexKey is { } key ? $"index: {key}"
        : step.ComparesPairs ? "scan"
        : "every fact";

    private static string Cost(StepPlan step) =>
        step.Kind is "Let" or "Having" ? "O(n)" : step.IndexKey is not null ? "O(n + m)" : step.ComparesPairs ? "O(n × f)" : "O(f)";
}
