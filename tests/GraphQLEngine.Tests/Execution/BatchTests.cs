namespace GraphQLEngine.Tests.Execution;

public class BatchTests
{
    private const string Sdl = """
        type Query { plans: [Plan!]! nested: [[Plan]] things: [Thing!]! }
        interface Thing { id: Int! owner: Agency }
        type Plan implements Thing { id: Int! owner: Agency leader(upper: Boolean! = false): Agency! slow: Int! parent: Plan children: [Plan!]! }
        type Agency implements Thing { id: Int! owner: Agency head: String! }
        """;

    public record Plan(int Id);

    public record Agency(int Id)
    {
        public Agency? Owner => null;
    }

    public sealed class Log
    {
        public List<string> Calls { get; } = [];
    }

    [Resolves("Query")]
    public static class QueryFields
    {
        public static Plan[] Plans() => [new(1), new(2), new(3)];
        public static Plan?[]?[] Nested() => [[new(1), null], null, [new(2)]];
        public static object[] Things() => [new Plan(1), new Agency(7), new Plan(2)];
    }

    [Resolves("Plan")]
    public sealed class PlanFields(Log log)
    {
        [Batch]
        public IReadOnlyList<Agency> Leader(IReadOnlyList<Plan> plans, bool upper)
        {
            log.Calls.Add($"leader {upper} {string.Join(',', plans.Select(plan => plan.Id))}");
            return [.. plans.Select(plan => new Agency(plan.Id * 10))];
        }

        [Batch]
        public async Task<IReadOnlyList<Agency?>> Owner(IReadOnlyList<Plan> plans, ResolverContext context)
        {
            await Task.Yield();
            log.Calls.Add($"owner {string.Join(',', plans.Select(plan => plan.Id))} at {string.Join('.', context.Path)}");
            return [.. plans.Select(plan => plan.Id == 2 ? null : new Agency(plan.Id))];
        }

        public async Task<int> Slow(Plan plan)
        {
            await Task.Yield();
            return plan.Id;
        }

        public Plan? Parent(Plan plan) => plan.Id > 1 ? new Plan(plan.Id - 1) : null;

        public IEnumerable<Plan> Children(Plan plan) => Enumerable.Range(plan.Id * 10, 2).Select(id => new Plan(id));
    }

    [Resolves("Agency")]
    public sealed class AgencyFields(Log log)
    {
        [Batch]
        public IReadOnlyList<string> Head(IReadOnlyList<Agency> agencies)
        {
            log.Calls.Add($"head {string.Join(',', agencies.Select(agency => agency.Id))}");
            return [.. agencies.Select(agency => $"H{agency.Id}")];
        }
    }

    private sealed class Services : IServiceProvider
    {
        public Log Log { get; } = new();

        public object? GetService(Type serviceType) => serviceType == typeof(PlanFields) ? new PlanFields(Log) : serviceType == typeof(AgencyFields) ? new AgencyFields(Log) : null;
    }

    private readonly Services _services = new();

    private Task<string> Execute(string query) => TestSchema.Build(Sdl, typeof(QueryFields), typeof(PlanFields), typeof(AgencyFields)).ExecuteToJsonAsync(query, services: _services);

    [Fact]
    public async Task A_batch_resolver_is_called_once_for_a_level()
    {
        var json = await Execute("{ plans { leader { head } } }");
        json.Should().Be("""{"data":{"plans":[{"leader":{"head":"H10"}},{"leader":{"head":"H20"}},{"leader":{"head":"H30"}}]}}""");
        _services.Log.Calls.Should().Equal("leader False 1,2,3", "head 10,20,30");
    }

    [Fact]
    public async Task A_level_spans_all_parents_however_deep_they_stand()
    {
        var json = await Execute("{ plans { children { id leader { id } } parent { leader { id } } } }");
        json.Should().Contain("""{"children":[{"id":20,"leader":{"id":200}},{"id":21,"leader":{"id":210}}],"parent":{"leader":{"id":10}}}""");
        _services.Log.Calls.Should().Equal("leader False 10,11,20,21,30,31", "leader False 1,2");
    }

    [Fact]
    public async Task Different_arguments_are_different_calls()
    {
        await Execute("{ plans { a: leader { id } b: leader(upper: true) { id } } }");
        _services.Log.Calls.Should().Equal("leader False 1,2,3", "leader True 1,2,3");
    }

    [Fact]
    public async Task Nested_lists_with_holes_keep_their_shape()
    {
        var json = await Execute("{ nested { id leader { head } } }");
        json.Should().Be("""{"data":{"nested":[[{"id":1,"leader":{"head":"H10"}},null],null,[{"id":2,"leader":{"head":"H20"}}]]}}""");
    }

    [Fact]
    public async Task Concrete_types_behind_an_interface_have_levels_of_their_own()
    {
        var json = await Execute("{ things { __typename owner { id head } } }");
        json.Should().Be("""{"data":{"things":[{"__typename":"Plan","owner":{"id":1,"head":"H1"}},{"__typename":"Agency","owner":null},{"__typename":"Plan","owner":null}]}}""");
        _services.Log.Calls.Should().Equal("owner 1,2 at things.owner", "head 1");
    }

    [Fact]
    public async Task Synchronous_fields_mix_with_waiting_ones()
    {
        var json = await Execute("{ plans { id slow parent { id slow } } }");
        json.Should().Be("""{"data":{"plans":[{"id":1,"slow":1,"parent":null},{"id":2,"slow":2,"parent":{"id":1,"slow":1}},{"id":3,"slow":3,"parent":{"id":2,"slow":2}}]}}""");
    }

    [Resolves("Plan")]
    public static class ShortPlanFields
    {
        [Batch]
        public static IReadOnlyList<Agency> Leader(IReadOnlyList<Plan> plans, bool upper) => [new Agency(1)];
        public static Agency? Owner(Plan plan) => null;
        public static int Slow(Plan plan) => 1;
        public static Plan? Parent(Plan plan) => null;
        public static Plan[] Children(Plan plan) => [];
    }

    [Fact]
    public async Task A_batch_of_the_wrong_length_is_a_bug_of_the_resolver()
    {
        var errors = new List<UnexpectedError>();
        var schema = TestSchema.Build(Sdl, new EngineOptions { OnUnexpectedError = errors.Add }, typeof(QueryFields), typeof(ShortPlanFields), typeof(AgencyFields));
        var json = await schema.ExecuteToJsonAsync("{ plans { leader { id } } }");
        json.Should().StartWith("""{"data":null,"errors":[{"message":"Internal server error.",""");
        errors.Should().ContainSingle().Which.Exception.Message.Should().Be("The batch resolver of Plan.leader returned 1 results for 3 parents.");
    }
}
