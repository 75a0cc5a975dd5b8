using RuleEngine.Rete;

namespace RuleEngine.Tests;

public class HypothesisTests
{
    [Fact]
    public void A_hypothesis_tells_what_would_be_yielded_and_lost_and_is_taken_back()
    {
        var session = Harness.Session<Visits>(new Guest(1, "A"), new Guest(2, "B"), new Town("A"));
        session.Fire();

        var answer = session.Suppose(s =>
        {
            s.Update(new Guest(1, "Z"));
            s.Update(new Guest(2, "A"));
        });

        answer.Fired.Should().Be(1);
        answer.Yielded.Select(f => f.ToString()).Should().Equal("2 visits A");
        answer.Lost.Select(f => f.ToString()).Should().Equal("1 visits A");
        session.Notes().Should().Equal("1 visits A");
        session.Query<Guest>().Should().Equal(new Guest(1, "A"), new Guest(2, "B"));
        session.Fire().Should().Be(0);
    }

    [Fact]
    public void A_fact_that_would_be_yielded_anew_is_both_lost_and_yielded_and_can_be_explained_meanwhile()
    {
        var session = Harness.Session<Visits>(new Guest(1, "A"), new Town("A"));
        session.Fire();
        var explanation = "";

        var answer = session.Suppose(
            s => s.Update(new Guest(1, "A") { Title = "Dr " }),
            s => explanation = s.Explain(s.Query<Note>().Single()).ToString());

        answer.Lost.Select(f => f.ToString()).Should().Equal("1 visits A");
        answer.Yielded.Select(f => f.ToString()).Should().Equal("Dr 1 visits A");
        explanation.Should().StartWith("Dr 1 visits A because of ");
        session.Notes().Should().Equal("1 visits A");
    }

    [Fact]
    public void A_condition_that_throws_leaves_the_session_as_it_was()
    {
        var session = Harness.Session<Divides>(new Guest(1, "A"), new Town("A", 2));
        session.Fire();
        session.Notes().Should().Equal("1");

        session.Invoking(s => s.InsertAll([new Guest(3, "B"), new Town("B", 0)])).Should().Throw<RuleLhsExpressionEvaluationException>()
            .WithMessage("The condition 't => (t.Name == guest.City) && ((10 / t.Size) > 0)' failed. Attempted to divide by zero.");

        session.Query<object>().Should().HaveCount(3);
        session.Agenda.IsEmpty.Should().BeTrue();
        session.InsertAll([new Guest(3, "B"), new Town("B", 1)]);
        session.Fire().Should().Be(1);
        session.Notes().Should().Equal("1", "3");
    }

    [Fact]
    public void A_first_batch_that_throws_leaves_the_session_as_it_began()
    {
        var session = Harness.Session(typeof(Divides), typeof(NoTown));
        var created = 0;
        session.Events.ActivationCreatedEvent += (_, _) => created++;

        session.Invoking(s => s.InsertAll([new Guest(3, "B"), new Town("B", 0)])).Should().Throw<RuleLhsExpressionEvaluationException>();

        session.Query<object>().Should().BeEmpty();
        session.Fire().Should().Be(1);
        session.Notes().Should().Equal("no town");
        created.Should().Be(0);
        session.InsertAll([new Guest(3, "B"), new Town("B", 1)]);
        session.Fire();
        session.Notes().Should().Equal("3");
    }

    [Fact]
    public void An_update_that_throws_leaves_the_old_object_in_place()
    {
        var session = Harness.Session<Divides>(new Guest(1, "A"), new Town("A", 2), new Town("B", 0));
        session.Fire();

        session.Invoking(s => s.Update(new Guest(1, "B"))).Should().Throw<RuleLhsExpressionEvaluationException>();

        session.Query<Guest>().Should().Equal(new Guest(1, "A"));
        session.Notes().Should().Equal("1");
        session.Fire().Should().Be(0);
    }

    [Fact]
    public void A_failed_condition_that_a_listener_handles_counts_as_not_satisfied()
    {
        var session = Harness.Session<Divides>(new Guest(1, "A"));
        var failed = new List<string>();
        session.Events.LhsExpressionFailedEvent += (_, e) =>
        {
            failed.Add($"{e.Exception!.GetType().Name} {string.Join(" ", e.Arguments)}");
            e.IsHandled = true;
        };

        session.InsertAll([new Town("A", 0), new Town("A", 5)]);

        failed.Should().Equal("DivideByZeroException 1 A");
        session.Fire().Should().Be(1);
    }

    [Fact]
    public void A_yielded_fact_that_makes_a_condition_throw_is_taken_back_and_its_match_consumed()
    {
        var session = Harness.Session(typeof(Visits), typeof(ReadsNotes));
        session.InsertAll([new Guest(1, "A"), new Town("A"), new Guest(2, "AA"), new Town("AA")]);

        session.Invoking(s => s.Fire()).Should().Throw<RuleLhsExpressionEvaluationException>();
        session.Notes().Should().BeEmpty();

        session.Fire().Should().Be(2);
        session.Notes().Should().Equal("2 visits AA");
    }

