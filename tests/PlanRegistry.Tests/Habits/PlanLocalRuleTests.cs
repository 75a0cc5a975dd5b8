using System.Linq.Expressions;
using NRules.Fluent;
using NRules.Fluent.Dsl;
using NRules.RuleModel;
using PlanRegistry.Alignment;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Habits;

/// <summary>
/// NRules joins by trying every pair, and a district is judged in sessions that hold only some of its
/// plans: so a rule joins a plan with facts of that plan and of the district as a whole, and with
/// nothing else. What a rule needs of two plans is computed beforehand, as a fact of one of them.
/// </summary>
public sealed class PlanLocalRuleTests
{
    /// <summary>Facts of the district as a whole: they stand in every session, so their number must not grow with the plans.</summary>
    private static readonly Type[] OfTheDistrict = [.. Judge.Facts.OfDistrict.SelectMany(s => s.Types)];

    public static TheoryData<string> Rules() => [.. Judge.Rules.Definitions.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_stays_with_one_plan(string name) =>
        Strangers(Judge.Rules.Definitions.Single(d => d.Name == name)).Should().BeEmpty();

    [Theory]
    [InlineData(typeof(MatchesAnotherPlan), "Superior")]
    [InlineData(typeof(LacksAnotherPlan), "PlanOnDay")]
    [InlineData(typeof(CollectsOtherPlans), "Demand")]
    public void A_rule_that_looks_at_other_plans_is_found(Type rule, string stranger) =>
        Strangers(DefinitionOf(rule)).Should().Equal(stranger);

    /// <summary>
    /// The comparer of a factory keeps a dictionary that all its sessions write to without a lock, but only for queries that flatten.
    /// </summary>
    [Fact]
    public void No_rule_flattens_a_query() =>
        Judge.Rules.Definitions.SelectMany(d => Patterns.Of(d.LeftHandSide)).Select(p => p.Source)
            .OfType<AggregateElement>().Select(a => a.Name).Should().NotContain(AggregateElement.FlattenName);

    /// <summary>Facts are told to rules by type: which rules rest on facts that cannot be computed is read from this.</summary>
    [Fact]
    public void Each_source_of_facts_yields_the_types_that_it_names()
    {
        foreach (var snapshot in Conformance.Districts.Made(12).Select(d => Conformance.Districts.Judged(d, new(2026, 3, 12)).Snapshot)
            .Append(new Snapshot(SampleFindings.View, new DateOnly(2026, 6, 30))))
        {
            foreach (var source in Judge.Facts.OfPlan)
            {
                snapshot.OwnPlans.SelectMany(source.Compute).Select(f => f.GetType()).Distinct().Should().BeSubsetOf(source.Types);
            }
            Judge.Facts.OfDistrict.SelectMany(s => s.Compute(snapshot).Where(f => !s.Types.Contains(f.GetType()))).Should().BeEmpty();
        }
    }

    /// <summary>Types of the patterns after the first that name neither the first's plan nor the district.</summary>
    private static IEnumerable<string> Strangers(IRuleDefinition rule)
    {
        var patterns = Patterns.Of(rule.LeftHandSide).Where(p => p.Source is null).ToList();
        return patterns.Skip(1)
            .Where(p => !OfTheDistrict.Contains(p.ValueType) && !p.Expressions.Any(e => NamesThePlan(e.Expression, p, patterns[0])))
            .Select(p => p.ValueType.Name);
    }

    /// <summary>fact.Plan == plan.Key, or fact.Of == plan.Key.</summary>
    private static bool NamesThePlan(LambdaExpression condition, PatternElement fact, PatternElement plan) =>
        plan.ValueType == typeof(PlanOnDay)
        && condition.Body
            is BinaryExpression { NodeType: ExpressionType.Equal,
                Left: MemberExpression { Member.Name: "Plan" or "Of", Expression: ParameterExpression left },
                Right: MemberExpression { Member.Name: nameof(PlanOnDay.Key), Expression: ParameterExpression right } }
        && left.Name == fact.Declaration.Name && right.Name == plan.Declaration.Name;

    private static IRuleDefinition DefinitionOf(Type rule)
    {
        var repository = new RuleRepository();
        repository.Load(spec => spec.From(rule));
        return repository.GetRuleSets().Single().Rules.Single();
    }
}

[Name("CAT-001")]
public sealed class MatchesAnotherPlan : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        Superior superior = null!;
        When().Match(() => plan, p => p.IsJudged).Match(() => superior, s => s.Plan.Key == plan.Key);
        Then().Yield(c => c.Finding(plan).About(superior));
    }
}

[Name("CAT-001")]
public sealed class LacksAnotherPlan : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        When().Match(() => plan, p => p.IsJudged)
            .Not<PlanOnDay>(p => p.Kind == PlanKind.Development, p => p.Horizon.Overlaps(plan.Horizon));
        Then().Yield(c => c.Finding(plan));
    }
}

[Name("CAT-001")]
public sealed class CollectsOtherPlans : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        IEnumerable<Demand> demands = null!;
        When().Match(() => plan, p => p.IsJudged).Query(() => demands, q => q.Match<Demand>(d => d.Superior.Key == plan.Key).Collect());
        Then().Yield(c => c.Finding(plan).Fact("demands", demands));
    }
}
