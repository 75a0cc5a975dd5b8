namespace RuleEngine.Tests;

/// <summary>The example of the engine's README, with the facts it speaks of.</summary>
public static class Readme
{
    public sealed record Plan(string Id, bool IsInForce);

    public sealed record DirectoryEntry(string PlanId);

    public sealed record Finding(string Text, string PlanId);

    [Name("CAT-001"), Description("A plan in force stands on an approved directory list.")]
    public sealed class PlanStandsOnADirectoryList : Rule
    {
        public override void Define()
        {
            Plan plan = null!;                                             // an alias: known by its name in all later lambdas

            When()
                .Match(() => plan, p => p.IsInForce)                       // every plan in force ...
                .Not<DirectoryEntry>(e => e.PlanId == plan.Id);            // ... without an entry: found by an index on PlanId
            Then()
                .Yield(_ => new Finding("not listed", plan.Id));           // a fact that lives as long as the match
        }
    }
}
