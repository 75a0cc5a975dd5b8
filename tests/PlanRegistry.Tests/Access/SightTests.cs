using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>What lies outside does not exist: for a department other departments' plans, for a district other districts.</summary>
public sealed class SightTests : AccessTest
{
    private const string Lists = """
        { district(code: "500154") {
            plans(first: 100) { totalCount nodes { code kind leadAgency { code } coLeadAgencies { code } subordinates { id } } }
            roots { code }
            findings(first: 100) { totalCount nodes { id plan { code } responsible { code } } }
            acts(first: 100) { totalCount nodes { id plan { code } } }
            fundingLines(first: 100) { totalCount nodes { id plan { code } } }
            reviewDuties(first: 100) { totalCount nodes { plan { code } } } } }
        """;

    [Fact]
    public async Task A_department_is_shown_its_own_plans_and_nothing_of_others()
    {
        var whole = (await Asked(Program(Role.ReformCommission), Lists)).At("data.district");
        var seen = (await Asked(Program(Role.Department, "KZ-WRB"), Lists)).At("data.district");

        var own = whole.At("plans.nodes").EnumerateArray()
            .Where(p => p.At("leadAgency").ValueKind != JsonValueKind.Null && (p.Text("leadAgency.code") == "KZ-WRB"
                || (p.At("coLeadAgencies").ValueKind == JsonValueKind.Array && p.Texts("coLeadAgencies", "code").Contains("KZ-WRB"))))
            .Select(p => p.Text("code")).ToList();
        own.Should().NotBeEmpty();
        seen.Texts("plans.nodes", "code").Should().BeEquivalentTo(own);
        seen.At("plans.totalCount").GetInt32().Should().Be(own.Count);
        foreach (var list in new[] { "findings", "fundingLines", "reviewDuties" })
        {
            seen.Texts($"{list}.nodes", "plan.code").Should().NotBeEmpty().And.BeSubsetOf(own);
            seen.At($"{list}.totalCount").GetInt32().Should().Be(seen.At($"{list}.nodes").GetArrayLength(), "others are not counted");
            seen.At($"{list}.totalCount").GetInt32().Should().BeLessThan(whole.At($"{list}.totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task What_is_not_seen_and_what_is_not_there_are_told_alike()
    {
        var department = Program(Role.Department, "KZ-WRB");
        var whole = (await Asked(Program(Role.ReformCommission), Lists)).At("data.district");
        var other = whole.At("plans.nodes").EnumerateArray().First(p => p.At("leadAgency").ValueKind != JsonValueKind.Null
            && p.Text("leadAgency.code") is not ("KZ-WRB" or "KZ-GOV") && p.Text("kind") == "SPECIAL"
            && p.At("subordinates").GetArrayLength() == 0).Text("code")!;
        var own = (await Asked(department, Lists)).At("data.district").Texts("plans.nodes", "code").ToList();
        var finding = whole.At("findings.nodes").EnumerateArray().First(f => f.At("plan").ValueKind != JsonValueKind.Null
            && !own.Contains(f.Text("plan.code")) && f.Text("responsible.code") != "KZ-WRB").Text("id")!;

        async Task<string> Plan(string code) =>
            (await Asked(department, $$"""{ district(code: "500154") { plan(code: "{{code}}") { title } } }""")).ToString()
                .Replace(code, "X");
        (await Plan(other)).Should().Be(await Plan("SPE-NONE"));
        (await Asked(department, $$"""{ node(id: "{{finding}}") { id } }""")).At("data.node").ValueKind.Should().Be(JsonValueKind.Null);
        (await Written(department, other)).Should().Be(await Written(department, "SPE-NONE"));
    }

    [Fact]
    public async Task A_department_writes_about_its_own_plans_what_it_has_done_itself()
    {
        var department = Program(Role.Department, "KZ-WRB");
        var own = (await Asked(department, Lists)).At("data.district.plans.nodes.0").Text("code")!;

        (await Written(department, own, "区水利局")).Should().Be("[]");
        (await Written(department, own, "区政府")).Should().Contain("只能办理本单位规划和本单位的事项。");
        (await Written(Program(Role.Audit), own, "区水利局")).Should().Contain("FORBIDDEN");
    }

    [Fact]
    public async Task Another_district_is_not_there_and_those_below_are_for_who_supervises()
    {
        const string national = """{ district(code: "000000") { name } }""";
        const string kaizhou = """{ district(code: "500154") { name } }""";
        const string unknown = """{ district(code: "500199") { name } }""";

        var finance = Program(Role.Finance);
        (await Asked(finance, national)).ToString().Replace("000000", "X").Should()
            .Be((await Asked(finance, unknown)).ToString().Replace("500199", "X"));
        (await Asked(Program(Role.Audit, district: "500000"), kaizhou)).At("data.district").Text("name").Should().Be("开州区");
        CodeOf(await Asked(Program(Role.Finance, district: "500000"), kaizhou)).Should().Be("NOT_FOUND");
        (await Asked(finance, "{ districts(first: 10) { totalCount nodes { code } } }")).At("data.districts.totalCount").GetInt32()
            .Should().Be(1);
        var above = Program(Role.ReformCommission, district: "500000");
        (await Asked(above, """
            mutation { registerAgency(input: { district: "500154", name: "区示例中心" }) { problems { message } } }
            """)).At("data.registerAgency.problems.0").Text("message").Should().Be("只能在本行政区登记。");
    }

    [Fact]
    public async Task Finance_corrects_what_is_of_money_and_nothing_else()
    {
        var finance = Program(Role.Finance);
        var answer = (await Asked(finance, """
            { district(code: "500154") { plans(first: 1) { nodes { id } } fundingLines(first: 1) { nodes { id } } } }
            """)).At("data.district");
        async Task<string> Correct(string id, string field, string value) => (await Asked(finance,
            "mutation($input: CorrectRecordInput!) { correctRecord(input: $input) { problems { message } } }",
            new
            {
                input = new
                {
                    district = "500154", id, reason = "录入有误", document = "开州府办发〔2020〕95号", values = new[] { new { field, value } },
                },
            })).ToString();

        (await Correct(answer.Text("plans.nodes.0.id")!, "importance", "MAJOR")).Should()
            .Contain("财政部门只能登记经费、政府投资年度计划、核验单及其文件，以及本单位的意见和分工事项。");
        (await Correct(answer.Text("fundingLines.nodes.0.id")!, "amount", "1")).Should().NotContain("财政部门");
    }

    [Fact]
    public async Task Whoever_has_the_paper_sees_what_stands_on_it_and_nothing_behind()
    {
        var issued = (await Asked(Program(Role.Finance), """
            mutation { issueFundingCertificate(input: { district: "500154", plan: "SPE-2021-12", purpose: IMPLEMENTATION, money: DISTRICT,
              on: "2026-06-30" }) { problems { message } fundingCertificate { number verifyCode } } }
            """)).At("data.issueFundingCertificate.fundingCertificate");
        var query = $$"""fundingCertificate(number: "{{issued.Text("number")}}", verifyCode: "{{issued.Text("verifyCode")}}")""";
        foreach (var stranger in new[] { Client(), Program(Role.Finance, district: "500000"), Program(Role.Department, "KZ-EEB") })
        {
            (await Asked(stranger, $"{{ {query} {{ status verdict preparedBy planTitle eligibleNow {{ verdict notes {{ id }} }} }} }}"))
                .At("data.fundingCertificate").Text("status").Should().Be("PREPARED");
            CodeOf(await Asked(stranger, $"{{ {query} {{ plan {{ title findings {{ sentence }} }} }} }}")).Should()
                .BeOneOf("UNAUTHENTICATED", "FORBIDDEN");
        }
    }

    [Fact]
    public async Task The_history_of_a_record_names_what_is_seen_alone()
    {
        const string documents = """
            { district(code: "500154") { plans(first: 100) { nodes { code title } }
                documents(first: 100) { nodes { id plans { code title } } } } }
            """;
        var department = Program(Role.Department, "KZ-WRB");
        var whole = (await Asked(Program(Role.ReformCommission), documents)).At("data.district");
        var seen = (await Asked(department, documents)).At("data.district");
        var hidden = new List<string>();
        foreach (var plan in whole.At("plans.nodes").EnumerateArray())
        {
            var asked = $$"""{ district(code: "500154") { plan(code: "{{plan.Text("code")}}") { code } } }""";
            if (CodeOf(await Asked(department, asked)) == "NOT_FOUND")
            {
                hidden.Add(plan.Text("title")!);
            }
        }
        hidden.Should().NotBeEmpty();
        var told = new List<string>();
        foreach (var id in seen.Texts("documents.nodes", "id"))
        {
            var record = await Asked(department, $$"""
                { district(code: "500154") { record(id: "{{id}}") {
                    name fields { field became } changes { name fields { field became } } } } }
                """);
            told.Add(record.At("data.district.record.fields").EnumerateArray()
                .Where(f => f.Text("field") == "plans").Select(f => f.Text("became")).FirstOrDefault() ?? "");
        }

        told.Should().Contain(t => t.Length > 0, "some of the documents name plans");
        told.Where(t => hidden.Any(title => t.Contains(title, StringComparison.Ordinal))).Should().BeEmpty();
    }

    private static async Task<string> Written(HttpClient client, string plan, string agency = "区水利局")
    {
        var answer = await Asked(client, "mutation($input: RecordActInput!) { recordAct(input: $input) { problems { message } } }",
            new { input = new { district = "500154", plan, type = "CONSULTED", on = "2026-06-01", agency } });
        var said = answer.TryGetProperty("errors", out var errors) ? errors : answer.At("data.recordAct.problems");
        return said.ToString().Replace(plan, "X");
    }
}
