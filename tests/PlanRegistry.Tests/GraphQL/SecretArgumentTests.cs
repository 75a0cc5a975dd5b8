using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>
/// Walks every free-text argument of every mutation in the schema: sent with a marker about a secret plan it is refused without being
/// repeated, or it is one of those that are named here.
/// </summary>
public sealed class SecretArgumentTests : ServerTest
{
    private const string Marker = "某基地防护规划";
    private const string Subject = "SPE-2026-S1";
    private int sent;

    /// <summary>The smallest input of each mutation that is about a secret plan; null where a mutation cannot be about one.</summary>
    private static readonly Dictionary<string, string?> About = new()
    {
        ["registerAgency"] = null,
        ["setPolicy"] = null,
        // They name a finding and a document, and say nothing themselves.
        ["confirmExemption"] = null,
        ["settleFinding"] = null,
        ["registerDocument"] = """{ "title": "涉密规划", "code": "D-S", "secrecy": "SECRET" }""",
        ["registerPlan"] = """
            { "code": "SPE-S2", "title": "涉密规划", "kind": "SPECIAL", "horizon": { "from": 2026, "to": 2030 },
              "secrecy": "SECRET", "approvedOn": "2026-05-01" }
            """,
        ["approveDirectoryList"] = $$"""
            { "code": "SR-S", "track": "SPECIAL_AND_REGIONAL", "year": 2026,
              "entries": [{ "title": "涉密规划", "kind": "SPECIAL", "plan": "{{Subject}}" }] }
            """,
        ["grantExemption"] = $$"""{ "plan": "{{Subject}}", "issuer": "区政府", "document": "开州府办发〔2020〕95号", "from": "2026-01-01" }""",
        ["linkPlans"] = $$"""{ "subordinate": "{{Subject}}", "superior": "DEV-2026" }""",
        ["setTargets"] = $$"""{ "plan": "{{Subject}}", "targets": [{ "indicator": "FOREST-COVER", "nature": "BINDING" }] }""",
        ["allocateTargets"] = $$"""
            { "allocations": [{ "plan": "{{Subject}}", "indicator": "FOREST-COVER", "toDistrict": "500154", "targetYear": 2030 }] }
            """,
        ["recordReading"] = $$"""{ "plan": "{{Subject}}", "indicator": "FOREST-COVER", "year": 2026, "value": "1" }""",
        ["recordAct"] = $$"""{ "plan": "{{Subject}}", "type": "CONSULTED", "on": "2026-06-01" }""",
        ["proposeAmendment"] = $$"""{ "plan": "{{Subject}}", "version": 2, "proposedOn": "2026-06-01" }""",
        ["approveAmendment"] = $$"""{ "plan": "{{Subject}}", "version": 2, "on": "2026-06-01" }""",
        ["recordFunding"] = $$"""{ "code": "F-S", "plan": "{{Subject}}", "project": "涉密规划", "amount": "1", "purpose": "DRAFTING" }""",
        ["issueFundingCertificate"] = $$"""
            { "plan": "{{Subject}}", "purpose": "DRAFTING", "money": "DISTRICT", "preparedBy": "甲", "reviewedBy": "乙" }
            """,
        ["revokeFundingCertificate"] = """{ "number": "500154-2026-000001", "reason": "x" }""",
        ["correctRecord"] = """
            { "id": "", "reason": "x", "document": "开州府办发〔2020〕95号", "values": [{ "field": "importance", "value": "MAJOR" }] }
            """,
    };

    /// <summary>What may stand of a secret plan: codes and numbers that people give, persons, and the reasons that are demanded.</summary>
    private static readonly HashSet<string> Told =
    [
        "registerDocument.code", "registerDocument.number", "registerDocument.kind", "registerPlan.code", "registerPlan.approvalDocument",
        "approveDirectoryList.entries.code", "approveDirectoryList.entries.eiaOpinion", "approveDirectoryList.entries.waterOpinion",
        "grantExemption.document", "recordAct.code", "recordAct.document", "approveAmendment.document", "proposeAmendment.evaluation",
        "recordFunding.code", "recordFunding.projectCode", "recordFunding.functionSubject",
        "issueFundingCertificate.preparedBy", "issueFundingCertificate.reviewedBy",
        "revokeFundingCertificate.reason", "correctRecord.reason", "correctRecord.document",
    ];

    /// <summary>Codes of records that are not there: quoted to whoever sent them, and kept nowhere.</summary>
    private static readonly HashSet<string> LookedUp = ["issueFundingCertificate.replaces", "revokeFundingCertificate.document"];

    /// <summary>What a client calls its call, not what it says.</summary>
    private static readonly HashSet<string> OfTheCall = ["district", "idempotencyKey", "clientMutationId"];

