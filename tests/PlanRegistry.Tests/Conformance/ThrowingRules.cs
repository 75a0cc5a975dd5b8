using NRules.Fluent.Dsl;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// Rules with a mistake in them: on the plan P-2 they throw. They go by codes of the registry, since a finding takes its card from there.
/// </summary>
internal static class ThrowingRules
{
    public const string Broken = "P-2";

    public const string BrokenList = "SR-2021";

    public static bool Holds(ListOnDay list) =>
        list.List.Code != BrokenList ? true : throw new InvalidOperationException("a mistake about a list");

    public static string Word(ListOnDay list) => Holds(list) ? "word" : "";

    public static bool Holds(PlanOnDay plan) =>
        plan.Plan.Code != Broken ? true : throw new InvalidOperationException("a mistake in a condition");

    public static string Word(PlanOnDay plan) =>
        plan.Plan.Code != Broken ? "word" : throw new InvalidOperationException("a mistake in a conclusion");

    public static bool IsMunicipal(Superior superior) =>
        superior.Subordinate.Plan.Code == Broken && superior.Plan.Title.StartsWith("CN", StringComparison.Ordinal)
            ? throw new InvalidOperationException("a mistake about one of two")
            : true;
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

[Name("CAT-003")]
public sealed class AConditionOnListsThrows : Rule
{
    public override void Define()
    {
        ListOnDay list = null!;
        When().Match(() => list, l => ThrowingRules.Holds(l));
        Then().Yield(c => c.Finding(list.Snapshot, list).Saying("rule"));
    }
}

[Name("CAT-003")]
public sealed class AConclusionOnListsThrows : Rule
{
    public override void Define()
    {
        ListOnDay list = null!;
        When().Match(() => list);
        Then().Yield(c => c.Finding(list.Snapshot, list).Saying("rule").With("word", ThrowingRules.Word(list)));
    }
}

/// <summary>Its sentence is found missing when the finding is finished, after the session.</summary>
[Name("ALI-003")]
public sealed class HasNoWords : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        When().Match(() => plan, p => p.IsJudged);
        Then().Yield(c => c.Finding(plan).Saying("no such key"));
    }
}

[Name("CAT-001/money")]
public sealed class SpeaksOfMoneyAlone : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        When().Match(() => plan, p => p.IsJudged);
        Then().Yield(c => c.Finding(plan).Saying("rule").OnlyForMoneyWhen(true));
    }
}

[Name("CAT-001/throws")]
public sealed class ThrowsBesideMoney : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        When().Match(() => plan, p => p.IsJudged, p => ThrowingRules.Holds(p), p => p.Kind == PlanKind.Development);
        Then().Yield(c => c.Finding(plan).Saying("rule"));
    }
}

/// <summary>Throws on a fact of a plan that its own first words leave alone.</summary>
[Name("HIE-004")]
public sealed class OnlyDevelopmentPlansThrow : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        Superior superior = null!;
        When().Match(() => plan, p => p.IsJudged, p => p.Kind == PlanKind.Development)
            .Match(() => superior, s => ThrowingRules.IsMunicipal(s), s => s.Of == plan.Key);
        Then().Yield(c => c.Finding(plan).About(superior).Saying("rule"));
    }
}
