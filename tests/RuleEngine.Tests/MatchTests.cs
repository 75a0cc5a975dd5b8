namespace RuleEngine.Tests;

public class MatchTests
{
    [Fact]
    public void A_rule_fires_once_for_every_pair_that_satisfies_the_join()
    {
        var session = Harness.Session<Resident>(new Person("Ann", "A"), new Person("Bob", "B"), new Town("A"), new Person("Cid", "A"));

        session.Firings().Should().Equal("Ann A", "Cid A");
    }

    [Fact]
    public void A_fact_that_arrives_on_either_side_finds_its_partners()
    {
        var session = Harness.Session<Resident>(new Person("Ann", "A"));
        session.Fire().Should().Be(0);

        session.Insert(new Town("A"));
        session.Firings().Should().Equal("Ann A");

        session.Insert(new Person("Bob", "A"));
        session.Firings().Should().Equal("Bob A");
    }

    [Fact]
    public void A_changed_key_leads_to_other_partners()
    {
        var (ann, a, b) = (new Person("Ann", "A"), new Town("A"), new Town("B"));
        var session = Harness.Session<Resident>(ann, a, b);
        session.Fire();

        ann.City = "B";
        session.Update(ann);
        session.Firings().Should().Equal("Ann B");

        b.Name = "C";
        a.Name = "B";
        session.UpdateAll([a, b]);
        session.Firings().Should().Equal("Ann B");
        session.Notes().Should().Equal("Ann in B");
    }

    [Fact]
    public void A_fact_can_match_two_patterns_of_one_rule()
    {
        var (ann, bob) = (new Person("Ann", "A"), new Person("Bob", "A"));
        var session = Harness.Session<Neighbours>(ann, bob);
        session.Firings().Should().BeEquivalentTo("Ann Ann", "Ann Bob", "Bob Ann", "Bob Bob");

        session.Update(ann);
        session.Firings().Should().BeEquivalentTo("Ann Ann", "Ann Bob", "Bob Ann");

        session.Retract(ann);
        session.Insert(new Person("Cid", "A"));
        session.Firings().Should().BeEquivalentTo("Bob Cid", "Cid Bob", "Cid Cid");
    }

    [Fact]
    public void A_pattern_over_a_base_type_sees_facts_of_derived_types()
    {
        var session = Harness.Session<AnyAnimal>(new Dog("Rex"), new Animal("It"), new Person("Ann"));

        session.Firings().Should().Equal("Rex", "It");
    }

    [Fact]
    public void Conditions_may_call_methods_on_the_fact_and_on_earlier_aliases()
    {
        var session = Harness.Session<CalledCondition>(new Dog("Rex"), new Person("Ann"), new Person("Rexford"));

        session.Firings().Should().Equal("Rex Rexford");
    }

    [Fact]
    public void Let_names_a_value_that_later_conditions_and_actions_read()
    {
        var ann = new Person("Ann", "A", 20);
        var session = Harness.Session<Doubled>(ann, new Town("A", 40), new Town("B", 42));
        session.Firings().Should().Equal("Ann 40 A");

        ann.Age = 21;
        session.Update(ann);
        session.Firings().Should().Equal("Ann 42 B");
        session.Notes().Should().Equal("Ann 42 B");
    }

    [Fact]
    public void Having_filters_on_earlier_aliases()
    {
        var town = new Town("A", 5);
        var session = Harness.Session<InLargeTown>(new Person("Ann", "A"), town);
        session.Firings().Should().BeEmpty();

        town.Size = 50;
        session.Update(town);
        session.Firings().Should().Equal("Ann A");
    }

    [Fact]
    public void Having_without_a_pattern_before_it_is_refused()
    {
        var define = () => Harness.Session(typeof(HavingFirst));

        define.Should().Throw<RuleDefinitionException>()
            .WithMessage("The rule RuleEngine.Tests.MatchTests+HavingFirst could not be defined. Having adds conditions to the last pattern, and there is no pattern before it.")
            .Which.RuleType.Should().Be(typeof(HavingFirst));
    }

    [Fact]
    public void A_condition_over_the_fact_alone_runs_first_so_a_guard_in_a_join_does_not_protect_it()
    {
        var session = Harness.Session<Guarded>(new Person("Ann"));

        session.Invoking(s => s.Insert(new Town(null))).Should().Throw<RuleLhsExpressionEvaluationException>()
            .WithMessage("The condition 't => t.Name.Length > 0' failed. Object reference not set to an instance of an object.")
            .Which.Expression.Should().Be("t => t.Name.Length > 0");
    }

