namespace RuleEngine.Tests;

/// <summary>What users of NRules have reported; the numbers are its issues.</summary>
public class IssueTests
{
    [Fact]
    public void Issue_241_facts_linked_in_one_call_reach_other_rules_together()
    {
        var session = Harness.Session(typeof(LinksThree), typeof(CountsNotes));
        session.Insert(new Person("Ann"));

        session.Firings().Should().Equal("Ann", "[3]");
    }

    [Fact]
    public void Issue_89_many_facts_are_updated_and_retracted_in_one_call()
    {
        var people = Enumerable.Range(0, 5).Select(i => new Person($"p{i}", "A", i)).ToArray();
        var session = Harness.Session(typeof(Adults));
        session.InsertAll(people);
        session.Fire().Should().Be(0);

        foreach (var person in people) person.Age += 16;
        session.UpdateAll(people);
        session.Fire().Should().Be(3);
        session.RetractAll(people);
        session.Query<object>().Should().BeEmpty();
    }

    [Fact]
    public void Issue_396_a_condition_may_cast_with_as()
    {
        var session = Harness.Session<Casts>(new Worker("Ann", "A"), new Person("Bob", "A"), new Town("A"));

        session.Firings().Should().Equal("A Ann");
    }

    [Fact]
    public void Issue_395_an_alias_matched_in_every_branch_of_Or_can_be_read_after_it()
    {
        var session = Harness.Session<EitherTown>(new Person("Ann", "A", 5), new Town("A", 1), new Town("B", 5));
        session.Fire();

        session.Notes().Should().Equal("Ann A", "Ann B");
    }

    [Fact]
    public void Issue_220_an_alias_matched_in_one_branch_of_Or_only_is_refused()
    {
        var compile = () => Harness.Compile(typeof(OneBranchOnly));

        compile.Should().Throw<RuleCompilationException>().WithMessage(
            "The rule RuleEngine.Tests.IssueTests+OneBranchOnly could not be compiled. '_ => new Note(town.Name)' reads 'town' where no pattern before it has matched it. Match it first; after an Or, in each of its branches.");
    }

    [Fact]
    public void Issue_297_Having_inside_a_branch_of_Or_belongs_to_that_branch()
    {
        var session = Harness.Session<HavingInOr>(new Person("Ann", "A", 5));

        session.Firings().Should().Equal("Ann");
    }

    [Fact]
    public void An_alias_read_before_it_is_matched_is_refused()
    {
        var compile = () => Harness.Compile(typeof(TooEarly));

        compile.Should().Throw<RuleCompilationException>().WithMessage("*'p => p.City == town.Name' reads 'town' where no pattern before it has matched it.*");
    }

    [Fact]
    public void Issue_255_ten_thousand_matches_share_one_fact_in_linear_time()
    {
        var session = new RuleCompiler(new RuleCompilerOptions { ShareEqualYields = true }).Compile(Harness.Definitions(typeof(NamesCity))).CreateSession();
        var people = Enumerable.Range(0, 10_000).Select(i => new Person($"p{i}", "A")).ToArray();
        session.InsertAll(people);
        session.Fire().Should().Be(10_000);
        session.Query<CityName>().Should().Equal(new CityName("A"));

        session.RetractAll(people[..9_999]);
        session.Query<CityName>().Should().Equal(new CityName("A"));
        session.Explain(new CityName("A")).Patterns.Single().Value.Should().Be(people[9_999]);
        session.Retract(people[9_999]);
        session.Query<object>().Should().BeEmpty();
    }

    private sealed class Worker(string name, string city) : Person(name, city);

    private sealed record CityName(string? Text);

    private sealed class LinksThree : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Then().Do(c => c.InsertAllLinked(new[] { Pair("a"), Pair("b"), Pair("c") }));
        }

        private static KeyValuePair<object, object> Pair(string text) => new(text, new Note(text));
    }

    private sealed class CountsNotes : Rule
    {
        public override void Define()
        {
            Counted count = null!;

            When().Query(() => count, q => q.Match<Note>().Collect().Where(many => many.Any()).Select(many => new Counted(many.Count())));
            Then().Do(_ => Nothing());
        }

        private static void Nothing() { }
    }

    private sealed record Counted(int Count)
    {
        public override string ToString() => $"[{Count}]";
    }

    private sealed class Adults : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person, p => p.Age >= 18);
            Then().Yield(_ => new Note(person.Name));
        }
    }

    private sealed class Casts : Rule
    {
        public override void Define()
        {
            Town town = null!;
            Person person = null!;

            When()
                .Match(() => town)
                .Match(() => person, p => (p as Worker) != null, p => (p as Worker)!.City == town.Name);
            Then().Yield(_ => new Note(person.Name));
        }
    }

    private sealed class EitherTown : Rule
    {
        public override void Define()
        {
            Person person = null!;
            Town town = null!;

            When()
                .Match(() => person)
                .Or(or => or
                    .Match(() => town, t => t.Name == person.City)
                    .Match(() => town, t => t.Size == person.Age));
            Then().Yield(_ => new Note($"{person} {town}"));
        }
    }

    private sealed class OneBranchOnly : Rule
    {
        public override void Define()
        {
            Town town = null!;

            When().Or(or => or.Match(() => town).Exists<Person>());
            Then().Yield(_ => new Note(town.Name!));
        }
    }

    private sealed class HavingInOr : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When()
                .Match(() => person)
                .Or(or => or
                    .And(and => and.Not<Town>().Having(() => person.Age > 3))
                    .And(and => and.Not<Town>().Having(() => person.Age > 8)));
            Then().Yield(_ => new Note(person.Name));
        }
    }

    private sealed class TooEarly : Rule
    {
        public override void Define()
        {
            Town town = null!;

            When().Match<Person>(p => p.City == town.Name).Match(() => town);
            Then().Yield(_ => new Note(town.Name!));
        }
    }

    private sealed class NamesCity : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Then().Yield(_ => new CityName(person.City));
        }
    }
}
