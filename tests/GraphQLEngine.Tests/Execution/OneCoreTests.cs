using System.Diagnostics;
using System.Text;
using GraphQLEngine.Http;
using static GraphQLEngine.Tests.Http.HandlerTests;

namespace GraphQLEngine.Tests.Execution;

/// <summary>Nothing in the engine blocks a thread while it waits: pinned to one core, where the pool begins with one thread, many requests that wait at once are answered by hardly more.</summary>
[Collection(Alone.Name)]
public class OneCoreTests
{
    private const int Requests = 2_000;

    private static int _mostThreads;

    public record Plan(int Id);

    [Resolves("Query")]
    public static class QueryFields
    {
        public static async Task<Plan[]> Plans()
        {
            await Task.Delay(1);
            return [new(1), new(2), new(3)];
        }
    }

    [Resolves("Plan")]
    public static class PlanFields
    {
        public static async Task<Plan> Parent(Plan plan)
        {
            await Task.Delay(1);
            _mostThreads = Math.Max(_mostThreads, ThreadPool.ThreadCount);
            return new Plan(plan.Id * 10);
        }

        [Batch]
        public static async Task<IReadOnlyList<int>> Rank(IReadOnlyList<Plan> plans)
        {
            await Task.Yield();
            return [.. plans.Select(plan => plan.Id)];
        }
    }

    [Fact]
    public async Task Requests_that_wait_need_no_threads_of_their_own()
    {
        var handler = new GraphQLHttpHandler(TestSchema.Build("type Query { plans: [Plan!]! } type Plan { id: Int! parent: Plan! rank: Int! }", typeof(QueryFields), typeof(PlanFields)));
        var (before, asked) = (ThreadPool.ThreadCount, """{"query":"{ plans { rank parent { rank parent { id } } } }"}""");
        _mostThreads = 0;
        var answers = await Task.WhenAll(Enumerable.Range(0, Requests).Select(async _ =>
        {
            using var response = await handler.HandleAsync(Post(asked));
            return Encoding.UTF8.GetString(response.Body.Span);
        }));
        answers.Should().OnlyContain(answer => answer == """{"data":{"plans":[{"rank":1,"parent":{"rank":10,"parent":{"id":100}}},{"rank":2,"parent":{"rank":20,"parent":{"id":200}}},{"rank":3,"parent":{"rank":30,"parent":{"id":300}}}]}}""");
        _mostThreads.Should().BeLessThanOrEqualTo(before + Environment.ProcessorCount + 4);
    }

    [Fact]
    public async Task Pinned_to_one_core_all_of_them_are_answered()
    {
        if (!File.Exists("/usr/bin/taskset"))
            Assert.Skip("taskset is missing; it pins a process to one core.");
        var start = new ProcessStartInfo("/usr/bin/taskset", ["-c", "0", "dotnet", "exec", typeof(OneCoreTests).Assembly.Location, "-method", $"{typeof(OneCoreTests).FullName}.{nameof(Requests_that_wait_need_no_threads_of_their_own)}"])
        {
            RedirectStandardOutput = true,
        };
        using var pinned = Process.Start(start)!;
        var output = await pinned.StandardOutput.ReadToEndAsync();
        await pinned.WaitForExitAsync();
        pinned.ExitCode.Should().Be(0, output);
        output.Should().Contain("Total: 1, Errors: 0, Failed: 0");
    }
}
