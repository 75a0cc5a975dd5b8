namespace RuleEngine.Tests;

/// <summary>The seven traps of indexing joins by hash code.</summary>
public class IndexTrapTests
{
    [Fact]
    public void Trap_1_the_whole_condition_runs_on_every_hit_of_the_index()
    {
        var session = Harness.Session<OlderInSameCity>(new Person("Ann", "A", 30), new Person("Bob", "A", 20), new Person("Cid", "B", 10));

        session.Firings().Should().Equal("Bob Ann");
    }

    [Fact]
    public void Trap_1_an_int_key_meets_a_nullable_one()
    {
        var session = Harness.Session<SameAgeAsBoss>(
            new Person("Ann", age: 30), new Person("Bob", age: 1) { BossAge = 30 }, new Person("Cid", age: 2));

        session.Firings().Should().Equal("Bob Ann");
    }

    [Fact]
    public void Trap_2_a_null_meets_a_null_but_never_a_value()
    {
        var session = Harness.Session<SameCity>(new Person("Nix"), new Town(null), new Town(""), new Person("Ann", ""));

        session.Firings().Should().BeEquivalentTo("Nix nowhere", "Ann ");
    }

    [Fact]
    public void Trap_2_not_a_number_equals_nothing_and_both_zeros_are_equal()
    {
        var session = Harness.Session<SameWeight>(
            new Left(double.NaN), new Left(0.0), new Right(double.NaN), new Right(-0.0), new Right(1));

        session.Firings().Should().Equal("0 -0");
    }

    [Fact]
    public void Trap_2_a_class_without_an_operator_is_compared_by_reference()
    {
        var (one, twin) = (new SaysEqual(1), new SaysEqual(1));
        var session = Harness.Session<SameObject>(new Holder<SaysEqual>("x", one), new Wanted<SaysEqual>("y", twin), new Wanted<SaysEqual>("z", one));

        session.Firings().Should().Equal("x z");
    }

    [Fact]
    public void Trap_2_an_operator_written_by_hand_is_obeyed_although_its_hash_codes_disagree()
    {
        var session = Harness.Session<SameParity>(new Holder<Parity>("3", new(3)), new Wanted<Parity>("5", new(5)), new Wanted<Parity>("4", new(4)));

        session.Firings().Should().Equal("3 5");
    }

    [Fact]
    public void Records_record_structs_enums_and_members_of_tuples_are_keys()
    {
        Harness.Session<SameCode>(new Holder<Code>("a", new("X")), new Wanted<Code>("b", new("X")), new Wanted<Code>("c", new("Y")))
            .Firings().Should().Equal("a b");
        Harness.Session<SameId>(new Holder<Id>("a", new(1)), new Wanted<Id>("b", new(1)), new Wanted<Id>("c", new(2)))
            .Firings().Should().Equal("a b");
        Harness.Session<SameMaybeId>(new Holder<Id?>("a", new Id(1)), new Holder<Id?>("n", null), new Wanted<Id?>("b", new Id(1)), new Wanted<Id?>("c", null))
            .Firings().Should().BeEquivalentTo("a b", "n c");
        Harness.Session<SameDay>(new Holder<DayOfWeek>("a", DayOfWeek.Friday), new Wanted<DayOfWeek>("b", DayOfWeek.Friday), new Wanted<DayOfWeek>("c", DayOfWeek.Monday))
            .Firings().Should().Equal("a b");
        Harness.Session<SamePair>(new Holder<(int, string)>("a", (1, "x")), new Wanted<(int, string)>("b", (1, "x")), new Wanted<(int, string)>("c", (1, "y")))
            .Firings().Should().Equal("a b");
    }

    [Fact]
    public void Trap_3_a_fact_that_changed_is_found_in_its_old_bucket()
    {
        var (ann, a) = (new Person("Ann", "A"), new Town("A"));
        var session = Harness.Session<SameCity>(ann, a);
        session.Fire();

        (ann.City, a.Name) = ("B", "B");
        session.Retract(ann);
        session.Update(a);
        session.Insert(new Person("Bob", "A"));
        session.Insert(new Person("Cid", "B"));

        session.Firings().Should().Equal("Cid B");
    }

    [Fact]
    public void Trap_4_a_key_that_throws_is_an_error_only_when_a_partner_exists()
    {
        var session = Harness.Session<SameLength>(new Person("Nix"));

        var insert = () => session.Insert(new Town("A"));

        insert.Should().Throw<RuleLhsExpressionEvaluationException>()
            .WithMessage("The condition 't => t.Name.Length == person.City.Length' failed. Object reference not set to an instance of an object.")
            .WithInnerException<NullReferenceException>();
    }

    [Fact]
    public void Trap_4_a_fact_whose_key_throws_is_an_error_only_when_a_partner_exists()
    {
        var session = Harness.Session<SameLength>(new Town(null));

        var insert = () => session.Insert(new Person("Ann", "A"));

        insert.Should().Throw<RuleLhsExpressionEvaluationException>();
    }

    [Theory, InlineData(typeof(Joined)), InlineData(typeof(Exists)), InlineData(typeof(Collected))]
    public void Trap_5_every_kind_of_pattern_is_indexed_in_both_directions(Type rule)
    {
        var session = Harness.Session(rule);
        var evaluated = 0;
        session.InsertAll(Enumerable.Range(0, 100).Select(i => new Left(i)));
        session.InsertAll(Enumerable.Range(0, 100).Select(i => new Right(i)));
        session.Events.LhsExpressionEvaluatedEvent += (_, _) => evaluated++;

        session.Insert(new Left(7.5));
        session.Insert(new Right(8.5));
        evaluated.Should().Be(0, "no partner has the key");

        session.Insert(new Left(8.5));
        session.Insert(new Right(7.5));
        evaluated.Should().BeInRange(1, 4, "only partners with the key are looked at");
    }

