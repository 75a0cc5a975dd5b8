namespace RuleEngine.Tests;

public class FurtherPatternTests
{
    [Fact]
    public void Or_with_both_branches_true_fires_twice()
    {
        var session = Harness.Session<YoungOrLocal>(new Person("Ann", "A", 10), new Person("Bob", "B", 10), new Person("Cid", "A", 50), new Person("Dan", "B", 50));

        session.Firings().Should().BeEquivalentTo("Ann", "Ann", "Bob", "Cid");
    }

    [Fact]
    public void From_queries_a_value_of_an_earlier_alias()
    {
        var town = new Town("abc");
        var session = Harness.Session<Letters>(town);
        session.Fire();
        session.Notes().Should().Equal("a", "b", "c");

        town.Name = "bcd";
        session.Update(town);
        session.Fire();
        session.Notes().Should().Equal("b", "c", "d");
    }

    [Fact]
    public void SelectMany_flattens_and_ToLookup_keeps_its_keys()
    {
        var ann = new Person("Ann", "AB");
        var session = Harness.Session<ByLetter>(ann, new Person("Bob", "B"));
        session.Fire();
        session.Notes().Should().Equal("A:A B:BB C:0");

        ann.City = "C";
        session.Update(ann);
        session.Fire();
        session.Notes().Should().Equal("B:B C:1");
    }

    [Fact]
    public void Sorted_collections_sort_by_several_keys()
    {
        var session = Harness.Session<Sorted>(
            new Person("Ann", "B", 1), new Person("Bob", "A", 1), new Person("Cid", "A", 2), new Person("Dan", "B", 2));
        session.Fire();

        session.Notes().Should().Equal("Cid Bob Dan Ann");
    }

    [Fact]
    public void A_lookup_of_no_facts_is_empty_and_matches()
    {
        var session = Harness.Session<ByLetter>();
        session.Fire();

        session.Notes().Should().Equal(" C:0");
    }

    [Fact]
    public void A_dependency_is_resolved_when_an_action_reads_it()
    {
        var session = Harness.Session<Greets>(new Person("Ann"));
        session.Invoking(s => s.Fire()).Should().Throw<RuleRhsExpressionEvaluationException>()
            .WithMessage("An action of the rule greets failed. The rule greets asks for RuleEngine.Tests.FurtherPatternTests+Greeting, and the session has no dependency resolver.");

        session.DependencyResolver = new Resolver();
        session.Insert(new Person("Bob"));
        session.Fire();
        session.Notes().Should().Equal("Hello Bob", "Hello Bob");
    }

    [Fact]
    public void An_interceptor_runs_around_the_actions()
    {
        var session = Harness.Session<Greets>(new Person("Ann"));
        session.DependencyResolver = new Resolver();
        var interceptor = new Interceptor();
        session.ActionInterceptor = interceptor;
        session.Fire();

        interceptor.Log.Should().Equal("Activated Ann", "Activated Ann");
        session.Notes().Should().Equal("Hello Ann");
    }

    [Fact]
    public void Agenda_filters_keep_matches_from_firing()
    {
        var session = Harness.Session(typeof(YoungOrLocal), typeof(Letters));
        session.Agenda.AddFilter(new Refuse("Ann"));
        session.Agenda.AddFilter(Harness.Definitions(typeof(Letters)).Single(), new Refuse("Bob"));
        session.InsertAll([new Person("Ann", "B", 1), new Person("Bob", "B", 1)]);

        session.Firings().Should().Equal("Bob");
    }

    [Fact]
    public void Action_triggers_choose_when_an_action_runs()
    {
        var ann = new Person("Ann");
        var session = Harness.Session<Triggers>(ann);
        Triggers.Log.Clear();
        session.Fire();
        session.Update(ann);
        session.Fire();
        session.Retract(ann);
        session.Fire();

        Triggers.Log.Should().Equal("on", "again", "off");
    }

