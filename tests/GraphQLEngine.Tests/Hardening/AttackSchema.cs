using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using GraphQLEngine.Execution;

namespace GraphQLEngine.Tests.Hardening;

/// <summary>A schema to attack, and what became of an attack: how it was refused, what work it caused, how much memory it took.</summary>
internal static class AttackSchema
{
    private const string Sdl = """
        type Query { plan(id: ID): Plan plans(first: Int, last: Int): Plans! @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes"]) find(filter: Filter, ids: [ID!]): Int }
        type Plans { nodes: [Plan!]! }
        type Plan { id: ID! parent: Plan superiors: [Link!]! children(first: Int): [Plan!]! @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false, assumedSize: 10) }
        type Link { plan: Plan! }
        type Subscription { changed: Plan! }
        input Filter { text: String year: Int and: [Filter!] }
        """;

    // Of this test alone: others run at the same time.
    private static readonly AsyncLocal<StrongBox<int>?> Calls = new();

    public record Plan(string Id)
    {
        public Plan? Parent => null;
        public Link[] Superiors => [];
    }

    public record Link(Plan Plan);

    public record Plans(Plan[] Nodes);

    public record Filter(string? Text, int? Year, Filter[]? And);

    [Resolves("Query")]
    public static class QueryFields
    {
        public static Plan Plan(string? id)
        {
            Called();
            return new Plan(id ?? "1");
        }

        public static Plans Plans(int? first, int? last)
        {
            Called();
            return new([new Plan("1")]);
        }

        public static int? Find(Filter? filter, string[]? ids)
        {
            Called();
            return ids?.Length;
        }
    }

    [Resolves("Plan")]
    public static class PlanFields
    {
        public static Plan[] Children(Plan plan, int? first) => [];
    }

    [Resolves("Subscription")]
    public static class SubscriptionFields
    {
        public static async IAsyncEnumerable<Plan> Changed()
        {
            await Task.Yield();
            yield return new Plan("1");
        }
    }

    public sealed record Refused(string Code, string Message, int Errors, long ResponseBytes, PreparationWork Work)
    {
        public string WorkDone => $"{Work.Tokens} tokens, {Work.FieldComparisons} comparisons, {Work.FragmentVisits} spreads, {Work.FieldVisits} fields";
    }

    public static Schema Build(Limits? limits = null, TimeProvider? time = null) => TestSchema.Build(
        Sdl, new EngineOptions { Limits = limits ?? new Limits(), TimeProvider = time ?? TimeProvider.System }, typeof(QueryFields), typeof(PlanFields), typeof(SubscriptionFields));

    public static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static string Each(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));

    /// <summary>Sends an attack and expects a request error, no resolver called, less than 16 MB allocated, and the same schema answering afterwards.</summary>
    public static Refused Attack(Schema schema, string query, string? variables = null)
    {
        // Once before, small: what is compiled and loaded by the first request is not the attack's.
        schema.ExecuteToJson("{ plan { id } nope }");
        Calls.Value = new StrongBox<int>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var json = schema.ExecuteToJson(query, variables);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.Should().BeLessThan(16_000_000);
        Calls.Value.Value.Should().Be(0, "no resolver may run");
        IsAlive(schema);
        using var answer = JsonDocument.Parse(json);
        answer.RootElement.TryGetProperty("data", out _).Should().BeFalse(json);
        var errors = answer.RootElement.GetProperty("errors").EnumerateArray().ToList();
        var work = schema.Executor.Prepare(Encoding.UTF8.GetBytes(query), hints: true).Work;
        return new Refused(errors[^1].GetProperty("extensions").GetProperty("code").GetString()!, errors[^1].GetProperty("message").GetString()!, errors.Count, json.Length, work);
    }

    private static void Called()
    {
        if (Calls.Value is { } calls)
            Interlocked.Increment(ref calls.Value);
    }

    public static void IsAlive(Schema schema) =>
        schema.ExecuteToJson("{ plan { id } }").Should().Be("""{"data":{"plan":{"id":"1"}}}""", "the schema must answer afterwards");
}
