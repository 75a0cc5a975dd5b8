using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Settlement;

/// <summary>What is overdue is so whatever leave was given; that its mending is put off is said beside it.</summary>
internal static class LeaveWords
{
    /// <summary>The rule that says of a plan that it did not follow a later outline, and that its final evaluation is missed.</summary>
    public const string OfContinuation = "HIE-006", OfEvaluation = "REV-003";

    public static string Of(ReviewKind kind) => kind switch
    {
        ReviewKind.Annual => "REV-001",
        ReviewKind.MidTerm => "REV-002",
        _ => OfEvaluation,
    };

    /// <param name="rule">The rule that says that it is overdue, and whose finding may be put off.</param>
    public static Text With(this Text why, Scope scope, Key<Plan> plan, string rule) =>
        scope.FindingsOf(plan).FirstOrDefault(f => f.Rule == rule && f.Waiver is not null) is { Due: { } until }
            ? new($"{why.Zh}经批准暂缓整改，至{until.InWords().Zh}。", $"{why.En} By leave its mending is put off until {until:yyyy-MM-dd}.")
            : why;
}