    [Fact]
    public void Memory_comes_back_when_everything_is_retracted()
    {
        var session = (Session)Harness.Session(typeof(Visits), typeof(Divides));
        for (var round = 0; round < 10; round++)
        {
            object[] facts = [.. Enumerable.Range(1, 50).Select(i => new Guest(i, $"T{i % 5}")), .. Enumerable.Range(1, 5).Select(i => new Town($"T{i % 5}", i))];
            session.InsertAll(facts);
            session.Fire();
            session.RetractAll(facts);
            session.Query<object>().Should().BeEmpty();
            session.State.Matches.Should().BeEmpty();
            session.State.Memories.Should().OnlyContain(m => m.SlotCount <= 50);
            session.State.Journal.Count.Should().Be(0);
            session.State.RootTokens.Should().OnlyContain(t => ((MemoryToken)t).FirstChild == null);
        }
    }

    [Fact]
    public void A_fire_budget_names_the_rules_that_go_round_in_a_circle()
    {
        var session = Harness.Session(typeof(Ping), typeof(Pong));
        session.FireBudget = 20;
        session.Insert(new Ball { Side = 0 });

        session.Invoking(s => s.Fire()).Should().Throw<FireBudgetExceededException>()
            .WithMessage("The rules fired 20 times without coming to rest. They go round in a circle: ping → pong → ping.")
            .Which.Cycle.Should().Equal("ping", "pong");
    }

    [Fact]
    public async Task A_session_refuses_a_second_thread()
    {
        using var firing = new ManualResetEventSlim();
        using var tried = new ManualResetEventSlim();
        var session = Harness.Session<Visits>(new Guest(1, "A"), new Town("A"));
        session.Events.RuleFiringEvent += (_, _) =>
        {
            firing.Set();
            tried.Wait();
        };
        var fire = Task.Run(() => session.Fire());
        firing.Wait();

        session.Invoking(s => s.Insert(new Town("B"))).Should().Throw<InvalidOperationException>()
            .WithMessage("The session is in use by another thread. A session belongs to one thread at a time; create one session per thread from the factory.");

        tried.Set();
        (await fire).Should().Be(1);
        session.Insert(new Town("B"));
    }

    [Fact]
    public void A_factory_serves_many_threads()
    {
        var factory = Harness.Compile(typeof(Visits));

        Parallel.For(0, 50, i =>
        {
            var session = factory.CreateSession();
            session.InsertAll([new Guest(i, "A"), new Town("A")]);
            session.Fire();
            session.Notes().Should().Equal($"{i} visits A");
        });
    }

    [Fact]
    public void Equal_facts_of_several_matches_are_one_fact_that_stays_until_the_last_match_is_lost()
    {
        var compiler = new RuleCompiler(new RuleCompilerOptions { ShareEqualYields = true });
        var session = compiler.Compile(Harness.Definitions(typeof(NamesCity))).CreateSession();
        var (ann, bob) = (new Person("Ann", "A"), new Person("Bob", "A"));
        session.InsertAll([ann, bob]);
        session.Fire().Should().Be(2);
        session.Query<City>().Should().Equal(new City("A"));

        session.Retract(ann);
        session.Query<City>().Should().Equal(new City("A"));
        session.Explain(new City("A")).Patterns.Single().Value.Should().Be(bob);

        bob.City = "B";
        session.Update(bob);
        session.Fire();
        session.Query<City>().Should().Equal(new City("B"));

        session.InsertAll([ann]);
        ann.City = "B";
        session.Update(ann);
        session.Fire();
        session.RetractAll([ann, bob]);
        session.Query<City>().Should().BeEmpty();
    }

    private sealed record Guest(int Id, string City) : IIdentityProvider
    {
        public string Title { get; init; } = "";

        public object GetIdentity() => Id;

        public override string ToString() => $"{Title}{Id}";
    }

    private sealed record City(string? Name);

    private sealed class Ball
    {
        public int Side { get; set; }

        public void Flip(Ball ball) => Side = 1 - Side;
    }

    private sealed class Visits : Rule
    {
        public override void Define()
        {
            Guest guest = null!;

            When()
                .Match(() => guest)
                .Exists<Town>(t => t.Name == guest.City);
            Then()
                .Yield(_ => new Note($"{guest} visits {guest.City}"));
        }
    }

    private sealed class Divides : Rule
    {
        public override void Define()
        {
            Guest guest = null!;

            When()
                .Match(() => guest)
                .Match<Town>(t => t.Name == guest.City && 10 / t.Size > 0);
            Then()
                .Yield(_ => new Note($"{guest}"));
        }
    }

    private sealed class NoTown : Rule
    {
        public override void Define()
        {
            When().Not<Town>();
            Then().Yield(_ => new Note("no town"));
        }
    }

    private sealed class ReadsNotes : Rule
    {
        public override void Define()
        {
            When().Match<Note>(n => n.Text.Substring(9).Length + 1 / (n.Text.Length - 10) > 0);
            Then().Do(_ => Nothing());
        }

        private static void Nothing() { }
    }

    private sealed class NamesCity : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person);
            Then().Yield(_ => new City(person.City));
        }
    }

    [Name("ping")]
    private sealed class Ping : Rule
    {
        public override void Define()
        {
            Ball ball = null!;

            When().Match(() => ball, b => b.Side == 0);
            Then().Do(c => c.Update(ball, ball.Flip));
        }
    }

    [Name("pong")]
    private sealed class Pong : Rule
    {
        public override void Define()
        {
            Ball ball = null!;

            When().Match(() => ball, b => b.Side == 1);
            Then().Do(c => c.Update(ball, ball.Flip));
        }
    }
}
