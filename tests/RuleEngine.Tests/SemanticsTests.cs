using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace RuleEngine.Tests;

/// <summary>Lines of SEMANTICS.md that no other test proves, and that the page itself names tests that exist.</summary>
public partial class SemanticsTests
{
    [Fact]
    public void Every_line_of_the_page_of_semantics_names_a_test_that_exists()
    {
        var page = File.ReadAllLines(Path.Combine(Folder(), "../../src/RuleEngine/SEMANTICS.md"));
        var tests = typeof(SemanticsTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Select(m => m.Name).ToHashSet();
        var rows = page.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Line", StringComparison.Ordinal)).ToList();

        rows.Should().HaveCountGreaterThan(60);
        rows.Where(row => !TestName().IsMatch(row)).Should().BeEmpty("each line is proven by a test");
        rows.SelectMany(row => TestName().Matches(row)).Select(m => m.Groups[1].Value).Where(name => !tests.Contains(name)).Should().BeEmpty();
    }

    [Fact]
    public void The_example_of_the_readme_compiles_and_does_what_it_says()
    {
        var example = File.ReadAllText(Path.Combine(Folder(), "ReadmeExample.cs"));
        var readme = File.ReadAllText(Path.Combine(Folder(), "../../src/RuleEngine/README.md"));
        var block = CodeBlock().Match(readme).Groups[1].Value;
        WithoutSpace(example).Should().Contain(WithoutSpace(block));

        var session = Harness.Session(typeof(Readme.PlanStandsOnADirectoryList));
        var entry = new Readme.DirectoryEntry("P1");
        session.InsertAll([new Readme.Plan("P1", true), new Readme.Plan("P2", false)]);
        session.Fire();
        session.Query<Readme.Finding>().Should().Equal(new Readme.Finding("not listed", "P1"));
        session.Insert(entry);
        session.Query<Readme.Finding>().Should().BeEmpty();
    }

    [Fact]
    public void Conditions_joined_by_and_are_one_condition_read_from_left_to_right()
    {
        var session = Harness.Session<GuardedJoin>(new Person("Ann", "A"), new Person("Nix"));
        var evaluated = 0;
        session.Events.LhsExpressionEvaluatedEvent += (_, _) => evaluated++;

        session.InsertAll([new Town(null), new Town("AB"), new Town("B")]);

        session.Firings().Should().Equal("Ann B");
        evaluated.Should().Be(5, "each pair that the index leaves is evaluated once, not once for each side of &&");
    }

    [Fact]
    public void A_rule_with_two_yields_keeps_one_fact_for_each()
    {
        var ann = new Person("Ann", age: 1);
        var session = Harness.Session<YieldsTwice>(ann);
        session.Fire();
        session.Notes().Should().Equal("Ann", "age 1");

        ann.Age = 2;
        session.Update(ann);
        session.Fire();
        session.Notes().Should().Equal("Ann", "age 2");
    }

    [Fact]
    public void A_query_that_only_selects_matches_nothing_without_facts()
    {
        var session = Harness.Session(typeof(SelectsNames));
        session.Fire().Should().Be(0);

        session.Insert(new Person("Ann"));
        session.Fire().Should().Be(1);
        session.Notes().Should().Equal("Ann");
    }

    [Fact]
    public void Several_changes_of_a_lookup_before_Fire_are_one_firing()
    {
        var session = Harness.Session(typeof(LooksUp));
        session.Fire();
        session.Notes().Should().Equal("");

        var bob = new Person("Bob", "B");
        session.Insert(bob);
        session.Insert(new Person("Ann", "A"));
        session.Retract(bob);
        session.Fire().Should().Be(1);
        session.Notes().Should().Equal("A");
    }

    [Fact]
    public void A_group_refilled_within_one_operation_is_the_same_match()
    {
        var (ann, bob) = (new Person("Ann", "A", 1), new Person("Bob", "A", 2));
        var session = Harness.Session<OncePerCity>(new Town("A"), ann);
        session.Fire().Should().Be(1);

        session.UpdateAll([ann]);
        session.Fire().Should().Be(0, "it fires once, until the match is lost");

        session.Insert(bob);
        session.Retract(ann);
        session.Fire().Should().Be(0);
        session.Retract(bob);
        session.Insert(ann);
        session.Fire().Should().Be(1, "the group was empty in between");
    }

    [Fact]
    public void A_nullable_key_joins_null_with_null()
    {
        var session = Harness.Session<SameBossAge>(
            new Person("Ann"), new Person("Bob") { BossAge = 5 }, new Person("Cid") { BossAge = 5 }, new Person("Dan"));

        session.Firings().Should().BeEquivalentTo("Ann Dan", "Dan Ann", "Bob Cid", "Cid Bob");
    }

    [Fact]
    public void A_factory_with_comparers_and_queries_serves_many_threads()
    {
        var compiler = new RuleCompiler();
        compiler.FactIdentityComparerRegistry.RegisterComparer(EqualityComparer<Person>.Create((x, y) => x!.Name == y!.Name, x => x.Name.Length));
        var factory = compiler.Compile(Harness.Definitions(typeof(FlattensLetters), typeof(OncePerCity), typeof(LooksUp)));

        var answers = new string[64];
        Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var session = factory.CreateSession();
            session.InsertAll(Enumerable.Range(0, 40).Select(n => new Person($"p{n}", $"c{n % 4}", i)));
            session.Insert(new Town("c1"));
            session.Fire();
            session.TryInsert(new Person("p7")).Should().BeFalse();
            answers[i] = string.Join('|', session.Notes());
        });

