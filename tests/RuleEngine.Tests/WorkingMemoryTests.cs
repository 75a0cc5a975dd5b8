namespace RuleEngine.Tests;

public class WorkingMemoryTests
{
    [Fact]
    public void A_fact_inserted_twice_is_refused()
    {
        var ann = new Person("Ann");
        var session = Harness.Session<Anyone>(ann);

        session.Invoking(s => s.Insert(ann)).Should().Throw<ArgumentException>()
            .WithMessage("The fact 'Ann' cannot be inserted: it is in the session already.");
        session.TryInsert(ann).Should().BeFalse();
    }

    [Fact]
    public void A_fact_that_is_not_known_can_be_neither_updated_nor_retracted()
    {
        var session = Harness.Session<Anyone>();

        session.Invoking(s => s.Update(new Person("Ann"))).Should().Throw<ArgumentException>()
            .WithMessage("The fact 'Ann' cannot be updated: it is not in the session.");
        session.Invoking(s => s.RetractAll([new Person("Ann"), new Person("Bob")])).Should().Throw<ArgumentException>()
            .WithMessage("The fact 'Ann' cannot be retracted: it is not in the session. So it is with 1 more.");
        session.TryUpdate(new Person("Ann")).Should().BeFalse();
        session.TryRetract(new Person("Ann")).Should().BeFalse();
    }

