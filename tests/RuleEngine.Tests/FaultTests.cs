namespace RuleEngine.Tests;

/// <summary>A condition that throws leaves the session as it was before the call, whatever the call and wherever the condition.</summary>
public class FaultTests
{
    public static TheoryData<string, string> Cases()
    {
        string[] places = ["alpha", "join", "not", "exists", "all", "collect", "group", "let", "having"];
        var cases = new TheoryData<string, string>();
        foreach (var place in places)
            foreach (var call in (string[])["Insert", "InsertAll", "Update", "UpdateAll", "Retract"]) cases.Add(place, call);
        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_condition_that_throws_leaves_everything_as_it_was(string place, string call)
    {
        var (session, shaky) = Prepare(place);
        var before = SessionDigest.Of(session);

        shaky.IsBroken = true;
        var failing = () => Do(call, session, shaky);

        if (call == "Retract")
        {
            failing.Should().NotThrow("what is retracted is not looked at again");
            return;
        }
        failing.Should().Throw<RuleLhsExpressionEvaluationException>().WithInnerException<InvalidOperationException>().WithMessage("broken");
        shaky.IsBroken = false;
        SessionDigest.Of(session).Should().Be(before);
        Do(call, session, shaky);
        session.Fire();
    }

    [Fact]
    public void A_retraction_that_makes_another_condition_throw_leaves_the_fact_in_place()
    {
        var (person, town) = (new Person("Ann", "A"), new Town("A"));
        var session = Harness.Session<LooksAgain>(person, town);
        session.Fire();
        var before = SessionDigest.Of(session);

        session.Invoking(s => s.Retract(town)).Should().Throw<RuleLhsExpressionEvaluationException>();

        SessionDigest.Of(session).Should().Be(before);
        session.Query<Town>().Should().Equal(town);
    }

    [Theory, InlineData("join"), InlineData("not"), InlineData("collect"), InlineData("alpha")]
    public void A_failure_that_a_listener_handles_counts_as_not_satisfied(string place)
    {
        var (session, shaky) = Prepare(place);
        session.Events.LhsExpressionFailedEvent += (_, e) => e.IsHandled = true;

        shaky.IsBroken = true;
        session.Update(shaky);
        session.Fire();

        session.Query<Shaky>().Should().Contain(shaky);
    }

    private static (ISession, Shaky) Prepare(string place)
    {
        var session = new RuleCompiler().Compile([new RuleDefinitionFactory().Create(new ShakyRule(place))]).CreateSession();
        var shaky = new Shaky { Id = 1 };
        session.InsertAll([new Person("Ann", age: 1), shaky, new Shaky { Id = 2 }]);
        session.Fire();
        return (session, shaky);
    }

    private static void Do(string call, ISession session, Shaky shaky)
    {
        switch (call)
        {
            case "Insert": session.Insert(new Shaky { Id = 1, IsBroken = shaky.IsBroken }); break;
            case "InsertAll": session.InsertAll([new Shaky { Id = 2 }, new Shaky { Id = 1, IsBroken = shaky.IsBroken }]); break;
            case "Update": session.Update(shaky); break;
            case "UpdateAll": session.UpdateAll([session.Query<Person>().Single(), shaky]); break;
            default: session.Retract(shaky); break;
        }
    }

    private sealed class Shaky
    {
        public int Id { get; init; }
        public bool IsBroken { get; set; }
        public bool IsSound => IsBroken ? throw new InvalidOperationException("broken") : true;
        public int Size => IsSound ? Id : 0;
    }

    private sealed class ShakyRule(string place) : Rule
    {
        public override void Define()
        {
            Person person = null!;
            Shaky shaky = null!;
            IEnumerable<Shaky> many = null!;
            IGrouping<int, Shaky> group = null!;
            int size = 0;

            var when = When().Match(() => person);
            _ = place switch
            {
                "alpha" => when.Match<Shaky>(s => s.IsSound),
                "join" => when.Match<Shaky>(s => s.Id == person.Age && s.IsSound),
                "not" => when.Not<Shaky>(s => s.Id == person.Age && !s.IsSound),
                "exists" => when.Match(() => shaky).Exists<Person>(p => p.Age == 1 && shaky.IsSound),
                "all" => when.All<Shaky>(s => s.Id >= person.Age, s => s.IsSound),
                "collect" => when.Query(() => many, q => q.Match<Shaky>(s => s.Id >= person.Age).Where(s => s.IsSound).Collect()),
                "group" => when.Query(() => group, q => q.Match<Shaky>().GroupBy(s => s.Size)),
                "let" => when.Match(() => shaky).Let(() => size, () => shaky.Size),
                _ => when.Match(() => shaky).Having(() => shaky.IsSound),
            };
            Then().Yield(_ => new Note(person.Name));
        }
    }

    private sealed class LooksAgain : Rule
    {
        public override void Define()
        {
            Person person = null!;
            IEnumerable<Town> towns = null!;

            When()
                .Match(() => person)
                .Query(() => towns, q => q.Match<Town>(t => t.Name == person.City).Collect())
                .Having(() => towns.First().Size >= 0);
            Then().Yield(_ => new Note(person.Name));
        }
    }
}
