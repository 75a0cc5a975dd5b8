using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Server.Workbooks;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Exports;

/// <summary>Sheets that are sent over HTTP, asked of as the page asks, and given back.</summary>
public abstract class FundingSheetTest : AccessTest
{
    protected const string Water = "开州区水安全保障规划(2021—2030年)(示例)";

    private const string Selection = """
        lineCount lines { place asked plan project amount money purpose on budgetYear problems { message path } }
        notices { place said } inferred { place said }
        """;

    private protected static Grid Grid(byte[] content) => WorkbookFile.Read("book.xlsx", content).Grids[0];

    protected static IEnumerable<string> Remarks(JsonElement sheet, string name) =>
        sheet.At(name).EnumerateArray().Select(n => $"{n.Text("place")} {n.Text("said")}");

    protected static async Task<string> Sent(HttpClient client, byte[] bytes, string name = "经费.xlsx")
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await client.PostAsync($"/workbooks?name={Uri.EscapeDataString(name)}", body);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("id")!;
    }

    protected static async Task<JsonElement> Read(HttpClient client, string id)
    {
        var answer = await Asked(client, $$"""{ district(code: "500154") { fundingSheet(workbook: "{{id}}") { {{Selection}} } } }""", null);
        return answer.At("data.district.fundingSheet");
    }

    /// <summary>The sheet's lines as the page asks them, and what it is answered.</summary>
    protected static async Task<(object[] Lines, List<(string Verdict, string Reasons)> Checks)> Asked(HttpClient client, string id)
    {
        var lines = (await Read(client, id)).At("lines").EnumerateArray().ToList();
        var answer = await Asked(client, """
            query($requests: [FundingRequestInput!]!) { district(code: "500154") {
              fundingCheck(requests: $requests) { eligibility { verdict } reasons { sentence } } } }
            """, new { requests = lines.Select(l => Request(l)) });
        return ([.. lines.Select(l => Request(l, l.Text("place")))], [.. answer.At("data.district.fundingCheck").EnumerateArray()
            .Select(c => (c.Text("eligibility.verdict") switch
            {
                "ELIGIBLE" => "可以安排", "CONDITIONAL" => "核实后安排", "NOT_ELIGIBLE" => "不得安排", _ => "待核实",
            }, string.Join('\n', c.At("reasons").EnumerateArray().Select(r => r.Text("sentence")))))]);
    }

    protected static Dictionary<string, string?> Request(JsonElement line, string? place = null) => new[]
    {
        ("plan", line.Text("plan") ?? ""), ("project", line.Text("project")), ("amount", line.Text("amount")),
        ("money", line.Text("money")), ("purpose", line.Text("purpose")),
        ("on", line.Text("on")), ("place", place),
    }.Where(p => p.Item2 is not null).ToDictionary(p => p.Item1, p => (string?)p.Item2);

    protected static async Task<JsonElement> Run(HttpClient client, string mutation, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = await Asked(client,
            $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ fundingCertificates {{ number }} }} }}",
            new { input });
        return answer.At("data." + mutation);
    }

    protected static Task<HttpResponseMessage> Send(HttpClient client, object[] lines, string? workbook = null) =>
        client.PostAsJsonAsync("/export/funding-sheet", new { district = "500154", lines, workbook });

    protected static async Task<byte[]> Exported(HttpClient client, object[] lines, string? workbook = null)
    {
        using var answer = await Send(client, lines, workbook);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it is answered, not: {0}", await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    protected static async Task<(HttpStatusCode Status, string? Message)> Refusal(
        HttpClient client, object[] lines, string? workbook = null)
    {
        using var answer = await Send(client, lines, workbook);
        return (answer.StatusCode, await Message(answer));
    }
}
