namespace RuleEngine.Tests;

public class AgendaTests
{
    [Fact]
    public void Higher_priority_fires_first_then_first_come_first_served()
    {
        var session = Harness.Session(typeof(Late), typeof(Early), typeof(Usual));
        session.Insert(new Person("Ann"));
        session.Insert(new Person("Bob"));

        Log(session).Should().Equal("Early Ann", "Early Bob", "Usual Ann", "Usual Bob", "Late Ann", "Late Bob");
    }

    [Fact]
    public void Updating_a_match_that_waits_keeps_its_place()
    {
        var ann = new Person("Ann");
        var session = Harness.Session<Usual>(ann, new Person("Bob"));
        session.Update(ann);

        session.Firings().Should().Equal("Ann", "Bob");
    }

    [Fact]
    public void Fire_returns_how_many_fired_and_stops_at_the_given_number()
    {
        var session = Harness.Session<Usual>(new Person("Ann"), new Person("Bob"), new Person("Cid"));

        session.Fire(2).Should().Be(2);
        session.Agenda.IsEmpty.Should().BeFalse();
        session.Agenda.Peek().Facts.Single().Value!.ToString().Should().Be("Cid");
        session.Fire().Should().Be(1);
        session.Agenda.IsEmpty.Should().BeTrue();
        session.Invoking(s => s.Agenda.Peek()).Should().Throw<InvalidOperationException>()
            .WithMessage("The agenda is empty: no match waits to fire.");
    }

    [Fact]
    public void Fire_stops_when_the_caller_cancels()
    {
        using var source = new CancellationTokenSource();
        var session = Harness.Session<Usual>(new Person("Ann"), new Person("Bob"));
        session.Events.RuleFiredEvent += (_, _) => source.Cancel();

        session.Fire(source.Token).Should().Be(1);
    }

    [Fact]
    public void Halt_stops_after_the_current_match()
    {
        var session = Harness.Session<Halts>(new Person("Ann"), new Person("Bob"));

        session.Fire().Should().Be(1);
        session.Fire().Should().Be(1);
    }

    [Fact]
    public void A_cleared_agenda_fires_nothing()
    {
        var session = Harness.Session<Usual>(new Person("Ann"), new Person("Bob"));
        session.Agenda.Clear();

        session.Fire().Should().Be(0);
    }

    [Fact]
    public void An_update_fires_a_repeatable_rule_again_even_when_nothing_changed()
    {
        var ann = new Person("Ann");
        var session = Harness.Session<Usual>(ann);
        session.Fire();

        session.Update(ann);
        session.Agenda.Peek().Trigger.Should().Be(MatchTrigger.Updated);
        session.Fire().Should().Be(1);
    }

    [Fact]
    public void A_non_repeatable_rule_does_not_fire_again_until_its_match_was_lost()
    {
        var ann = new Person("Ann", age: 1);
        var session = Harness.Session<Once>(ann);
        session.Fire().Should().Be(1);

        session.Update(ann);
        session.Fire().Should().Be(0);

        ann.Age = 0;
        session.Update(ann);
        ann.Age = 1;
        session.Update(ann);
        session.Fire().Should().Be(1);
    }

    [Fact]
    public void A_filter_on_keys_keeps_updates_that_change_none_of_them_from_firing()
    {
        var ann = new Person("Ann", age: 1);
        var session = Harness.Session<OnAge>(ann);
        session.Fire().Should().Be(1);

        ann.City = "B";
        session.Update(ann);
        session.Fire().Should().Be(0);

        ann.Age = 2;
        session.Update(ann);
        session.Fire().Should().Be(1);
    }

    [Fact]
    public void A_filter_with_a_predicate_keeps_a_match_from_firing_while_it_does_not_hold()
    {
        var ann = new Person("Ann", age: -1);
        var session = Harness.Session<OnAge>(ann);
        session.Fire().Should().Be(0);

        ann.Age = 2;
        session.Update(ann);
        session.Fire().Should().Be(1);
    }

