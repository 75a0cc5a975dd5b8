namespace RuleEngine.Tests;

public class RepositoryTests
{
    [Fact]
    public void Public_top_level_concrete_rules_of_an_assembly_are_loaded()
    {
        var repository = new RuleRepository();
        repository.Load(spec => spec.From(typeof(RepositoryTests).Assembly));

        repository.GetRules().Select(r => r.Name).Should().Equal("RuleEngine.Tests.PublicRule");
    }

    [Fact]
    public void Nested_and_private_rules_are_loaded_on_request()
    {
        var repository = new RuleRepository();
        repository.Load(spec => spec.NestedTypes().PrivateTypes().From(typeof(Tagged), typeof(PublicRule), typeof(string)).To("mine"));

        repository.GetRuleSets().Select(s => s.Name).Should().Equal("mine");
        repository.GetRules().Select(r => r.Name).Should().Equal("tagged", "RuleEngine.Tests.PublicRule");
    }

    [Fact]
    public void Attributes_describe_a_rule_and_its_class_can_be_asked_for_more()
    {
        var rule = Harness.Definitions(typeof(Tagged)).Single();

        rule.Name.Should().Be("tagged");
        rule.Description.Should().Be("Says nothing.");
        rule.Tags.Should().BeEquivalentTo("one", "two");
        rule.Priority.Should().Be(3);
        rule.Repeatability.Should().Be(RuleRepeatability.NonRepeatable);
        rule.Properties[RuleProperties.ClrType].Should().Be(typeof(Tagged));
        rule.Properties["other", null].Should().BeNull();
        rule.Invoking(r => r.Properties["other"]).Should().Throw<ArgumentException>().WithMessage("The rule has no property 'other'. (Parameter 'name')");
        rule.LeftHandSide.ChildElements.Should().HaveCount(1);
    }

    [Fact]
    public void Rules_can_be_chosen_by_their_metadata()
    {
        var repository = new RuleRepository();
        repository.Load(spec => spec
            .From(scan => scan.Type(typeof(Tagged), typeof(PublicRule)).PrivateTypes().NestedTypes())
            .Where(rule => rule.IsTagged("one") && rule.Name == "tagged" && rule.Description.Length > 0 && rule.RuleType == typeof(Tagged)));

        repository.GetRules().Should().HaveCount(1);
    }

    [Fact]
    public void Where_and_To_may_be_said_once()
    {
        var repository = new RuleRepository();

        repository.Invoking(r => r.Load(spec => spec.Where(_ => true).Where(_ => true))).Should().Throw<InvalidOperationException>()
            .WithMessage("The load specification has a filter already; Where may be said once.");
        repository.Invoking(r => r.Load(spec => spec.To("a").To("b"))).Should().Throw<InvalidOperationException>()
            .WithMessage("The rules go to the rule set 'a' already; To may be said once.");
    }

    [Fact]
    public void An_activator_makes_the_rules()
    {
        var repository = new RuleRepository(new Counting());
        repository.Load(spec => spec.From(typeof(PublicRule)));

        repository.GetRules().Should().HaveCount(2);
    }

    [Fact]
    public void A_rule_without_a_constructor_is_an_activation_error()
    {
        var repository = new RuleRepository();

        repository.Invoking(r => r.Load(spec => spec.NestedTypes().PrivateTypes().From(typeof(NoConstructor)))).Should().Throw<RuleActivationException>()
            .WithMessage("The rule RuleEngine.Tests.RepositoryTests+NoConstructor could not be instantiated. *")
            .Which.RuleType.Should().Be(typeof(NoConstructor));
    }

    [Fact]
    public void When_is_said_inside_Define_only()
    {
        var rule = new PublicRule();

        rule.Invoking(r => r.Define()).Should().Throw<InvalidOperationException>()
            .WithMessage("The rule RuleEngine.Tests.PublicRule is described only inside Define(), which the engine calls.");
    }

    [Tag("one")]
    private abstract class Base : Rule;

    [Name("tagged"), Description("Says nothing."), Tag("two"), Priority(3), Repeatability(RuleRepeatability.NonRepeatable)]
    private sealed class Tagged : Base
    {
        public override void Define() => When().Match<Person>();
    }

    private sealed class NoConstructor(string text) : Rule
    {
        public override void Define() => Name(text);
    }

    private sealed class Counting : IRuleActivator
    {
        public IEnumerable<Rule> Activate(Type type) => [new PublicRule(), new PublicRule()];
    }
}

public sealed class PublicRule : Rule
{
    public override void Define() => When().Match<string>();
}
