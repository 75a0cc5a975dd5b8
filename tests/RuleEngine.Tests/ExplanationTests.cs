namespace RuleEngine.Tests;

public class ExplanationTests
{
    [Fact]
    public void A_yielded_fact_is_explained_down_to_the_inserted_facts()
    {
        var session = Harness.Session(typeof(Overcrowded), typeof(Warns));
        session.InsertAll([new Town("A", 1), new Person("Ann", "A", 30), new Person("Bob", "A", 40)]);
        session.Fire();
        var warning = session.Query<Warning>().Single();

        var explanation = session.Explain(warning);

        explanation.Rule.Name.Should().Be("warns");
        explanation.Sentence.Should().Be("warns");
        explanation.Patterns.Should().HaveCount(2);
        explanation.ToString().Should().Be("""
            Warning { Text = A! } because of warns: warns
              Match note: A is crowded
                n => n.Text.StartsWith("A"), where n.Text is "A is crowded"
                A is crowded because of crowded: A town has more people than room.
                  Match town: A
                    t => t.Size < 10, where t.Size is 1
                  Query people: [Ann, Bob]
                    p => p.City == town.Name
                  Let count: 2
                    people.Count()
                  Having
                    count > town.Size, where count is 2, town.Size is 1
                  Exists Person
                    p => (p.City == town.Name) && (p.Age > 35)
              Not Person
                p => p.City == "Z"
            """);
    }

    [Fact]
    public void Only_yielded_facts_have_an_explanation()
    {
        var ann = new Person("Ann");
        var session = Harness.Session<Warns>(ann);

        session.Invoking(s => s.Explain(ann)).Should().Throw<ArgumentException>()
            .WithMessage("The fact 'Ann' was inserted from outside; only what a rule yielded has an explanation. (Parameter 'fact')");
        session.Invoking(s => s.Explain(new Person("Bob"))).Should().Throw<ArgumentException>().WithMessage("The fact 'Bob' is not in the session. (Parameter 'fact')");
        session.Invoking(s => s.WhyNot("other")).Should().Throw<ArgumentException>().WithMessage("There is no rule 'other'. (Parameter 'ruleName')");
    }

    [Fact]
    public void Why_not_names_the_condition_of_the_given_fact_that_fails_with_its_values()
    {
        var town = new Town("A", 50);
        var session = Harness.Session<Overcrowded>(town);

        var answer = session.WhyNot("crowded", town);

        answer.Matches.Should().BeFalse();
        answer.Kind.Should().Be("Match");
        answer.Condition!.Values.Should().Equal(new ExplainedValue("t.Size", 50));
        answer.Sentence.Should().Be("The rule crowded does not match at 'Match town': A fails: t => t.Size < 10, where t.Size is 50.");
    }

    public enum Size { Small, Large }

    public sealed record Place(string Name, Size Size, Size? Former = null);

    [Name("large")]
    public sealed class LargePlaces : Rule
    {
        public override void Define()
        {
            Place place = null!;
            When().Match(() => place, p => p.Size == Size.Large, p => p.Former != Size.Large);
            Then().Yield(_ => new Note(place.Name));
        }
    }

    [Theory]
    [InlineData(Size.Small, null, "p => p.Size == Size.Large, where p.Size is Small")]
    [InlineData(Size.Large, Size.Large, "p => p.Former != Size.Large, where p.Former is Large")]
    public void The_value_of_an_enum_is_told_by_its_name(Size size, Size? former, string condition)
    {
        var place = new Place("A", size, former);

        Harness.Session<LargePlaces>(place).WhyNot("large", place).Condition!.ToString().Should().Be(condition);
    }

    [Fact]
    public void Why_not_goes_as_far_as_the_partial_matches_of_the_given_facts_do()
    {
        var town = new Town("A", 1);
        var session = Harness.Session<Overcrowded>(new Town("B", 2), town, new Person("Ann", "A"));
        session.WhyNot("crowded", town).Sentence.Should().Be(
            "The rule crowded does not match at 'Having': the condition fails: count > town.Size, where count is 1, town.Size is 1.");

        session.Insert(new Person("Bob", "A"));
        session.WhyNot("crowded", town).Sentence.Should().Be(
            "The rule crowded does not match at 'Exists': no Person satisfies 'p => (p.City == town.Name) && (p.Age > 35)'.");

        session.Insert(new Person("Cid", "A", 36));
        session.WhyNot("crowded", town).Should().BeEquivalentTo(new { Matches = true, Sentence = "The rule crowded matches." });
    }

    [Fact]
    public void Why_not_names_the_fact_that_a_Not_found()
    {
        var session = Harness.Session(typeof(Warns));
        var note = new Note("A");
        session.InsertAll([note, new Person("Zoe", "Z")]);

        session.WhyNot("warns", note).Sentence.Should().Be(
            "The rule warns does not match at 'Not': there is a Person that satisfies 'p => p.City == \"Z\"': Zoe.");
    }

    [Fact]
    public void Why_not_compares_the_given_facts_of_a_join()
    {
        var (child, parent) = (new Person("Ann") { BossAge = 3 }, new Person("Bob", age: 4));
        var session = Harness.Session<Boss>(child, parent);

        session.WhyNot("boss", child, parent).Sentence.Should().Be(
            "The rule boss does not match at 'Match boss': Bob fails: b => b.Age == person.BossAge, where b.Age is 4, person.BossAge is 3.");
    }

    private sealed record Warning(string Text);

    [Name("crowded"), Description("A town has more people than room.")]
    private sealed class Overcrowded : Rule
    {
        public override void Define()
        {
            Town town = null!;
            IEnumerable<Person> people = null!;
            var count = 0;

            When()
                .Match(() => town, t => t.Size < 10)
                .Query(() => people, q => q.Match<Person>(p => p.City == town.Name).Collect())
                .Let(() => count, () => people.Count())
                .Having(() => count > town.Size)
                .Exists<Person>(p => p.City == town.Name && p.Age > 35);
            Then()
                .Yield(_ => new Note($"{town} is crowded"));
        }
    }

    [Name("warns")]
    private sealed class Warns : Rule
    {
        public override void Define()
        {
            Note note = null!;

            When()
                .Match(() => note, n => n.Text.StartsWith("A"))
                .Not<Person>(p => p.City == "Z");
            Then()
                .Yield(_ => new Warning("A!"));
        }
    }

    [Name("boss")]
    private sealed class Boss : Rule
    {
        public override void Define()
        {
            Person person = null!, boss = null!;

            When()
                .Match(() => person)
                .Match(() => boss, b => b.Age == person.BossAge);
            Then()
                .Yield(_ => new Note("boss"));
        }
    }
}
