namespace GraphQLEngine.Tests.Binding;

/// <summary>What does not fit is named at start-up, all at once, each with its schema coordinate.</summary>
public class FaultTests
{
    private const string Sdl = """
        type Query { plan(id: ID!, year: Int, kind: Kind = NEW): Plan missing: Int plans: [Plan!]! extra(a: Int): Int later: Int filter(f: Filter): Int }
        type Plan { id: ID! title: String! count: Int! tags: [String] kind: Kind }
        enum Kind { NEW IN_FORCE }
        input Filter { text: String! year: Int }
        interface Node { id: ID! }
        type Orphan implements Node { id: ID! }
        scalar Date
        """;

    public enum Kind { New }

    public enum FullKind { New, InForce }

    public record Plan(int Id, string Title, int? Count, int Tags, Kind? Kind);

    public record Filter(string Text);

    [Resolves("Query")]
    public static class QueryFields
    {
        public static Plan? Plan(string id, int year, FullKind kind) => null;
        public static IReadOnlyList<int> Plans() => [];
        public static int? Extra(int? b) => b;
        public static Task<int> Later() => Task.FromResult(1);
        public static int? Filter(Filter? f) => null;
        public static int Nowhere() => 0;
    }

    [Resolves("Agency")]
    public static class AgencyFields;

    [Resolves("Plan")]
    public static class PlanFields
    {
        public static string Title(string notAPlan) => "";
    }

    [Fact]
    public void Every_fault_is_named_with_its_coordinate() =>
        TestSchema.FaultsOf(Sdl, typeof(QueryFields), typeof(AgencyFields), typeof(PlanFields)).Should().Equal(
            "Date: the scalar has no coercion; use binding.Scalar(...).",
            "Query.nowhere: QueryFields.Nowhere resolves it, but the SDL has no such field; make the method private if it is no resolver.",
            "Agency: AgencyFields has resolvers for it, but the SDL has no object type of this name.",
            "Query.plan(year:): is nullable, but int takes no null; use int?.",
            "Query.missing: nothing resolves it: no class marked [Resolves(\"Query\")] has a method Missing.",
            "Query.plans: IReadOnlyList<int> does not fit the type [Plan!]!.",
            "Query.extra: has no argument \"b\", which QueryFields.Extra takes; mark it [Service] if it is one.",
            "Query.extra(a:): QueryFields.Extra has no parameter for it.",
            "Query.later: Task<int> does not fit the type Int.",
            "Filter.year: Filter has no property for it.",
            "Plan.title: the parent is Plan, which PlanFields.Title does not take as string.",
            "Plan.count: is non-null, but int? can be null.",
            "Plan.tags: int does not fit the type [String].",
            "Orphan: no CLR type is bound to it and no field returns one; use binding.Type<T>(\"Orphan\").");

    [Fact]
    public void Faults_of_hand_made_bindings_are_named_too()
    {
        var build = () => TestSchema.Build("type Query { a(x: Int): Int }", binding => binding
            .Type<string>("Nope").Type<int>("Query").Type<long>("Query").Scalar(new Execution.ScalarTests.EvenScalar()).Resolvers(typeof(string))
            .Argument<int>("Query.b(x:)", _ => null).Argument<string>("Query.a(x:)", _ => null).Resolvers(typeof(AQuery)));
        build.Should().Throw<SchemaException>().Which.Faults.Should().Equal(
            "Query is bound twice, to Int32 and to Int64.",
            "String has resolvers but no [Resolves(\"TypeName\")].",
            "Even: a scalar is bound, but the SDL defines none of this name.",
            "Nope: is bound to String, but the SDL has no object type, interface or union of this name.",
            "Query: is bound to Int32, but a root type has no values.",
            "Query.b(x:): an argument validator is bound, but the SDL has no such argument on an object type.",
            "Query.a(x:): its validator takes string, but its resolver takes int?.");
    }

    [Resolves("Query")]
    public static class AQuery
    {
        public static int A(int? x) => 0;
    }

    [Fact]
    public void A_subscription_field_returns_a_stream_and_no_other_field_does()
    {
        TestSchema.FaultsOf("type Query { a: Int } type Subscription { b: Int }", typeof(StreamQuery), typeof(NoStream)).Should().Equal(
            "Query.a: returns a stream, which only a field of the subscription type may; Query is none.",
            "Subscription.b: is a field of the subscription type and so must return IAsyncEnumerable<T>, not int.");
    }

    [Resolves("Query")]
    public static class StreamQuery
    {
        public static IAsyncEnumerable<int>? A() => null;
    }

    [Resolves("Subscription")]
    public static class NoStream
    {
        public static int B() => 0;
    }
}
