using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanRegistry.Records;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>Workbooks that are sent over HTTP and inspected there.</summary>
public abstract class WorkbookTest : AccessTest
{
    private const string Selection = """
        confirmation recorded corrected withdrawn inferred { place said } notices { place said } problems { path message }
        agencies { text candidates { code name } said { code name } }
        sheets { shape remembered columns { place heading field readAs(first: 3) } rows(first: 3) { values { column text shown } } }
        opened { id sentence responsible { code name } remedies { text } }
        """;

    protected static readonly DistrictCode Sample = DistrictCode.Parse("500154");

    protected static async Task<string> Sent(HttpClient client, byte[] bytes)
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await client.PostAsync("/workbooks?name=book.xlsx", body);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("id")!;
    }

    /// <param name="said">Fields of the input beside district and workbook.</param>
    protected static Task<JsonElement> Inspected(HttpClient client, string id, object? said = null) =>
        Done(client, "inspectWorkbook", id, said);

    protected static Task<JsonElement> Imported(HttpClient client, string id, object? said = null) =>
        Done(client, "importWorkbook", id, said);

    private static async Task<JsonElement> Done(HttpClient client, string mutation, string id, object? said)
    {
        var input = JsonSerializer.SerializeToNode(said ?? new { })!.AsObject();
        foreach (var unsaid in input.Where(f => f.Value is null).Select(f => f.Key).ToList())
        {
            input.Remove(unsaid);
        }
        (input["district"], input["workbook"]) = (JsonValue.Create("500154"), JsonValue.Create(id));
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = await Asked(client, $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {Selection} }} }}", new { input });
        answer.TryGetProperty("errors", out var errors).Should().BeFalse("it is answered, not: {0}", errors);
        return answer.At($"data.{mutation}");
    }
}
