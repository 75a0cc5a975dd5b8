using System.Reflection;
using System.Text;
using GraphQLEngine.Http;
using Microsoft.Extensions.Time.Testing;
using static GraphQLEngine.Tests.Hardening.AttackSchema;
using static GraphQLEngine.Tests.Http.HandlerTests;

namespace GraphQLEngine.Tests.Hardening;

/// <summary>Each limit can be set: what is just within runs, what is just above is refused, and the same schema answers afterwards.</summary>
public class LimitTests
{
    private sealed record Case(Limits Limits, string Within, string Above, string Code = ErrorCodes.LimitExceeded);

    private const string Ok = """{"data":""";

    private static readonly Dictionary<string, Case> Cases = new()
    {
        [nameof(Limits.MaxTokens)] = new(new Limits { MaxTokens = 10 }, "{ plan { id id id id } }", "{ plan { id id id id id id } }"),
        [nameof(Limits.MaxNesting)] = new(new Limits { MaxNesting = 3 }, "{ plan { parent { id } } }", "{ plan { parent { parent { id } } } }"),
        [nameof(Limits.MaxFields)] = new(new Limits { MaxFields = 5 }, "{ plan { id id id id } }", "{ plan { id id id id id } }"),
        [nameof(Limits.MaxDepth)] = new(new Limits { MaxDepth = 3 }, "{ plan { parent { id } } }", "{ plan { parent { parent { id } } } }"),
        [nameof(Limits.MaxDirectives)] = new(new Limits { MaxDirectives = 2 }, "{ plan @skip(if: false) { id @skip(if: false) } }", "{ plan @skip(if: false) { id @skip(if: false) a: id @skip(if: false) } }"),
        [nameof(Limits.MaxDirectivesPerLocation)] = new(new Limits { MaxDirectivesPerLocation = 1 }, "{ plan @skip(if: false) { id } }", "{ plan @skip(if: false) @include(if: true) { id } }"),
        [nameof(Limits.MaxAliases)] = new(new Limits { MaxAliases = 2 }, "{ plan { a: id b: id } }", "{ plan { a: id b: id c: id } }"),
        [nameof(Limits.MaxRootFieldAliases)] = new(new Limits { MaxRootFieldAliases = 2 }, "{ a: plan { id } b: plan { id } plan { id } }", "{ a: plan { id } b: plan { id } c: plan { id } }"),
        [nameof(Limits.MaxCoordinateRepeats)] = new(new Limits { MaxCoordinateRepeats = 1 }, "{ plan { parent { id } } }", "{ plan { parent { parent { id } } } }"),
        [nameof(Limits.CoordinateRepeats)] = new(
            new Limits { CoordinateRepeats = new Dictionary<string, int> { ["Plan.parent"] = 4, ["Link"] = 1 } },
            "{ plan { parent { parent { parent { parent { superiors { plan { id } } } } } } } }",
            "{ plan { superiors { plan { superiors { plan { id } } } } } }"),
        [nameof(Limits.MaxIntrospectionListNesting)] = new(new Limits { MaxIntrospectionListNesting = 0 }, "{ __schema { queryType { name } } }", "{ __schema { types { name } } }"),
        [nameof(Limits.MaxOfTypeNesting)] = new(new Limits { MaxOfTypeNesting = 1 }, "{ __type(name: \"Plan\") { ofType { name } } }", "{ __type(name: \"Plan\") { ofType { ofType { name } } } }"),
        [nameof(Limits.MaxFragmentVisits)] = new(new Limits { MaxFragmentVisits = 2 }, "{ plan { ...F ...F } } fragment F on Plan { id }", "{ plan { ...F ...F ...F } } fragment F on Plan { id }"),
        [nameof(Limits.MaxFieldComparisons)] = new(new Limits { MaxFieldComparisons = 10 }, "{ plan { id } plan { id } }", "{ plan { id } plan { id } plan { id } plan { id } }"),
        [nameof(Limits.MaxValidationErrors)] = new(new Limits { MaxValidationErrors = 1 }, "{ plan { id } }", "{ a b }", ErrorCodes.ValidationFailed),
        [nameof(Limits.MaxNodes)] = new(new Limits { MaxNodes = 20 }, "{ plans(first: 20) { nodes { id } } }", "{ plans(first: 21) { nodes { id } } }", ErrorCodes.CostLimitExceeded),
        [nameof(Limits.MaxFieldCost)] = new(new Limits { MaxFieldCost = 3 }, "{ plan { parent { parent { id } } } }", "{ plan { parent { parent { parent { id } } } } }", ErrorCodes.CostLimitExceeded),
        [nameof(Limits.MaxTypeCost)] = new(new Limits { MaxTypeCost = 21 }, "{ plans(first: 20) { nodes { id } } }", "{ plans(first: 21) { nodes { id } } }", ErrorCodes.CostLimitExceeded),
    };

