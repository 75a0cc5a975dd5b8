using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Applications;

/// <summary>The three mutations on the sample, on 2026-06-30, by the accounts of the roles.</summary>
public abstract class ApplicationTest : AccessTest
{
    protected const string Spatial = "SPATIAL";
    private const string State = """
        code title state stateSince verdict screening { kind verdict clause sentence other { __typename } }
        eiaNeeded eiaOpinion { code } waterNeeded decisions { outcome on agency { code } reason demand { code } }
        entry { code title category eiaNeeded eiaOpinion { code } waterNeeded plan { code } list { code } }
        """;

    protected ApplicationTest() => Commission = Program(Role.ReformCommission);

    protected HttpClient Commission { get; }

    protected HttpClient Department(string agency) => Program(Role.Department, agency);

    protected static async Task<JsonElement> Apply(HttpClient client, object input) => (await Asked(client, $$"""
        mutation($input: ApplyForEntryInput!) { applyForEntry(input: $input) {
            seq problems { code message path clause }
            application { applicant { code } leadAgency { code } horizon { from to } {{State}} } } }
        """, new { input })).At("data.applyForEntry");

    protected static async Task<JsonElement> Decide(HttpClient client, object input) => (await Asked(client, $$"""
        mutation($input: DecideApplicationInput!) { decideApplication(input: $input) {
            seq problems { code message path clause } application { {{State}} } } }
        """, new { input })).At("data.decideApplication");

    protected static async Task<JsonElement> Say(HttpClient client, object input) => (await Asked(client, """
        mutation($input: RecordListOpinionInput!) { recordListOpinion(input: $input) {
            seq problems { code message path clause } application { code eiaNeeded waterNeeded eiaOpinion { code } }
            directoryEntry { code eiaNeeded waterNeeded waterOpinion { code } list { code } } } }
        """, new { input })).At("data.recordListOpinion");

    /// <summary>The one sentence by which it is refused, and the clause.</summary>
    protected static (string? Message, string? Clause) Refusal(JsonElement payload)
    {
        payload.At("seq").ValueKind.Should().Be(JsonValueKind.Null);
        payload.At("problems").GetArrayLength().Should().Be(1, "{0}", payload.At("problems"));
        return (payload.Text("problems.0.message"), payload.Text("problems.0.clause"));
    }

    protected static string? Written(JsonElement payload, string code)
    {
        payload.At("problems").GetArrayLength().Should().Be(0, "{0}", payload.At("problems"));
        return payload.Text(code);
    }

    protected static async Task<string[]> Codes(HttpClient client, string filter = "") => [.. (await Asked(client, $$"""
        { district(code: "500154") { entryApplications(first: 50{{filter}}) { nodes { code } } } }
        """)).At("data.district.entryApplications").Texts("nodes", "code").OfType<string>()];

    /// <summary>A list that is still being made.</summary>
    protected async Task Draft(string code, string track = "SPECIAL_AND_REGIONAL", object[]? entries = null)
    {
        var payload = (await Asked(Commission, """
            mutation($input: ApproveDirectoryListInput!) { approveDirectoryList(input: $input) { problems { message } } }
            """, new { input = new { district = "500154", code, track, year = 2027, entries = entries ?? [] } }))
            .At("data.approveDirectoryList");
        payload.At("problems").GetArrayLength().Should().Be(0, "{0}", payload);
    }

    protected async Task Register(string number, string issuer, string? issuedOn = "2026-06-15") => (await Asked(Commission, """
        mutation($input: RegisterDocumentInput!) { registerDocument(input: $input) { problems { message } } }
        """, new { input = new { district = "500154", title = $"{number}(示例)", number, issuer, issuedOn } }))
        .At("data.registerDocument.problems").GetArrayLength().Should().Be(0);

    /// <summary>Of the roads bureau's own plan, which is in order; what a test changes is put over it.</summary>
    protected static Dictionary<string, object?> Roads(params (string Field, object? Value)[] other)
    {
        Dictionary<string, object?> input = new()
        {
            ["district"] = "500154", ["title"] = "开州区公路养护规划(2027—2030年)", ["kind"] = "SPECIAL",
            ["horizon"] = new { from = 2027, to = 2030 },
            ["dailyWork"] = false, ["overallImportance"] = true, ["needsGovernment"] = true, ["justification"] = "市场投入不足。",
        };
        foreach (var (field, value) in other)
        {
            input[field] = value;
        }
        return input;
    }
}
