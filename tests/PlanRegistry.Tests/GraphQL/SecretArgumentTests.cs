using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>
/// Walks every free-text argument of every mutation in the schema: sent with a marker about a secret plan it is refused without being
/// repeated. What may be said of one (a code, a person, a reason) has a form of its own, and nothing else is stored.
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
        // There is no finding on a secret plan that anybody is told.
        ["handOutFindings"] = null,
        ["grantWaiver"] = $$"""
            { "plan": "{{Subject}}", "rule": "REV-003", "document": "开州府办发〔2020〕95号", "from": "2026-06-30" }
            """,
        // It names a waiver and a document, and there is no waiver of a secret plan.
        ["revokeWaiver"] = null,
        // They name a round, an opinion or a dispute, and there is none on a secret plan.
        ["recordOpinion"] = null,
        ["handleOpinion"] = null,
        ["objectToHandling"] = null,
        ["reviewHandling"] = null,
        ["closeConsultation"] = null,
        ["recordDisputeStep"] = null,
        // They name a task, and there is none of a secret plan.
        ["setTaskYear"] = null,
        ["recordTaskProgress"] = null,
        // They write no record: up to where one has looked, and the address of one's calendar.
        ["markSeen"] = null,
        ["renewCalendarFeed"] = null,
        ["forgetMapping"] = null,
        // They name a workbook, whose rows go the way of a pack's: that is refused by the same gate.
        ["inspectWorkbook"] = null,
        ["importWorkbook"] = null,
        ["registerDocument"] = """{ "title": "涉密规划", "code": "D-S", "secrecy": "SECRET" }""",
        ["registerPlan"] = """
            { "code": "SPE-S2", "title": "涉密规划", "kind": "SPECIAL", "horizon": { "from": 2026, "to": 2030 },
              "secrecy": "SECRET", "approvedOn": "2026-05-01" }
            """,
        ["approveDirectoryList"] = $$"""
            { "code": "SR-S", "track": "SPECIAL_AND_REGIONAL", "year": 2026,
              "entries": [{ "title": "涉密规划", "kind": "SPECIAL", "plan": "{{Subject}}" }] }
            """,
        ["applyForEntry"] = $$"""{ "plan": "{{Subject}}", "applicant": "区政府办公室" }""",
        // They name an application and papers; what is said of one for a secret plan is in the test below.
        ["decideApplication"] = null,
        ["recordListOpinion"] = null,
        ["grantExemption"] = $$"""{ "plan": "{{Subject}}", "issuer": "区政府", "document": "开州府办发〔2020〕95号", "from": "2026-01-01" }""",
        ["linkPlans"] = $$"""{ "subordinate": "{{Subject}}", "superior": "DEV-2026" }""",
        ["setTargets"] = $$"""{ "plan": "{{Subject}}", "targets": [{ "indicator": "FOREST-COVER", "nature": "BINDING" }] }""",
        ["allocateTargets"] = $$"""
            { "allocations": [{ "plan": "{{Subject}}", "indicator": "FOREST-COVER", "toDistrict": "500154", "targetYear": 2030 }] }
            """,
        ["recordReading"] = $$"""{ "plan": "{{Subject}}", "indicator": "FOREST-COVER", "year": 2026, "value": "1" }""",
        ["setAnnualTargets"] = $$"""{ "plan": "{{Subject}}", "annualTargets": [{ "indicator": "FOREST-COVER", "year": 2026 }] }""",
        ["settleReadings"] = $$"""
            { "plan": "{{Subject}}", "indicator": "FOREST-COVER", "year": 2025, "source": "SPATIAL", "reason": "录入有误", "agency": "区发展改革委" }
            """,
        ["addSubmissionItem"] = $$"""{ "plan": "{{Subject}}", "paper": "DRAFT", "document": "开州府办发〔2020〕95号", "on": "2026-06-01" }""",
        ["requestAlignment"] = $$"""{ "plan": "{{Subject}}", "requestedOn": "2026-06-01" }""",
        ["recordAlignmentOpinion"] = $$"""
            { "plan": "{{Subject}}", "on": "2026-06-01", "result": "PASS", "answers": [{ "point": "RISKS", "answer": "DEPARTS" }] }
            """,
        ["declareNoChange"] = $$"""
            { "plans": ["{{Subject}}"], "against": "DEV-2026", "on": "2026-06-01", "document": "开州府办发〔2020〕95号" }
            """,
        ["recordAct"] = $$"""{ "plan": "{{Subject}}", "type": "CONSULTED", "on": "2026-06-01" }""",
        ["proposeAmendment"] = $$"""{ "plan": "{{Subject}}", "version": 2, "proposedOn": "2026-06-01" }""",
        ["approveAmendment"] = $$"""{ "plan": "{{Subject}}", "version": 2, "on": "2026-06-01" }""",
        ["openConsultation"] = $$"""{ "plan": "{{Subject}}", "audience": "AGENCIES", "agencies": ["区水利局"] }""",
        ["openDispute"] = $$"""{ "plan": "{{Subject}}" }""",
        ["recordFunding"] = $$"""{ "code": "F-S", "plan": "{{Subject}}", "project": "涉密规划", "amount": "1", "purpose": "DRAFTING" }""",
        ["setInvestmentPlan"] = $$"""
            { "year": 2026, "document": "开州示例府办发〔2026〕1号",
              "lines": [{ "projectCode": "P-S", "project": "某项目", "amount": "1", "plan": "{{Subject}}" }] }
            """,
        ["issueFundingCertificate"] = $$"""
            { "plan": "{{Subject}}", "purpose": "DRAFTING", "money": "DISTRICT" }
            """,
        ["issueFundingCertificates"] = $$"""
            { "lines": [{ "plan": "{{Subject}}", "purpose": "DRAFTING", "money": "DISTRICT", "anyVerdict": true }] }
            """,
        // They name certificates, and say nothing themselves.
        ["signFundingCertificates"] = null,
        ["notePrint"] = null,
        ["returnFundingCertificates"] = """{ "numbers": ["500154-2026-000001"], "reason": "录入有误" }""",
        ["revokeFundingCertificate"] = """{ "number": "500154-2026-000001", "reason": "录入有误" }""",
        ["registerExpert"] = $$"""
            { "code": "E-S", "name": "某专家", "fields": ["水利"], "drafted": ["{{Subject}}"], "from": "2026-01-01" }
            """,
        ["setTasks"] = $$"""{ "plan": "{{Subject}}", "tasks": [{ "code": "T-S", "title": "某任务" }] }""",
        ["decomposePlan"] = $$"""{ "plan": "{{Subject}}", "assignments": [{ "task": "DEV-2026-T01", "lead": "区水利局" }] }""",
        ["takeUpAssignments"] = $$"""{ "plan": "{{Subject}}", "scheme": "开州示例府办发〔2026〕1号", "tasks": ["DEV-2026-T01"] }""",
        ["drawExperts"] = $$"""{ "plan": "{{Subject}}", "count": 1 }""",
        ["appointExpert"] = $$"""{ "plan": "{{Subject}}", "expert": "E-001", "on": "2026-06-01", "reason": "录入有误" }""",
        ["recordExpertOpinion"] = $$"""{ "plan": "{{Subject}}", "expert": "E-001", "on": "2026-06-01", "conclusion": "AGREED" }""",
        ["correctRecord"] = """
            { "id": "", "reason": "录入有误", "document": "开州府办发〔2020〕95号", "values": [{ "field": "importance", "value": "MAJOR" }] }
            """,
    };

    /// <summary>Codes of records that are not there: quoted to whoever sent them, and kept nowhere.</summary>
    private static readonly HashSet<string> LookedUp =
        ["issueFundingCertificate.replaces", "issueFundingCertificates.lines.replaces", "revokeFundingCertificate.document",
            "registerExpert.drafted", "declareNoChange.plans"];

    /// <summary>Which district it is for; it is a code or refused.</summary>
    private static readonly HashSet<string> OfTheCall = ["district"];

    /// <summary>What a client calls its call: taken, given back, and kept nowhere.</summary>
    private static readonly HashSet<string> OfTheClient = ["idempotencyKey", "clientMutationId"];

    [Fact]
    public async Task Every_free_text_is_refused_and_none_is_kept()
    {
        var open = new List<string>();
        foreach (var (mutation, type) in await Mutations())
        {
            if (Permissions.Table["Mutation." + mutation].Contains(Role.Admin))
            {
                // Who keeps the accounts writes nothing into the registry.
                continue;
            }
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
                if (!answer.Refused && !OfTheClient.Contains(path[^1]))
                {
                    open.Add(name);
                }
                else if (!OfTheClient.Contains(path[^1]) && !LookedUp.Contains(name))
                {
                    answer.Text.Should().NotContain(Marker, "{0} is not repeated", name);
                }
            }
        }

        open.Should().BeEmpty("every free text about a secret plan is refused");
        StoredBytes().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Marker)).Should().Be(-1, "nothing of it is kept");
    }

    [Theory]
    [InlineData("recordAct", "code", "SPE-2026-S1-ACT", "涉密规划、文件的编号只能由大写字母、数字和连字符组成")]
    [InlineData("recordFunding", "functionSubject", "2010499", "功能科目不予接收")]
    [InlineData("correctRecord", "reason", "录入有误", "涉密规划的记录只能以下列理由之一变更：录入有误、定密、解密、变更密级、补录、依文件变更、不再使用。")]
    public async Task What_may_be_said_has_a_form_of_its_own(string mutation, string field, string fit, string refusal)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";

        (await Send(mutation, type, [field])).Text.Should().Contain(refusal);
        (await Send(mutation, type, [field], fit)).Refused.Should().BeFalse("{0} is of that form", fit);
    }

    [Fact]
    public void The_reasons_that_a_pack_gives_pass_the_same_gate()
    {
        var header = new CommandHeader
        {
            District = DistrictCode.Parse("500154"), Actor = Actor.Named("officer"), Command = "import", Reason = Marker,
        };
        var plan = Registry.View(header.District)!.Own.Of<Plan>().Single(p => p.Code == Subject);

        Registry.Execute(header, _ => Decision.Write([Change.Withdraw(plan)])).Problems.Select(p => p.Message.Zh).Should().Equal(
            "理由不予接收：涉密规划的记录只能以下列理由之一变更：录入有误、定密、解密、变更密级、补录、依文件变更、不再使用。");
    }

    /// <summary>The database, its log and whatever else lies beside it.</summary>
    private byte[] StoredBytes() =>
        [.. Directory.GetFiles(Path.GetDirectoryName(File)!).SelectMany(f =>
        {
            using var stream = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        })];

    private async Task<(bool Refused, string Text)> Send(string mutation, string type, IReadOnlyList<string> path, string? text = null)
    {
        var input = JsonNode.Parse(About[mutation]!)!.AsObject();
        input["district"] = "500154";
        if (mutation == "correctRecord")
        {
            var query = $"{{ district(code: \"500154\") {{ plan(code: \"{Subject}\") {{ id importance }} }} }}";
            var subject = (await Ask(query)).At("district.plan");
            input["id"] = subject.Text("id");
            // Another value than it has: what changes nothing is written by no entry and needs no reason.
            input["values"]![0]!["value"] = subject.Text("importance") == "MAJOR" ? "ORDINARY" : "MAJOR";
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
        Fill(input, path, await IsList(type, path), text ?? $"{Marker}{++sent}");
        // Of another code than the walk's last one, so that nothing is a duplicate.
        foreach (var key in input.Where(p => p.Key == "code" && path is not ["code"]).Select(p => p.Key).ToList())
        {
            input[key] = $"{input[key]}-{++sent}";
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
            || (mutation == "correctRecord" && path is ["id"]) || (mutation == "revokeFundingCertificate" && path is ["number"])
            || (mutation == "returnFundingCertificates" && path is ["numbers"]);
    }

    /// <summary>With a marker that is another one each time, so that nothing is a duplicate.</summary>
    private static void Fill(JsonObject input, IReadOnlyList<string> path, bool isList, string text)
    {
        var at = input;
        foreach (var step in path.SkipLast(1))
        {
            at = at[step] is JsonArray { Count: > 0 } rows ? rows[0]!.AsObject() : (at[step] ??= new JsonObject()).AsObject();
        }
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