    public static TheoryData<string> Names() => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_limit_allows_what_is_within_and_refuses_what_is_above(string name)
    {
        var (limits, within, above, code) = Cases[name];
        var schema = Build(limits);
        schema.ExecuteToJson(within).Should().StartWith(Ok);
        Attack(schema, above).Code.Should().Be(code);
        Build(Limits.None).ExecuteToJson(above == "{ a b }" ? within : above).Should().StartWith(Ok, "the limits are off");
    }

    [Fact, Trait("Limit", nameof(Limits.MaxBodyBytes))]
    public void A_body_above_its_limit_is_413_and_is_not_read()
    {
        var schema = Build(new Limits { MaxBodyBytes = 100 });
        var handler = new GraphQLHttpHandler(schema);
        Send(handler, Padded(100)).Should().Be((200, """{"data":{"plan":{"id":"1"}}}"""));
        var preparations = schema.Executor.Preparations;
        Send(handler, Padded(101)).Should().Be((413, """{"errors":[{"message":"The request must not be larger than 100 bytes.","extensions":{"code":"LIMIT_EXCEEDED"}}]}"""));
        schema.Executor.Preparations.Should().Be(preparations);
        Send(handler, Padded(100)).Status.Should().Be(200);
    }

    [Fact, Trait("Limit", nameof(Limits.MaxNesting))]
    public void Variables_are_bound_by_nesting_too()
    {
        var handler = new GraphQLHttpHandler(Build());
        var deep = "{\"query\":\"{ plan { id } }\",\"variables\":{\"a\":" + Repeat("[", 100_000) + Repeat("]", 100_000) + "}}";
        Send(handler, deep).Should().Be((400, """{"errors":[{"message":"The JSON is nested deeper than 64 levels.","extensions":{"code":"LIMIT_EXCEEDED"}}]}"""));
        Send(handler, """{"query":"{ plan { id } }"}""").Status.Should().Be(200);
    }

    [Theory, Trait("Limit", nameof(Limits.Timeout))]
    [InlineData(6.9, """{"data":{"one":1,"slow":1}}""")]
    [InlineData(7.0, """{"data":null,"errors":[{"message":"The operation was stopped because it took too long.","extensions":{"code":"TIMEOUT"}}]}""")]
    public void An_operation_that_takes_too_long_is_stopped_and_the_next_one_runs(double seconds, string expected)
    {
        var time = new FakeTimeProvider();
        var schema = TestSchema.Build("type Query { slow: Int one: Int }", new EngineOptions { TimeProvider = time, Limits = new Limits { Timeout = TimeSpan.FromSeconds(7) } }, typeof(SlowFields));
        var services = new TestServices(time, new SlowFields.Duration(TimeSpan.FromSeconds(seconds)));
        schema.ExecuteToJson("{ one slow }", services: services).Should().Be(expected);
        schema.ExecuteToJson("{ one }", services: services).Should().Be("""{"data":{"one":1}}""");
    }

    [Resolves("Query")]
    internal static class SlowFields
    {
        public sealed record Duration(TimeSpan Time);

        public static int? One() => 1;

        public static int? Slow([Service] FakeTimeProvider time, [Service] Duration duration, CancellationToken stop)
        {
            time.Advance(duration.Time);
            stop.ThrowIfCancellationRequested();
            return 1;
        }
    }

    [Fact]
    public void Every_limit_has_its_test()
    {
        var tested = typeof(LimitTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Limit").Select(trait => trait.Value).Concat(Cases.Keys).Distinct();
        tested.Should().BeEquivalentTo(typeof(Limits).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name));
    }

    [Fact]
    public void An_exception_for_a_coordinate_that_is_not_there_is_a_fault_at_start_up()
    {
        var build = () => Build(new Limits { CoordinateRepeats = new Dictionary<string, int> { ["Plan.parents"] = 8, ["Plan"] = 3, ["Nope"] = 1, ["Plan.parent"] = 2 } });
        build.Should().Throw<SchemaException>().Which.Faults.Should().Equal(
            "Plan.parents: Limits.CoordinateRepeats names it, but the schema has no type with fields and no field of this name.",
            "Nope: Limits.CoordinateRepeats names it, but the schema has no type with fields and no field of this name.");
    }

    private static (int Status, string Body) Send(GraphQLHttpHandler handler, string body)
    {
        using var response = handler.Handle(Post(body));
        return (response.Status, Encoding.UTF8.GetString(response.Body.Span));
    }

    private static string Padded(int length) => """{"query":"{ plan { id } }"}""".PadRight(length);
}