    [Fact]
    public void Equal_steps_of_two_rules_share_their_nodes()
    {
        var one = (SessionFactory)Harness.Compile(typeof(Letters));
        var both = (SessionFactory)Harness.Compile(typeof(Letters), typeof(SameLetters));

        both.Network.NodeCount.Should().Be(one.Network.NodeCount + 1, "only the end of the second rule is new");
    }

    private static void Nothing() { }

    private sealed class Greeting
    {
        public string Text { get; } = "Hello";
    }

    private sealed class Resolver : IDependencyResolver
    {
        public object Resolve(IResolutionContext context, Type serviceType) => Activator.CreateInstance(serviceType)!;
    }

    private sealed class Interceptor : IActionInterceptor
    {
        public List<string> Log { get; } = [];

        public void Intercept(IContext context, IReadOnlyCollection<IActionInvocation> actions)
        {
            foreach (var action in actions) Log.Add($"{action.Trigger} {string.Join(" ", action.Arguments)}");
            actions.First().Invoke();
        }
    }

    private sealed class Refuse(string name) : IAgendaFilter
    {
        public bool Accept(IMatch match) => match.Facts.First().Value!.ToString() != name;
    }

    private sealed class YoungOrLocal : Rule
    {
        public override void Define()
        {
            Person person = null!;

            When().Or(or => or
                .And(and => and.Match(() => person, p => p.Age < 18))
                .Match(() => person, p => p.City == "A"));
            Then().Do(_ => Nothing());
        }
    }

    private sealed class Letters : Rule
    {
        public override void Define()
        {
            Town town = null!;
            var letter = ' ';

            When()
                .Match(() => town)
                .Query(() => letter, q => q.From(() => town.Name!).SelectMany(name => name.ToCharArray()));
            Then()
                .Yield(_ => new Note(letter.ToString()));
        }
    }

    private sealed class SameLetters : Rule
    {
        public override void Define()
        {
            Town place = null!;
            var sign = ' ';

            When()
                .Match(() => place)
                .Query(() => sign, q => q.From(() => place.Name!).SelectMany(text => text.ToCharArray()));
            Then()
                .Yield(_ => new Note(sign.ToString()));
        }
    }

    private sealed class ByLetter : Rule
    {
        public override void Define()
        {
            IKeyedLookup<char, char> letters = null!;

            When()
                .Query(() => letters, q => q.Match<Person>().SelectMany(p => p.City!.ToCharArray()).Collect().ToLookup(c => c));
            Then()
                .Yield(_ => new Note($"{string.Join(" ", letters.Keys.Select(k => $"{k}:{string.Concat(letters[k])}").Where(x => x[0] != 'C'))} C:{(letters.Contains('C') ? letters['C'].Count() : 0)}"));
        }
    }

    private sealed class Sorted : Rule
    {
        public override void Define()
        {
            IEnumerable<Person> people = null!;

            When()
                .Query(() => people, q => q.Match<Person>().Collect().OrderBy(p => p.City).ThenByDescending(p => p.Age));
            Then()
                .Yield(_ => new Note(string.Join(" ", people)));
        }
    }

    [Name("greets")]
    private sealed class Greets : Rule
    {
        public override void Define()
        {
            Person person = null!;
            Greeting greeting = null!;

            Dependency().Resolve(() => greeting);
            When().Match(() => person);
            Then()
                .Yield(_ => new Note($"{greeting.Text} {person}"))
                .Yield(c => new Note($"{c.Resolve<Greeting>().Text} {person}"));
        }
    }

    private sealed class Triggers : Rule
    {
        public static List<string> Log { get; } = [];

        public override void Define()
        {
            When().Match<Person>();
            Then()
                .Action(_ => Log.Add("on"), ActionTrigger.Activated)
                .Action(_ => Log.Add("again"), ActionTrigger.Reactivated)
                .Undo(_ => Log.Add("off"));
        }
    }
}
