namespace RuleEngine.Tests;

public class LinkedFactTests
{
    [Fact]
    public void A_yielded_fact_is_matched_by_other_rules_and_goes_through_the_whole_chain()
    {
        var ann = new Person("Ann", age: 1);
        var session = Harness.Session(typeof(Grows), typeof(Counts));
        session.Insert(ann);
        session.Fire().Should().Be(2);
        session.Notes().Should().Equal("Ann 1", "Ann 1!");

        session.Retract(ann);

        session.Notes().Should().BeEmpty("losing the match takes the chain back at once");
        session.Query<object>().Should().BeEmpty();
    }

    [Fact]
    public void A_yielded_fact_shows_its_old_value_until_Fire()
    {
        var ann = new Person("Ann", age: 1);
        var session = Harness.Session<Grows>(ann);
        session.Fire();
        var note = session.Query<Note>().Single();

        ann.Age = 2;
        session.Update(ann);
        session.Query<Note>().Single().Should().BeSameAs(note);

        session.Fire();
        session.Notes().Should().Equal("Ann 2");
    }

    [Fact]
    public void A_yield_with_an_update_says_how_the_fact_changes()
    {
        var ann = new Person("Ann", age: 1);
        var session = Harness.Session<Remembers>(ann);
        session.Fire();
        ann.Age = 2;
        session.Update(ann);
        session.Fire();

        session.Notes().Should().Equal("1 then 2");
    }

    [Fact]
    public void A_yielded_fact_cannot_be_touched_from_outside()
    {
        var session = Harness.Session<Grows>(new Person("Ann", age: 1));
        session.Fire();
        var note = session.Query<Note>().Single();

        session.Invoking(s => s.Retract(note)).Should().Throw<ArgumentException>()
            .WithMessage("The fact 'Ann 1' was yielded by the rule RuleEngine.Tests.LinkedFactTests+Grows; only that rule can retract it.");
        session.Invoking(s => s.Update(note)).Should().Throw<ArgumentException>()
            .WithMessage("The fact 'Ann 1' was yielded by the rule RuleEngine.Tests.LinkedFactTests+Grows; only that rule can update it.");
        session.Invoking(s => s.Insert(note)).Should().Throw<ArgumentException>()
            .WithMessage("The fact 'Ann 1' cannot be inserted: it is in the session already.");
    }

    [Fact]
    public void A_yielded_fact_knows_its_rule_and_the_facts_it_rests_on()
    {
        var ann = new Person("Ann", age: 1);
        var session = Harness.Session<Grows>(ann);
        IFact? yielded = null;
        session.Events.FactInsertedEvent += (_, e) => yielded = e.Fact;
        session.Fire();

        var source = yielded!.Source.Should().BeAssignableTo<ILinkedFactSource>().Subject;
        source.SourceType.Should().Be(FactSourceType.Linked);
        source.Rule.Name.Should().Be(typeof(Grows).FullName);
        source.Facts.Select(f => f.Value).Should().Equal(ann);
    }

    [Fact]
    public void Two_matches_that_yield_equal_facts_are_an_error()
    {
        var session = Harness.Session<YieldsCity>(new Person("Ann", "A"), new Person("Bob", "A"));

        session.Invoking(s => s.Fire()).Should().Throw<RuleRhsExpressionEvaluationException>()
            .WithMessage("An action of the rule RuleEngine.Tests.LinkedFactTests+YieldsCity failed. The fact 'CityName { Text = A }' cannot be linked to a match of the rule RuleEngine.Tests.LinkedFactTests+YieldsCity: it is in the session already.")
            .WithInnerException<ArgumentException>();
    }

    [Fact]
    public void Without_automatic_propagation_the_caller_says_when_other_rules_see_what_was_yielded()
    {
        var session = Harness.Session(typeof(Grows), typeof(Counts));
        session.AutoPropagateLinkedFacts = false;
        session.Insert(new Person("Ann", age: 1));
        session.Fire().Should().Be(1);

        var sets = session.PropagateLinked().ToList();
        sets.Should().HaveCount(1);
        sets[0].Action.Should().Be(LinkedFactAction.Insert);
        sets[0].FactCount.Should().Be(1);
        sets[0].Facts.Single().Value.Should().BeOfType<Note>();
        session.Fire().Should().Be(1);
    }

    [Fact]
    public void Actions_can_link_facts_under_keys_of_their_own()
    {
        var ann = new Person("Ann", age: 2);
        var session = Harness.Session<LinksByHand>(ann);
        session.Fire();
        session.Notes().Should().Equal("a", "b");

        ann.Age = 1;
        session.Update(ann);
        session.Fire();
        session.Notes().Should().Equal("a");
    }

    private sealed record CityName(string? Text);

    private sealed class Grows : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Then().Yield(_ => new Note($"{person} {person.Age}"));
        }
    }

    private sealed class Counts : Rule
    {
        public override void Define()
        {
            Note note = null!;

            When().Match(() => note, n => !n.Text.EndsWith('!'));
            Then().Yield(_ => new Note(note.Text + "!"));
        }
    }

    private sealed class Remembers : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Then().Yield(_ => new Note($"{person.Age}"), (_, old) => new Note($"{old} then {person.Age}"));
        }
    }

    private sealed class YieldsCity : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Then().Yield(_ => new CityName(person.City));
        }
    }

    private sealed class LinksByHand : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Then().Do(c => Link(c, person));
        }

        private static void Link(IContext context, Person person)
        {
            if (context.GetLinkedKeys().Count == 0)
                context.InsertAllLinked([new("a", new Note("a")), new("b", new Note("b"))]);
            else if (person.Age == 1)
                context.RetractLinked("b", context.GetLinked("b")!);
        }
    }
}
