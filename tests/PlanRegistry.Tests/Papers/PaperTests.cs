using System.Text.Json;
using System.Text.Json.Nodes;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Papers;

/// <summary>What the papers show is what happens: a page's blocks run in order, as a reader pastes them, against the sample.</summary>
public sealed class PaperTests : ServerTest
{
    /// <summary>As make run leaves it: a demonstration.</summary>
    public PaperTests()
    {
        using var storage = Registry.OpenAccess();
        Demonstration.Found(storage, Clock);
        Service<Callers>().Refresh();
    }

    private static readonly string[] Kinds = ["graphql", "json", "bash", "sh", "text"];

    // A Chinese page has the same blocks (LanguageTests). The engine's example is code of its own tests.
    private static IEnumerable<Page> Tried => Page.In("docs", "seed");

    public static TheoryData<string> Pages => [.. Tried.Where(p => p.Blocks.Any(b => b.Language != "text")).Select(p => p.Path)];

    [Fact]
    public void Each_block_is_of_a_kind_that_runs_or_is_text()
    {
        var others = from page in Tried
                     from block in page.Blocks
                     where !Kinds.Contains(block.Language)
                     select $"{page.Path}:{block.Line} {block.Language}";

        others.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_block_runs(string path)
    {
        using var shell = new Shell(Http.BaseAddress!.Authority, File, Clock.Now);
        var (blocks, told) = (Page.Of(path).Blocks, new List<StreamReader>());
        for (var i = 0; i < blocks.Count; i++)
        {
            var beneath = i + 1 < blocks.Count && blocks[i + 1].Language == "json" ? blocks[i + 1].Code : null;
            if (blocks[i].Language == "graphql")
            {
                await Answers(blocks[i].Code, beneath);
            }
            else if (blocks[i].IsShell && blocks[i].Code.Contains("curl -N", StringComparison.Ordinal))
            {
                told.Add(await shell.Leave(blocks[i].Code));
            }
            else if (blocks[i].IsShell)
            {
                Shows(await shell.Run(blocks[i].Code), beneath);
            }
        }
        foreach (var stream in told)
        {
            await Tells(stream);
        }
    }

    /// <summary>Neither errors nor problems; the block beneath holds its variables.</summary>
    private async Task Answers(string query, string? variables)
    {
        Http.DefaultRequestHeaders.Authorization = new("Bearer", TokenFor(query));
        var data = await Ask(query, variables is null ? null : JsonSerializer.Deserialize<JsonElement>(variables));
        var answers = data.EnumerateObject().Select(f => f.Value).Where(v => v.ValueKind == JsonValueKind.Object);
        foreach (var answer in answers.Where(a => a.TryGetProperty("problems", out _)))
        {
            answer.Texts("problems", "message").Should().BeEmpty("this is to be written:\n{0}", query);
        }
    }

    /// <summary>Of the first role that may use what the block uses.</summary>
    private static string TokenFor(string query)
    {
        var mutations = Permissions.Table.Where(p => p.Key.StartsWith("Mutation.", StringComparison.Ordinal)
            && query.Contains(p.Key["Mutation.".Length..] + "(", StringComparison.Ordinal)).Select(p => p.Value).ToList();
        var role = Enum.GetValues<Role>().First(r => r != Role.Department && mutations.TrueForAll(m => m.Contains(r)));
        return Demonstration.TokenPrefix + Names.Of(role).ToLowerInvariant().Replace('_', '-');
    }

    /// <summary>What asks the server is answered without errors, and as the block beneath says.</summary>
    private static void Shows(string output, string? shown)
    {
        output.Should().NotContain("\"errors\":");
        if (shown is not null)
        {
            JsonNode.DeepEquals(JsonNode.Parse(output), JsonNode.Parse(shown)).Should().BeTrue("the answer is\n{0}", output);
        }
    }

    /// <summary>What the page wrote after it had subscribed arrives, or what a rehearsal counts.</summary>
    private static async Task Tells(StreamReader stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string? line;
        do
        {
            line = await stream.ReadLineAsync(patience.Token);
        }
        while (line is not null && !line.StartsWith("data:", StringComparison.Ordinal));
        line.Should().MatchRegex("\"cleared\":\\[\\{|\"clearedCount\":[1-9]");
    }
}
