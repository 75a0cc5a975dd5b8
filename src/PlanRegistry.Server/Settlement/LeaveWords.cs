using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Settlement;

/// <summary>What is overdue is so whatever leave was given; that its mending is put off is said beside it.</summary>
internal static class LeaveWords
{
    /// <param name="rule">The rule that says that it is overdue, and whose finding may be put off.</param>
    public static Text With(this Text why, Scope scope, Key<Plan> plan, string rule) =>
        scope.FindingsOf(plan).FirstOrDefault(f => f.Rule == rule && f.Waiver is not null) is { Due: { } until }
            ? new($"{why.Zh}经批准暂缓整改，至{until.InWords().Zh}。", $"{why.En} By leave its mending is put off until {until:yyyy-MM-dd}.")
            : why;
}
