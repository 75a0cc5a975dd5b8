using GraphQLEngine;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Indicators;

[Resolves("Plan")]
public static class PlanIndicatorsFields
{
    public static IReadOnlyList<PlanIndicatorNode> Indicators(PlanNode plan, IReadOnlyList<ProgressGrade>? grades)
    {
        var paths = AnnualPath.Of(plan.OnDay).ToDictionary(p => p.Held.Identity);
        return
        [
            .. IndicatorGrade.On(plan.OnDay).Where(g => grades is null || (g.Grade is { } grade && grades.Contains(grade)))
                .Select(g => new PlanIndicatorNode(g, paths.GetValueOrDefault(g.Held.Identity), plan.Scope)),
        ];
    }

    public static IReadOnlyList<ReadingSettlementNode> ReadingSettlements(PlanNode plan) =>
        [.. plan.Scope.View.ReadingSettlementsOf[plan.OnDay.Key].Where(s => s.On.Last <= plan.OnDay.AsOf)
            .Select(s => new ReadingSettlementNode(s, plan.Scope))];
}

public sealed class PlanIndicatorNode(IndicatorGrade grade, AnnualPath? path, Scope scope)
{
    internal IndicatorGrade Of => grade;

    /// <summary>Of a plan for which annual targets are set; of the others nothing is said of what they lack.</summary>
    internal AnnualPath? Annual => path?.Rows.Any() == true || scope.View.AnnualTargetsOf[grade.Held.Plan].Any() ? path : null;

    public IndicatorNode Indicator => new(grade.Held.Indicator, scope);
    public IndicatorNature Nature => grade.Held.Figures.Any(f => f.IsBinding) ? IndicatorNature.Binding : IndicatorNature.Expected;
    public ProgressGrade? Grade => grade.Grade;
    public int? GradeYear => grade.Year;
    public decimal? GradeValue => grade.Value is { } value ? Math.Round(value, 6) : null;

    public IReadOnlyList<ReadingConflictNode> Conflicts =>
        [.. grade.Conflicts.Select(c => new ReadingConflictNode(c, scope))];
}

/// <summary>What is said of it in words.</summary>
[Resolves("PlanIndicator")]
public static class PlanIndicatorWords
{
    public static string? GradeReason(PlanIndicatorNode indicator, Language? language, [Service] Reader reader) =>
        indicator.Of.Reason is { } why ? reader.Told(why, language) : null;

    public static IReadOnlyList<string> GradeSteps(PlanIndicatorNode indicator, Language? language, [Service] Reader reader) =>
        [.. indicator.Of.Steps.Select(s => reader.Told(s, language))];

    public static IReadOnlyList<string> AnnualFaults(PlanIndicatorNode indicator, Language? language, [Service] Reader reader) =>
        [.. (indicator.Annual?.Faults ?? []).Select(s => reader.Told(s, language))];

    public static string? AnnualUnclear(PlanIndicatorNode indicator, Language? language, [Service] Reader reader) =>
        indicator.Annual?.Unclear is { } why ? reader.Told(why, language) : null;
}

public sealed class ReadingConflictNode(ReadingConflict conflict, Scope scope)
{
    public int Year => conflict.Year;
    public IReadOnlyList<ReadingNode> Readings => [.. conflict.Readings.Select(r => new ReadingNode(r, scope))];
    public string Gap => conflict.Gap.ToString();
    public string Tolerance => new Share(conflict.Tolerance, 1).ToString();
}