        answers.Distinct().Should().HaveCount(1).And.Contain(a => a.Contains("c1: 10") && a.Contains("c0 c1 c2 c3"));
    }

    private static string Folder([CallerFilePath] string caller = "") => Path.GetDirectoryName(caller)!;

    private static string WithoutSpace(string text) => Space().Replace(text, "");

    [GeneratedRegex(@"`(\w+)`(?=[^`]*\|\s*$|, `)")]
    private static partial Regex TestName();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    private sealed class GuardedJoin : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When()
                .Match(() => person)
                .Match<Town>(t => t.Name != null && person.City != null && t.Name.Length == person.City.Length);
            Then().Yield(_ => new Note(person.Name));
        }
    }

    private sealed class YieldsTwice : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Then()
                .Yield(_ => new Note(person.Name))
                .Yield(_ => new Note($"age {person.Age}"));
        }
    }

    private sealed class SelectsNames : Rule
    {
        public override void Define()
        {
            string name = null!;

            When().Query(() => name, q => q.Match<Person>().Select(p => p.Name));
            Then().Yield(_ => new Note(name));
        }
    }

    private sealed class LooksUp : Rule
    {
        public override void Define()
        {
            IKeyedLookup<string?, Person> cities = null!;

            When().Query(() => cities, q => q.Match<Person>().Collect().ToLookup(p => p.City));
            Then().Yield(_ => new Note(string.Join(' ', cities.Keys)));
        }
    }

    [Repeatability(RuleRepeatability.NonRepeatable)]
    private sealed class OncePerCity : Rule
    {
        public override void Define()
        {
            Town town = null!;
            IGrouping<string?, Person> people = null!;

            When()
                .Match(() => town)
                .Query(() => people, q => q.Match<Person>(p => p.City == town.Name).GroupBy(p => p.City));
            Then().Yield(_ => new Note($"{people.Key}: {people.Count()}"));
        }
    }

    private sealed class SameBossAge : Rule
    {
        public override void Define()
        {
            Person person = null!, other = null!;

            When()
                .Match(() => person)
                .Match(() => other, o => o.BossAge == person.BossAge, o => o != person);
            Then().Yield(_ => new Note($"{person} {other}"));
        }
    }

    private sealed class FlattensLetters : Rule
    {
        public override void Define()
        {
            IEnumerable<char> letters = null!;

            When().Query(() => letters, q => q.Match<Person>().SelectMany(p => p.Name).Collect());
            Then().Yield(_ => new Note($"{letters.Count()} letters"));
        }
    }
}
