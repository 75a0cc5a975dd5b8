using System.Text.Json;
using System.Text.Json.Nodes;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Papers;

/// <summary>What the papers show is what happens: the blocks of each page run in their order, as a reader pastes them, against a server with the sample district.</summary>
public sealed class PaperTests : ServerTest
{
    private static readonly string[] Kinds = ["graphql", "json", "bash", "sh", "text"];

    // The engine's example is code of its own tests; how the judges are run, who runs them sees.
    private static IEnumerable<Page> Read => Page.All.Where(p => !p.Path.StartsWith("src/", StringComparison.Ordinal) && !p.Path.StartsWith("tests/", StringComparison.Ordinal));

    public static TheoryData<string> Pages => [.. Read.Where(p => !p.IsChinese && p.Blocks.Any(b => b.Language != "text")).Select(p => p.Path)];

    [Fact]
    public void Each_block_is_of_a_kind_that_runs_or_is_text() =>
        Read.SelectMany(p => p.Blocks.Where(b => !Kinds.Contains(b.Language)).Select(b => $"{p.Path}:{b.Line} {b.Language}")).Should().BeEmpty();

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
        var data = await Ask(query, variables is null ? null : JsonSerializer.Deserialize<JsonElement>(variables));
        foreach (var field in data.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.Object && f.Value.TryGetProperty("problems", out _)))
        {
            field.Value.Texts("problems", "message").Should().BeEmpty("this is to be written:\n{0}", query);
        }
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

    /// <summary>What the page wrote after it had subscribed arrives.</summary>
    private static async Task Tells(StreamReader stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string? line;
        do
        {
            line = await stream.ReadLineAsync(patience.Token);
        }
        while (line is not null && !line.StartsWith("data:", StringComparison.Ordinal));
        line.Should().Contain("\"cleared\":[{");
    }
}