    [Fact]
    public void The_plan_of_a_rule_says_how_each_condition_finds_its_facts()
    {
        Harness.Compile(typeof(Doubled), typeof(CalledCondition)).GetPlans().Select(p => p.ToString()).Should().Equal(
            """
            RuleEngine.Tests.MatchTests+Doubled
              Match person: Person, every fact
              Let twice: Int32
              Match town: Town, by index on t.Size == twice
            """,
            """
            RuleEngine.Tests.MatchTests+CalledCondition
              Match dog: Dog, every fact
              Match person: Person, every pair is compared: no equality to index
            """);
    }

    [Fact]
    public void A_property_of_a_fact_may_have_the_name_of_an_alias()
    {
        var session = Harness.Session<SameNames>(new Named("Ann", 1), new Town("Ann"), new Named("Bob", 2));

        session.Firings().Should().Equal("Ann:1 Ann");
    }

    [Fact]
    public void A_property_of_the_rule_can_be_an_alias()
    {
        var session = Harness.Session<PropertyAlias>(new Person("Ann", "A"), new Town("A"));

        session.Firings().Should().Equal("Ann A");
    }

    [Fact]
    public void A_retracted_fact_takes_its_matches_with_it_even_after_it_changed()
    {
        var (ann, town) = (new Person("Ann", "A"), new Town("A"));
        var session = Harness.Session<Resident>(ann, town);
        session.Fire();
        session.Notes().Should().Equal("Ann in A");

        ann.City = "elsewhere";
        session.Retract(ann);

        session.Notes().Should().BeEmpty();
        session.Insert(new Person("Bob", "A"));
        session.Firings().Should().Equal("Bob A");
    }

    private sealed class Resident : Rule
    {
        public override void Define()
        {
            Person person = null!;
            Town town = null!;

            When()
                .Match(() => person)
                .Match(() => town, t => t.Name == person.City);
            Then()
                .Yield(_ => new Note($"{person} in {town}"));
        }
    }

    private sealed class Neighbours : Rule
    {
        public override void Define()
        {
            Person one = null!, other = null!;

            When()
                .Match(() => one)
                .Match(() => other, o => o.City == one.City);
            Then()
                .Do(_ => Nothing());
        }
    }

    private sealed class AnyAnimal : Rule
    {
        public override void Define()
        {
            When().Match<Animal>();
            Then().Do(_ => Nothing());
        }
    }

    private sealed class CalledCondition : Rule
    {
        public override void Define()
        {
            Dog dog = null!;
            Person person = null!;

            When()
                .Match(() => dog)
                .Match(() => person, p => dog.Knows(p));
            Then()
                .Do(_ => Nothing());
        }
    }

    private sealed class Doubled : Rule
    {
        public override void Define()
        {
            Person person = null!;
            Town town = null!;
            var twice = 0;

            When()
                .Match(() => person)
                .Let(() => twice, () => person.Age * 2)
                .Match(() => town, t => t.Size == twice);
            Then()
                .Yield(_ => new Note($"{person} {twice} {town}"));
        }
    }

    private sealed class InLargeTown : Rule
    {
        public override void Define()
        {
            Person person = null!;
            Town town = null!;

            When()
                .Match(() => person)
                .Match(() => town, t => t.Name == person.City)
                .Having(() => town.Size > 10, () => person.Age < 10);
            Then()
                .Do(_ => Nothing());
        }
    }

    private sealed class Guarded : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When()
                .Match(() => person)
                .Match<Town>(t => person.City != null && t.Name != null, t => t.Name!.Length > 0);
            Then()
                .Do(_ => Nothing());
        }
    }

    private sealed class HavingFirst : Rule
    {
        public override void Define() => When().Having(() => true);
    }

    private sealed class SameNames : Rule
    {
        public override void Define()
        {
            Named name = null!;
            Town town = null!;

            When()
                .Match(() => name, n => n.Number == 1)
                .Match(() => town, t => t.Name == name.name);
            Then()
                .Do(_ => Nothing());
        }
    }

    private sealed class PropertyAlias : Rule
    {
        private Person Person { get; set; } = null!;

        public override void Define()
        {
            When()
                .Match(() => Person)
                .Match<Town>(t => t.Name == Person.City);
            Then()
                .Do(_ => Nothing());
        }
    }

    private static void Nothing() { }

    private class Animal(string name)
    {
        public override string ToString() => name;
    }

    private sealed class Dog(string name) : Animal(name)
    {
        public bool Knows(Person person) => person.Name.StartsWith(ToString(), StringComparison.Ordinal);
    }

#pragma warning disable IDE1006 // the property has the alias's name on purpose
    private sealed record Named(string name, int Number)
    {
        public override string ToString() => $"{name}:{Number}";
    }
#pragma warning restore IDE1006
}