    [Fact]
    public void A_match_that_throws_is_consumed_and_the_rest_of_the_agenda_stays()
    {
        var session = Harness.Session<ThrowsForAnn>(new Person("Ann"), new Person("Bob"));

        session.Invoking(s => s.Fire()).Should().Throw<RuleRhsExpressionEvaluationException>()
            .WithMessage("An action of the rule RuleEngine.Tests.AgendaTests+ThrowsForAnn failed. No Anns.")
            .Which.Rule.Name.Should().Be(typeof(ThrowsForAnn).FullName);
        session.Firings().Should().Equal("Bob");
    }

    [Fact]
    public void A_listener_can_handle_a_failed_action()
    {
        var session = Harness.Session<ThrowsForAnn>(new Person("Ann"), new Person("Bob"));
        session.Events.RhsExpressionFailedEvent += (_, e) => e.IsHandled = true;

        session.Fire().Should().Be(2);
    }

    [Fact]
    public void Undo_runs_on_the_next_Fire_and_only_if_the_match_had_fired()
    {
        var (ann, bob) = (new Person("Ann"), new Person("Bob"));
        var session = Harness.Session<Undone>(ann, bob);
        session.Fire(1);
        session.RetractAll([ann, bob]);
        Undone.Log.Clear();

        session.Fire().Should().Be(1);
        Undone.Log.Should().Equal("undo Ann");
    }

    [Fact]
    public void A_filter_that_throws_says_of_which_rule_it_is_and_leaves_the_session_as_it_was()
    {
        var session = Harness.Session<FiltersByCity>();
        session.Invoking(s => s.Insert(new Person("Nix"))).Should().Throw<AgendaExpressionEvaluationException>()
            .WithMessage("The filter 'person.City.Length > 1' of the rule RuleEngine.Tests.AgendaTests+FiltersByCity failed. Object reference not set to an instance of an object.")
            .Which.Rule.Name.Should().Be(typeof(FiltersByCity).FullName);
        session.Query<Person>().Should().BeEmpty();

        var evaluated = new List<object?>();
        session.Events.AgendaExpressionEvaluatedEvent += (_, e) => evaluated.Add(e.Result);
        session.Events.AgendaExpressionFailedEvent += (_, e) => e.IsHandled = true;
        session.InsertAll([new Person("Nix"), new Person("Ann", "AA"), new Person("Bob", "B")]);

        session.Firings().Should().Equal("Ann");
        evaluated.Should().Equal(true, false);
    }

    private static List<string> Log(ISession session)
    {
        var log = new List<string>();
        session.Events.RuleFiredEvent += (_, e) => log.Add($"{e.Rule.Name} {e.Facts.Single().Value}");
        session.Fire();
        return log;
    }

    private static void Nothing() { }

    [Name("Early"), Priority(10)]
    private sealed class Early : EveryPerson;

    [Name("Usual")]
    private sealed class Usual : EveryPerson;

    [Name("Late")]
    private sealed class Late : EveryPerson
    {
        public override void Define()
        {
            base.Define();
            Priority(-5);
        }
    }

    private abstract class EveryPerson : Rule
    {
        public override void Define()
        {
            When().Match<Person>();
            Then().Do(_ => Nothing());
        }
    }

    private sealed class Halts : Rule
    {
        public override void Define()
        {
            When().Match<Person>();
            Then().Do(c => c.Halt());
        }
    }

    [Repeatability(RuleRepeatability.NonRepeatable)]
    private sealed class Once : Rule
    {
        public override void Define()
        {
            When().Match<Person>(p => p.Age > 0);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class OnAge : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Filter().OnChange(() => person.Age).Where(() => person.Age >= 0);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class FiltersByCity : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Filter().Where(() => person.City!.Length > 1);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class ThrowsForAnn : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Then().Do(_ => Check(person));
        }

        private static void Check(Person person)
        {
            if (person.Name == "Ann") throw new InvalidOperationException("No Anns.");
        }
    }

    private sealed class Undone : Rule
    {
        public static List<string> Log { get; } = [];

        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Then()
                .Do(_ => Log.Add($"do {person}"))
                .Undo(_ => Log.Add($"undo {person}"));
        }
    }
}
