namespace RuleEngine.Tests;

public class QuantifierTests
{
    [Fact]
    public void Not_holds_while_no_fact_satisfies_the_condition()
    {
        var (ann, town) = (new Person("Ann", "A"), new Town("A"));
        var session = Harness.Session<Homeless>(ann, town);
        session.Firings().Should().BeEmpty();

        session.Retract(town);
        session.Fire();
        session.Notes().Should().Equal("Ann has no town");

        session.Insert(town);
        session.Notes().Should().BeEmpty("the match is lost at once, without firing");
    }

    [Fact]
    public void Not_and_Exists_do_not_fire_again_while_their_number_does_not_cross_zero()
    {
        var (one, two) = (new Town("A"), new Town("A"));
        var session = Harness.Session<Housed>(new Person("Ann", "A"), one);
        session.Firings().Should().Equal("Ann");

        session.Insert(two);
        session.Retract(one);
        session.Update(two);
        session.Firings().Should().BeEmpty();
        session.Notes().Should().Equal("Ann has a town");

        session.Retract(two);
        session.Notes().Should().BeEmpty();
    }

    [Fact]
    public void Not_looks_for_another_witness_when_the_one_it_knew_changes()
    {
        var (one, two) = (new Town("A"), new Town("A"));
        var session = Harness.Session<Homeless>(new Person("Ann", "A"), one, two);

        one.Name = "B";
        session.Update(one);
        session.Firings().Should().BeEmpty();

        two.Name = "B";
        session.Update(two);
        session.Firings().Should().Equal("Ann");

        one.Name = "A";
        session.Update(one);
        session.Notes().Should().BeEmpty();
    }

    [Fact]
    public void Not_follows_a_change_on_its_left_side()
    {
        var ann = new Person("Ann", "A");
        var session = Harness.Session<Homeless>(ann, new Town("A"), new Town("B"));

        ann.City = "C";
        session.Update(ann);
        session.Firings().Should().Equal("Ann");

        ann.City = "B";
        session.Update(ann);
        session.Notes().Should().BeEmpty();
    }

    [Fact]
    public void Not_as_the_first_condition_holds_in_an_empty_session()
    {
        var session = Harness.Session<NobodyHome>();
        session.Fire();
        session.Notes().Should().Equal("nobody");

        var ann = new Person("Ann");
        session.Insert(ann);
        session.Notes().Should().BeEmpty();

        session.Retract(ann);
        session.Fire();
        session.Notes().Should().Equal("nobody");
    }

    [Fact]
    public void All_on_no_facts_is_true()
    {
        Harness.Session<AllLarge>(new Person("Ann", "A")).Firings().Should().Equal("Ann");
    }

    [Fact]
    public void All_is_false_while_there_is_a_counterexample()
    {
        var small = new Town("A", 1);
        var session = Harness.Session<AllLarge>(new Person("Ann", "A"), new Town("A", 50), small, new Town("B", 1));
        session.Firings().Should().BeEmpty();

        small.Size = 20;
        session.Update(small);
        session.Firings().Should().Equal("Ann");

        small.Size = 2;
        session.Update(small);
        session.Notes().Should().BeEmpty();
    }

    [Fact]
    public void All_fires_again_when_a_new_satisfying_fact_arrives()
    {
        var session = Harness.Session<AllLarge>(new Person("Ann", "A"));
        session.Firings().Should().Equal("Ann");

        session.InsertAll([new Town("A", 50), new Town("A", 60)]);
        session.Firings().Should().Equal("Ann");

        session.Insert(new Town("B", 60));
        session.Firings().Should().BeEmpty("a town elsewhere does not satisfy the base condition");
    }

    [Fact]
    public void All_with_one_condition_covers_every_fact_of_the_type()
    {
        var session = Harness.Session<AllAdults>(new Person("Ann", age: 20));
        session.Firings().Should().Equal("");

        session.Insert(new Person("Bob", age: 10));
        session.Notes().Should().BeEmpty();
    }

    private sealed class Homeless : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When()
                .Match(() => person)
                .Not<Town>(t => t.Name == person.City);
            Then()
                .Yield(_ => new Note($"{person} has no town"));
        }
    }

    private sealed class Housed : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When()
                .Match(() => person)
                .Exists<Town>(t => t.Name == person.City);
            Then()
                .Yield(_ => new Note($"{person} has a town"));
        }
    }

    private sealed class NobodyHome : Rule
    {
        public override void Define()
        {
            When().Not<Person>();
            Then().Yield(_ => new Note("nobody"));
        }
    }

    private sealed class AllLarge : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When()
                .Match(() => person)
                .All<Town>(t => t.Name == person.City, t => t.Size > 10);
            Then()
                .Yield(_ => new Note($"all towns of {person} are large"));
        }
    }

    private sealed class AllAdults : Rule
    {
        public override void Define()
        {
            When().All<Person>(p => p.Age >= 18);
            Then().Yield(_ => new Note("adults"));
        }
    }
}
