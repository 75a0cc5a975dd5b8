using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanRegistry.Tests.Exports;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Consultation;

/// <summary>意见征求表: downloaded, filled in as somebody does in Excel, and sent back through the workbooks.</summary>
public abstract class OpinionFormTest : ConsultationTest
{
    private const string Selection = """
        recorded corrected confirmation problems { code message path } notices { place said } inferred { place said }
        sheets { use rowCount } returned { message path } returnedWorkbook
        """;

    protected static Task<HttpResponseMessage> Send(HttpClient client, string round, string? agency = null) =>
        client.PostAsJsonAsync("/export/opinion-form", new { district = "500154", round, agency });

    protected static async Task<byte[]> Form(HttpClient client, string round, string? agency = null)
    {
        using var answer = await Send(client, round, agency);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it is answered, not: {0}", await answer.Content.ReadAsStringAsync());
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        new Spreadsheet(bytes).Dispose();
        return bytes;
    }

    protected static async Task<(HttpStatusCode Status, string? Message)> Refusal(HttpClient client, string round, string? agency = null)
    {
        using var answer = await Send(client, round, agency);
        return (answer.StatusCode, await Message(answer));
    }

    protected static string[][] Cells(byte[] form)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(form), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>()
            .Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray())];
    }

    protected static async Task<string> Sent(HttpClient client, byte[] bytes)
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await client.PostAsync("/workbooks?name=form.xlsx", body);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("id")!;
    }

    protected static async Task<JsonElement> Tried(HttpClient client, byte[] bytes) =>
        await Run(client, "inspectWorkbook", Selection, await Sent(client, bytes));

    protected static async Task<JsonElement> Uploaded(HttpClient client, byte[] bytes, bool acceptGoodRows = false)
    {
        var id = await Sent(client, bytes);
        var tried = await Run(client, "inspectWorkbook", Selection, id, acceptGoodRows);
        return await Run(client, "importWorkbook", Selection, id, acceptGoodRows,
            tried.Text("confirmation"));
    }

    private static async Task<JsonElement> Run(
        HttpClient client, string mutation, string selection, string id, bool acceptGoodRows = false, string? confirmation = null)
    {
        var input = new JsonObject { ["district"] = "500154", ["workbook"] = id, ["acceptGoodRows"] = acceptGoodRows };
        if (confirmation is not null)
        {
            input["confirmation"] = confirmation;
        }
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = await Asked(client, $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {selection} }} }}", new { input });
        answer.TryGetProperty("errors", out var errors).Should().BeFalse("it is answered, not: {0}", errors);
        return answer.At($"data.{mutation}");
    }

    protected static string[] Said(JsonElement payload, string field) => [.. payload.At(field).EnumerateArray()
        .Select(p => $"{(p.TryGetProperty("place", out var place) ? place.GetString() : string.Join('!', p.At("path").EnumerateArray()
            .Select(e => e.GetString())))} {p.Text(p.TryGetProperty("said", out _) ? "said" : "message")}")];

    /// <summary>What is recorded of a round: code, agency, day, clause, suggestion, reason, kind.</summary>
    protected static async Task<string[]> Opinions(HttpClient client, string round)
    {
        var answer = await Asked(client, """
            { district(code: "500154") { plan(code: "SPE-2026-06") { consultations { code
              opinions(first: 50) { nodes { code agency { code } participant on clause suggestion reason kind } } } } } }
            """);
        return [.. answer.At("data.district.plan.consultations").EnumerateArray().Single(r => r.Text("code") == round)
            .At("opinions.nodes").EnumerateArray().Select(o => string.Join('|', o.Text("code"),
                o.At("agency") is { ValueKind: JsonValueKind.Object } a ? a.Text("code") : o.Text("participant"),
                o.Text("on"), o.Text("clause"), o.Text("suggestion"), o.Text("reason"), o.Text("kind")))];
    }
}