    [Fact]
    public void Trap_6_a_change_elsewhere_does_not_touch_the_rows_of_a_collection()
    {
        var session = Harness.Session<Collected>();
        session.InsertAll(Enumerable.Range(0, 100).Select(i => new Left(i)));
        session.InsertAll(Enumerable.Range(0, 100).Select(i => new Right(i)));
        session.Fire();
        var evaluated = 0;
        session.Events.LhsExpressionEvaluatedEvent += (_, _) => evaluated++;

        session.Insert(new Right(3));

        evaluated.Should().Be(1);
        session.Firings().Should().HaveCount(1);
    }

    [Fact]
    public void Trap_7_pairs_the_index_rules_out_raise_no_evaluation_event()
    {
        var session = Harness.Session<SameCity>(new Person("Ann", "A"), new Person("Bob", "B"));
        var arguments = new List<string>();
        session.Events.LhsExpressionEvaluatedEvent += (_, e) => arguments.Add($"{string.Join(" ", e.Arguments)} {e.Result}");

        session.Insert(new Town("A"));

        arguments.Should().Equal("Ann A True");
    }

    private sealed record Left(double Value)
    {
        public override string ToString() => Value.ToString();
    }

    private sealed class Right(double value)
    {
        public double Value { get; } = value;

        public override string ToString() => Value.ToString();
    }

    private sealed record Code(string Text);

    private readonly record struct Id(int Number);

    private sealed class Holder<T>(string name, T value)
    {
        public T Value { get; } = value;

        public override string ToString() => name;
    }

    private sealed class Wanted<T>(string name, T value)
    {
        public T Value { get; } = value;

        public override string ToString() => name;
    }

    private sealed class SaysEqual(int number)
    {
        public int Number { get; } = number;

        public override bool Equals(object? obj) => obj is SaysEqual other && other.Number == Number;

        public override int GetHashCode() => Number;
    }

#pragma warning disable CS0660, CS0661 // the hash code disagrees with the operator on purpose
    private readonly struct Parity(int number)
    {
        private int Number { get; } = number;

        public static bool operator ==(Parity x, Parity y) => x.Number % 2 == y.Number % 2;

        public static bool operator !=(Parity x, Parity y) => !(x == y);
    }
#pragma warning restore CS0660, CS0661

    private static void Nothing() { }

    private sealed class OlderInSameCity : Rule
    {
        public override void Define()
        {
            Person one = null!, older = null!;

            When().Match(() => one).Match(() => older, o => o.City == one.City && o.Age > one.Age);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SameAgeAsBoss : Rule
    {
        public override void Define()
        {
            Person person = null!, boss = null!;

            When().Match(() => person).Match(() => boss, b => b.Age == person.BossAge);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SameCity : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person).Match<Town>(t => t.Name == person.City);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SameWeight : Rule
    {
        public override void Define()
        {
            Left left = null!;

            When().Match(() => left).Match<Right>(r => r.Value == left.Value);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SameObject : Rule
    {
        public override void Define()
        {
            Holder<SaysEqual> holder = null!;

            When().Match(() => holder).Match<Wanted<SaysEqual>>(w => w.Value == holder.Value);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SameParity : Rule
    {
        public override void Define()
        {
            Holder<Parity> holder = null!;

            When().Match(() => holder).Match<Wanted<Parity>>(w => w.Value == holder.Value);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SameCode : Rule
    {
        public override void Define()
        {
            Holder<Code> holder = null!;

            When().Match(() => holder).Match<Wanted<Code>>(w => w.Value == holder.Value);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SameId : Rule
    {
        public override void Define()
        {
            Holder<Id> holder = null!;

            When().Match(() => holder).Match<Wanted<Id>>(w => w.Value == holder.Value);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SameMaybeId : Rule
    {
        public override void Define()
        {
            Holder<Id?> holder = null!;

            When().Match(() => holder).Match<Wanted<Id?>>(w => w.Value == holder.Value);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SameDay : Rule
    {
        public override void Define()
        {
            Holder<DayOfWeek> holder = null!;

            When().Match(() => holder).Match<Wanted<DayOfWeek>>(w => w.Value == holder.Value);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SamePair : Rule
    {
        public override void Define()
        {
            Holder<(int Number, string Text)> holder = null!;

            When().Match(() => holder)
                .Match<Wanted<(int Number, string Text)>>(w => w.Value.Number == holder.Value.Number && w.Value.Text == holder.Value.Text);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class SameLength : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Match(() => person).Match<Town>(t => t.Name!.Length == person.City!.Length);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class Joined : Rule
    {
        public override void Define()
        {
            Left left = null!;

            When().Match(() => left).Match<Right>(r => r.Value == left.Value);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class Exists : Rule
    {
        public override void Define()
        {
            Left left = null!;

            When().Match(() => left).Exists<Right>(r => r.Value == left.Value);
            Then().Do(_ => Nothing());
        }
    }

    private sealed class Collected : Rule
    {
        public override void Define()
        {
            Left left = null!;
            IEnumerable<Right> rights = null!;

            When().Match(() => left).Query(() => rights, q => q.Match<Right>(r => r.Value == left.Value).Collect());
            Then().Do(_ => Nothing());
        }
    }
}