    [Fact]
    public async Task Every_free_text_is_refused_or_named()
    {
        var open = new List<string>();
        foreach (var (mutation, type) in await Mutations())
        {
            About.Should().ContainKey(mutation, "every mutation is walked");
            foreach (var path in About[mutation] is null ? [] : await Texts(type, []))
            {
                var name = $"{mutation}.{string.Join('.', path)}";
                // A list is about no plan; its entries are.
                if (NamesThePlan(mutation, path) || (mutation == "approveDirectoryList" && path.Count == 1))
                {
                    continue;
                }
                var answer = await Send(mutation, type, path);
                if (answer.Refused && LookedUp.Contains(name))
                {
                    answer.Text.Should().Contain(Marker);
                }
                else if (answer.Refused)
                {
                    answer.Text.Should().NotContain(Marker, "{0} is not repeated", name);
                }
                else
                {
                    open.Add(name);
                }
            }
        }

        open.Order().Should().Equal(Told.Order(), "a free text about a secret plan is refused, or named among those told");
    }

    private async Task<(bool Refused, string Text)> Send(string mutation, string type, IReadOnlyList<string> path)
    {
        var input = JsonNode.Parse(About[mutation]!)!.AsObject();
        input["district"] = "500154";
        if (mutation == "correctRecord")
        {
            input["id"] = (await Plan(Subject, "id")).Id;
        }
        if (mutation == "revokeFundingCertificate")
        {
            var issued = await Run(new IssueFundingCertificate(Subject) { Project = null, Amount = null });
            issued.Problems.Should().BeEmpty();
            input["number"] = issued.FundingCertificate.Number;
        }
        if (path is ["targets", _] && input[path[0]] is null)
        {
            input[path[0]] = new JsonArray(JsonNode.Parse("""{ "indicator": "FOREST-COVER", "nature": "BINDING" }"""));
        }
        Fill(input, path, await IsList(type, path));
        // Of another code than the walk's last one, so that nothing is a duplicate.
        foreach (var key in input.Where(p => p.Key == "code" && path is not ["code"]).Select(p => p.Key).ToList())
        {
            input[key] = $"{input[key]}-{string.Join('-', path)}";
        }
        const string selection = "{ seq problems { code message path } }";
        var answer = await Post($"mutation($input: {type}!) {{ {mutation}(input: $input) {selection} }}", new { input });
        return answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty(mutation, out var payload)
            ? (payload.At("problems").GetArrayLength() > 0, answer.ToString())
            : throw new InvalidOperationException($"{mutation} {string.Join('.', path)}: {answer}");
    }

    /// <summary>The field by which the input is about the secret plan: with another text in it, it is about something else.</summary>
    private static bool NamesThePlan(string mutation, IReadOnlyList<string> path)
    {
        JsonNode? at = JsonNode.Parse(About[mutation]!);
        foreach (var step in path)
        {
            at = (at is JsonArray { Count: > 0 } rows ? rows[0] : at) is JsonObject fields ? fields[step] : null;
        }
        return at is JsonValue value && value.ToString() == Subject
            || (mutation == "correctRecord" && path is ["id"]) || (mutation == "revokeFundingCertificate" && path is ["number"]);
    }

    private void Fill(JsonObject input, IReadOnlyList<string> path, bool isList)
    {
        var at = input;
        foreach (var step in path.SkipLast(1))
        {
            at = at[step] is JsonArray { Count: > 0 } rows ? rows[0]!.AsObject() : (at[step] ??= new JsonObject()).AsObject();
        }
        // Another one each time, so that nothing is a duplicate.
        var text = $"{Marker}{++sent}";
        at[path[^1]] = isList ? new JsonArray(text) : text;
    }

    private async Task<IReadOnlyList<(string Mutation, string Type)>> Mutations()
    {
        var data = await Ask("{ __schema { mutationType { fields { name args { type { ofType { name } } } } } } }");
        return [.. data.At("__schema.mutationType.fields").EnumerateArray()
            .Select(f => (f.Text("name")!, f.GetProperty("args")[0].Text("type.ofType.name")!))];
    }

    /// <summary>The paths of an input's free texts, also those of inputs within it.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<string>>> Texts(string type, IReadOnlyList<string> path)
    {
        var found = new List<IReadOnlyList<string>>();
        foreach (var (name, kind, of, _) in await Fields(type))
        {
            string[] here = [.. path, name];
            if (kind == "INPUT_OBJECT")
            {
                found.AddRange(await Texts(of, here));
            }
            else if (of is "String" or "ID" && !OfTheCall.Contains(name))
            {
                found.Add(here);
            }
        }
        return found;
    }

    private async Task<bool> IsList(string type, IReadOnlyList<string> path)
    {
        var fields = await Fields(type);
        var field = fields.Single(f => f.Name == path[0]);
        return path.Count == 1 ? field.IsList : await IsList(field.Of, [.. path.Skip(1)]);
    }

    private async Task<IReadOnlyList<(string Name, string Kind, string Of, bool IsList)>> Fields(string type)
    {
        const string query = """
            query($name: String!) {
              __type(name: $name) { inputFields { name type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }
            }
            """;
        var data = await Ask(query, new { name = type });
        return [.. data.At("__type.inputFields").EnumerateArray().Select(f =>
        {
            var (of, isList) = (f.GetProperty("type"), false);
            while (of.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object)
            {
                isList |= of.Text("kind") == "LIST";
                of = inner;
            }
            return (f.GetProperty("name").GetString()!, of.GetProperty("kind").GetString()!, of.GetProperty("name").GetString()!, isList);
        })];
    }
}
