using NRules.Fluent.Dsl;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>Rules with a mistake in them: on the plan P-2 they throw. They go by codes of the registry, since a finding takes its card from there.</summary>
internal static class ThrowingRules
{
    public const string Broken = "P-2";

    public static bool Holds(PlanOnDay plan) => plan.Plan.Code != Broken ? true : throw new InvalidOperationException("a mistake in a condition");

    public static string Word(PlanOnDay plan) => plan.Plan.Code != Broken ? "word" : throw new InvalidOperationException("a mistake in a conclusion");

    public static bool IsMunicipal(Superior superior) =>
        superior.Subordinate.Plan.Code == Broken && superior.Plan.Title.StartsWith("CN", StringComparison.Ordinal) ? throw new InvalidOperationException("a mistake about one of two") : true;
}

[Name("CAT-002")]
public sealed class AConditionThrows : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        When().Match(() => plan, p => p.IsJudged, p => ThrowingRules.Holds(p));
        Then().Yield(c => c.Finding(plan).Saying("rule"));
    }
}

/// <summary>Has its first conditions in common with the one above: in NRules the two share a node.</summary>
[Name("REV-001")]
public sealed class TheSameConditionThrows : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        When().Match(() => plan, p => p.IsJudged, p => ThrowingRules.Holds(p), p => p.Horizon.Years > 1);
        Then().Yield(c => c.Finding(plan).Saying("rule"));
    }
}

[Name("HIE-001")]
public sealed class AConclusionThrows : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        When().Match(() => plan, p => p.IsJudged);
        Then().Yield(c => c.Finding(plan).Saying("rule").With("word", ThrowingRules.Word(plan)));
    }
}

/// <summary>What throws inside Not reads as absence: the rule would fire.</summary>
[Name("HIE-005")]
public sealed class AConditionInsideNotThrows : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        When().Match(() => plan, p => p.IsJudged).Not<Superior>(s => s.Of == plan.Key, s => !ThrowingRules.Holds(s.Subordinate));
        Then().Yield(c => c.Finding(plan).Saying("rule"));
    }
}

[Name("REV-003")]
public sealed class AConditionInsideAQueryThrows : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        IEnumerable<Superior> superiors = null!;
        When().Match(() => plan, p => p.IsJudged)
            .Query(() => superiors, q => q.Match<Superior>(s => s.Of == plan.Key, s => ThrowingRules.Holds(s.Subordinate)).Collect());
        Then().Yield(c => c.Finding(plan).Saying("rule"));
    }
}

/// <summary>Of two superiors it throws on one: what it has said of the other is dropped too.</summary>
[Name("AME-003")]
public sealed class OneOfTwoMatchesThrows : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        Superior superior = null!;
        When().Match(() => plan, p => p.IsJudged).Match(() => superior, s => s.Of == plan.Key, s => ThrowingRules.IsMunicipal(s));
        Then().Yield(c => c.Finding(plan).About(superior).Saying("rule"));
    }
}

[Name("REV-006")]
public sealed class NothingThrows : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        When().Match(() => plan, p => p.IsJudged);
        Then().Yield(c => c.Finding(plan).Saying("rule"));
    }
}