    [Fact]
    public void Null_is_refused()
    {
        var session = Harness.Session<Anyone>();

        session.Invoking(s => s.Insert(null!)).Should().Throw<ArgumentNullException>();
        session.Invoking(s => s.InsertAll([null!])).Should().Throw<ArgumentNullException>();
        session.Invoking(s => s.InsertAll(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_batch_with_the_same_fact_twice_is_refused_and_leaves_nothing_behind()
    {
        var ann = new Person("Ann");
        var session = Harness.Session<Anyone>();

        session.Invoking(s => s.InsertAll([ann, ann])).Should().Throw<ArgumentException>();
        session.Query<Person>().Should().BeEmpty();
        session.Insert(ann);
        session.Firings().Should().Equal("Ann");
    }

    [Fact]
    public void A_batch_is_all_or_nothing_unless_it_may_skip_what_fails()
    {
        var (ann, bob) = (new Person("Ann"), new Person("Bob"));
        var session = Harness.Session<Anyone>(ann);

        var refused = session.TryInsertAll([ann, bob]);
        refused.FailedCount.Should().Be(1);
        refused.Failed.Should().Equal(ann);
        session.Query<Person>().Should().Equal(ann);

        session.TryInsertAll([ann, bob], BatchOptions.SkipFailed).FailedCount.Should().Be(1);
        session.Query<Person>().Should().Equal(ann, bob);

        session.TryRetractAll([ann, new Person("Cid")]).FailedCount.Should().Be(1);
        session.TryUpdateAll([bob, new Person("Cid")], BatchOptions.SkipFailed).FailedCount.Should().Be(1);
        session.TryRetractAll([ann, new Person("Cid")], BatchOptions.SkipFailed).FailedCount.Should().Be(1);
        session.Query<Person>().Should().Equal(bob);
    }

    [Fact]
    public void Objects_that_are_equal_are_one_fact()
    {
        var session = Harness.Session<AnyPoint>(new Point(1, 2));

        session.TryInsert(new Point(1, 2)).Should().BeFalse();
        session.TryRetract(new Point(1, 2)).Should().BeTrue();
        session.Query<Point>().Should().BeEmpty();
    }

    [Fact]
    public void Equal_objects_of_different_types_are_different_facts()
    {
        var session = Harness.Session<AnyPoint>(new Point(1, 2));

        session.TryInsert(new Twin(1, 2)).Should().BeTrue();
    }

    [Fact]
    public void An_update_with_another_object_of_equal_identity_puts_it_in_the_place_of_the_old_one()
    {
        var session = Harness.Session<AnyVersion>(new Version(1, "first"));
        session.Fire();
        session.Notes().Should().Equal("1 first");

        session.Update(new Version(1, "second"));
        session.Fire();

        session.Notes().Should().Equal("1 second");
        session.Query<Version>().Should().Equal(new Version(1, "second"));
    }

    [Fact]
    public void A_registered_comparer_decides_before_the_facts_do()
    {
        var compiler = new RuleCompiler();
        compiler.FactIdentityComparerRegistry.RegisterComparer(EqualityComparer<Person>.Create((x, y) => x!.Name == y!.Name, x => x.Name.GetHashCode()));
        var session = compiler.Compile(Harness.Definitions(typeof(Anyone))).CreateSession();
        session.Insert(new Person("Ann", "A"));

        session.TryInsert(new Person("Ann", "B")).Should().BeFalse();
        session.Update(new Person("Ann", "B"));
        session.Query<Person>().Single().City.Should().Be("B");
    }

    [Fact]
    public void The_default_comparer_can_be_replaced()
    {
        var compiler = new RuleCompiler();
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = ReferenceEqualityComparer.Instance;
        var session = compiler.Compile(Harness.Definitions(typeof(AnyPoint))).CreateSession();

        session.InsertAll([new Point(1, 2), new Point(1, 2)]);
        session.Fire().Should().Be(2);
    }

    [Fact]
    public void Query_gives_the_facts_of_a_type_and_its_derived_types_in_insertion_order()
    {
        var session = Harness.Session<Anyone>(new Person("Ann"), new Town("A"), new Person("Bob"));

        session.Query<Person>().Select(p => p.Name).Should().Equal("Ann", "Bob");
        session.Query<object>().Should().HaveCount(3);
    }

    [Fact]
    public void Events_tell_what_happens_in_a_session_and_the_factory_hears_all_sessions()
    {
        var factory = Harness.Compile(typeof(AnyVersion));
        var log = new List<string>();
        factory.Events.FactInsertingEvent += (_, e) => log.Add($"inserting {e.Fact.Value}");
        factory.Events.FactInsertedEvent += (_, e) => log.Add($"inserted {e.Fact.Value}");
        factory.Events.FactUpdatedEvent += (_, e) => log.Add($"updated {e.Fact.Value}");
        factory.Events.FactRetractedEvent += (_, e) => log.Add($"retracted {e.Fact.Value}");
        factory.Events.ActivationCreatedEvent += (_, e) => log.Add($"created {e.Match.Trigger}");
        factory.Events.ActivationUpdatedEvent += (_, e) => log.Add($"updated {e.Match.Trigger}");
        factory.Events.ActivationDeletedEvent += (_, e) => log.Add($"deleted {e.Match.Trigger}");
        factory.Events.RuleFiringEvent += (_, e) => log.Add($"firing {e.Match.Trigger}");
        factory.Events.RuleFiredEvent += (_, e) => log.Add($"fired {e.Rule.Name}");
        var session = factory.CreateSession();

        session.Insert(new Version(1, "a"));
        session.Fire();
        session.Update(new Version(1, "b"));
        session.Retract(new Version(1, "c"));

        log.Should().Equal(
            "inserting 1 a", "created Created", "inserted 1 a",
            "firing Created", "fired any version", "inserting 1 a", "inserted 1 a",
            "updated Updated", "updated 1 b",
            "deleted Removed", "retracted 1 b", "retracted 1 a");
    }

    [Fact]
    public void A_session_can_be_prepared_before_rules_without_facts_match()
    {
        var created = 0;
        Harness.Compile(typeof(NoFacts)).CreateSession(s => s.Events.ActivationCreatedEvent += (_, _) => created++);

        created.Should().Be(1);
    }

    private static void Nothing() { }

    private record Point(int X, int Y);

    private sealed record Twin(int X, int Y);

    private sealed record Version(int Id, string Text) : IIdentityProvider
    {
        public object GetIdentity() => Id;

        public override string ToString() => $"{Id} {Text}";
    }

    private sealed class Anyone : Rule
    {
        public override void Define()
        {
            When().Match<Person>();
            Then().Do(_ => Nothing());
        }
    }

    private sealed class AnyPoint : Rule
    {
        public override void Define()
        {
            When().Match<Point>();
            Then().Do(_ => Nothing());
        }
    }

    [Name("any version")]
    private sealed class AnyVersion : Rule
    {
        public override void Define()
        {
            Version version = null!;

            When().Match(() => version);
            Then().Yield(_ => new Note(version.ToString()));
        }
    }

    private sealed class NoFacts : Rule
    {
        public override void Define()
        {
            When().Not<Person>();
            Then().Do(_ => Nothing());
        }
    }
}
