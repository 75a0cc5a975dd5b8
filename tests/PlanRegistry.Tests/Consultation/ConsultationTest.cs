using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Consultation;

/// <summary>The sample on 2026-06-30: KZ-CUL leads SPE-2026-06, which is being drafted, and asks others about it.</summary>
public abstract class ConsultationTest : AccessTest
{
    protected const string Tourism = "SPE-2026-06";

    protected ConsultationTest()
    {
        Lead = Program(Role.Department, "KZ-CUL");
        Water = Program(Role.Department, "KZ-WRB");
        Education = Program(Role.Department, "KZ-EDU");
    }

    /// <summary>文化旅游委.</summary>
    protected HttpClient Lead { get; }

    /// <summary>水利局, which is asked.</summary>
    protected HttpClient Water { get; }

    protected HttpClient Education { get; }

    /// <summary>A person of a department, signed in.</summary>
    protected async Task<HttpClient> Person(string name, string agency = "KZ-CUL", Role role = Role.Department)
    {
        Have(name, role, agency);
        return await SignedIn(name);
    }

    /// <summary>What a mutation comes to, with the fields of its payload that are asked for.</summary>
    protected static async Task<JsonElement> Ask(HttpClient client, string mutation, object input, string fields = "")
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        return (await Asked(client, $$"""
            mutation($input: {{type}}!) { {{mutation}}(input: $input) { seq problems { code message path clause } {{fields}} } }
            """, new { input })).At("data." + mutation);
    }

    /// <summary>The same, which is to be written.</summary>
    protected static async Task<JsonElement> Done(HttpClient client, string mutation, object input, string fields = "")
    {
        var payload = await Ask(client, mutation, input, fields);
        payload.At("problems").ToString().Should().Be("[]");
        return payload;
    }

    /// <summary>Its problems, as CODE at path: sentence.</summary>
    protected static async Task<string[]> Refused(HttpClient client, string mutation, object input)
    {
        var payload = await Ask(client, mutation, input);
        payload.At("seq").ValueKind.Should().Be(JsonValueKind.Null);
        return [.. payload.At("problems").EnumerateArray()
            .Select(p => $"{p.Text("code")} {p.At("path")} {p.Text("message")}")];
    }

    /// <summary>A round to 水利局 and 教委, opened on 2026-06-01.</summary>
    protected async Task<string> Round() => (await Done(Lead, "openConsultation", new
    {
        district = "500154", plan = Tourism, audience = "AGENCIES", agencies = new[] { "区水利局", "区教委" }, openedOn = "2026-06-01",
    }, "round { code }")).Text("round.code")!;

    protected static Task<JsonElement> Say(
        HttpClient client, string round, string suggestion, string? clause = null, string? reason = null) =>
        Done(client, "recordOpinion", new { district = "500154", round, suggestion, clause, reason, on = "2026-06-05" },
            "opinion { code kind state }");

    /// <summary>The first opinion of 水利局, with all that it needs.</summary>
    protected async Task<string> Opinion(string round) =>
        (await Say(Water, round, "补充岸线保护要求", "第三章第二节", "水法第三十七条")).Text("opinion.code")!;
}
