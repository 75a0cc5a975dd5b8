namespace RuleEngine.Tests;

public class QueryTests
{
    [Fact]
    public void Collect_with_no_facts_matches_an_empty_collection()
    {
        var session = Harness.Session<Population>(new Town("A"));
        session.Fire();

        session.Notes().Should().Equal("A: ");
    }

    [Fact]
    public void Several_changes_of_a_collection_before_Fire_are_one_firing()
    {
        var session = Harness.Session<Population>(new Town("A"), new Person("Ann", "A"), new Person("Eve", "E"));
        session.Fire();

        var bob = new Person("Bob", "A");
        session.Insert(bob);
        session.Insert(new Person("Cid", "A"));
        session.Retract(bob);
        session.Firings().Should().HaveCount(1);
        session.Notes().Should().Equal("A: Ann Cid");

        session.Insert(new Person("Dan", "elsewhere"));
        session.Firings().Should().BeEmpty("the collection did not change");
    }

    [Fact]
    public void A_collection_never_ceases_to_match()
    {
        var ann = new Person("Ann", "A");
        var session = Harness.Session<Population>(new Town("A"), ann);
        session.Fire();

        ann.City = "B";
        session.Update(ann);
        session.Fire();

        session.Notes().Should().Equal("A: ");
    }

    [Fact]
    public void A_collection_follows_the_alias_it_depends_on()
    {
        var town = new Town("A");
        var session = Harness.Session<Population>(town, new Person("Ann", "A"), new Person("Bob", "B"));
        session.Fire();

        town.Name = "B";
        session.Update(town);
        session.Fire();

        session.Notes().Should().Equal("B: Bob");
    }

    [Fact]
    public void GroupBy_matches_once_per_group_and_a_group_that_empties_goes()
    {
        var (ann, bob) = (new Person("Ann", "A"), new Person("Bob", "B"));
        var session = Harness.Session<ByCity>();
        session.Fire();
        session.Notes().Should().BeEmpty("with no facts there is no group");

        session.InsertAll([ann, bob, new Person("Cid", "A"), new Person("Nix")]);
        session.Fire();
        session.Notes().Should().Equal("A: Ann Cid", "B: Bob", "nowhere: Nix");

        bob.City = "A";
        session.Update(bob);
        session.Notes().Should().Equal("A: Ann Cid", "nowhere: Nix");

        session.Fire();
        session.Notes().Should().Equal("A: Ann Cid Bob", "nowhere: Nix");
    }

    [Fact]
    public void Stages_can_be_chained_and_read_earlier_aliases()
    {
        var town = new Town("A", 20);
        var session = Harness.Session<OldAges>(town, new Person("Ann", "A", 30), new Person("Bob", "A", 10), new Person("Cid", "B", 40));
        session.Fire();
        session.Notes().Should().Equal("A: 30");

        town.Size = 5;
        session.Update(town);
        session.Fire();
        session.Notes().Should().Equal("A: 10+30");
    }

    [Fact]
    public void A_condition_can_follow_a_query_and_read_its_result()
    {
        var ann = new Person("Ann", "A");
        var session = Harness.Session<Crowded>(new Town("A"), ann);
        session.Fire();
        session.Notes().Should().BeEmpty();

        session.Insert(new Person("Bob", "A"));
        session.Fire();
        session.Notes().Should().Equal("A is crowded");

        session.Retract(ann);
        session.Notes().Should().BeEmpty();
    }

    [Fact]
    public void A_query_that_reads_no_alias_is_kept_once_for_all_matches()
    {
        var session = (Session)Harness.Session(typeof(Share));
        session.InsertAll([.. Enumerable.Range(0, 20).Select(i => new Town($"T{i}")), .. Enumerable.Range(0, 30).Select(i => new Person($"P{i}"))]);
        session.Fire().Should().Be(20);

        session.State.RootTokens.Single().Should().BeOfType<Aggregation.QueryToken>();
        session.Query<Note>().AsEnumerable().Select(n => n.Text).Should().Contain("T7 shares 30");
        session.Agenda.IsEmpty.Should().BeTrue();
        session.Insert(new Person("Eve"));
        session.Agenda.Peek().Facts.Select(f => f.Declaration.Name).Should().Equal("town", "people");
        session.Fire().Should().Be(20);
    }

    [Fact]
    public void The_match_holds_the_result_and_the_result_knows_the_facts_it_was_made_of()
    {
        var (town, ann) = (new Town("A"), new Person("Ann", "A"));
        var session = Harness.Session<Population>(town, ann);
        IMatch match = session.Agenda.Peek();

        match.Facts.Select(f => (f.Declaration.Name, f.Declaration.Type)).Should().Equal(
            ("town", typeof(Town)), ("people", typeof(IEnumerable<Person>)));
        match.Facts.First().Value.Should().BeSameAs(town);
        match.Facts.First().Source.Should().BeNull();
        var people = match.Facts.Last();
        people.Value.Should().BeAssignableTo<IEnumerable<Person>>().Which.Should().Equal(ann);
        people.Source!.SourceType.Should().Be(FactSourceType.Aggregate);
        people.Source.Facts.Select(f => f.Value).Should().Equal(ann);
    }

    private sealed class Population : Rule
    {
        public override void Define()
        {
            Town town = null!;
            IEnumerable<Person> people = null!;

            When()
                .Match(() => town)
                .Query(() => people, q => q.Match<Person>(p => p.City == town.Name).Collect());
            Then()
                .Yield(_ => new Note($"{town}: {string.Join(" ", people)}"));
        }
    }

    private sealed class Share : Rule
    {
        public override void Define()
        {
            Town town = null!;
            IEnumerable<Person> people = null!;

            When()
                .Match(() => town)
                .Query(() => people, q => q.Match<Person>().Collect());
            Then()
                .Yield(_ => new Note($"{town} shares {people.Count()}"));
        }
    }

    private sealed class ByCity : Rule
    {
        public override void Define()
        {
            IGrouping<string?, Person> group = null!;

            When()
                .Query(() => group, q => q.Match<Person>().GroupBy(p => p.City));
            Then()
                .Yield(_ => new Note($"{group.Key ?? "nowhere"}: {string.Join(" ", group)}"));
        }
    }

    private sealed class OldAges : Rule
    {
        public override void Define()
        {
            Town town = null!;
            IEnumerable<int> ages = null!;

            When()
                .Match(() => town)
                .Query(() => ages, q => q
                    .Match<Person>(p => p.City == town.Name)
                    .Select(p => p.Age)
                    .Where(age => age > town.Size)
                    .Collect()
                    .OrderBy(age => age));
            Then()
                .Yield(_ => new Note($"{town}: {string.Join("+", ages)}"));
        }
    }

    private sealed class Crowded : Rule
    {
        public override void Define()
        {
            Town town = null!;
            IEnumerable<Person> people = null!;

            When()
                .Match(() => town)
                .Query(() => people, q => q.Match<Person>(p => p.City == town.Name).Collect())
                .Having(() => people.Count() > 1);
            Then()
                .Yield(_ => new Note($"{town} is crowded"));
        }
    }
}
