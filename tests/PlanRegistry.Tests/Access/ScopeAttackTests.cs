using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>Whoever looks for what lies outside, by ids, cursors, counts or live, finds that there is nothing.</summary>
public sealed class ScopeAttackTests : AccessTest
{
    /// <summary>Each list of records, with what plan each is of.</summary>
    private static readonly (string List, string Selection)[] Lists =
    [
        ("plans", "id code"), ("findings", "id plan { code } responsible { code }"), ("acts", "id plan { code }"),
        ("fundingLines", "id plan { code }"), ("certificates", "id plan { code }"), ("amendments", "id plan { code }"),
    ];

    private static string All(string list, string selection, string? after = null, int first = 100) =>
        $$"""{ district(code: "500154") { {{list}}(first: {{first}}{{(after is null ? "" : $", after: \"{after}\"")}}) { """
        + $$"""totalCount nodes { {{selection}} } edges { cursor } pageInfo { endCursor hasNextPage } } } }""";

    private static async Task<IReadOnlyList<JsonElement>> Read(HttpClient client, string list, string selection)
    {
        List<JsonElement> read = [];
        for (string? after = null; ;)
        {
            var page = (await Asked(client, All(list, selection, after))).At($"data.district.{list}");
            read.AddRange(page.At("nodes").EnumerateArray());
            page.At("totalCount").GetInt32().Should().BeGreaterThanOrEqualTo(read.Count);
            if (!page.At("pageInfo.hasNextPage").GetBoolean())
            {
                page.At("totalCount").GetInt32().Should().Be(read.Count, "{0} that are not seen are not counted", list);
                return read;
            }
            after = page.Text("pageInfo.endCursor");
        }
    }

    [Fact]
    public async Task By_global_ids_one_finds_what_stands_in_ones_own_lists_and_nothing_else()
    {
        var (whole, department) = (Program(Role.ReformCommission), Program(Role.Department, "KZ-WRB"));
        var stranger = Program(Role.Finance, district: "500000");
        var seen = await Seen(department, await Read(whole, "plans", "id code"));
        foreach (var (list, selection) in Lists)
        {
            var records = await Read(whole, list, selection);
            var all = records.Select(r => r.Text("id")!).ToList();
            var own = (await Read(department, list, selection)).Select(r => r.Text("id")!).ToList();
            own.Should().BeSubsetOf(all);
            foreach (var ids in all.Chunk(50))
            {
                const string nodes = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
                var found = (await Asked(department, nodes, new { ids })).At("data.nodes").EnumerateArray()
                    .Where(n => n.ValueKind != JsonValueKind.Null).Select(n => n.Text("id")!).ToList();
                ids.Intersect(own).Should().BeSubsetOf(found);
                found.Should().OnlyHaveUniqueItems();
                // What its plans hang on is seen with what belongs to it, and stands in none of its lists.
                found.Except(own).Should().BeSubsetOf(records.Where(r => seen.Contains(PlanOf(list, r))).Select(r => r.Text("id")!),
                    "of {0}", list);
                (await Asked(stranger, nodes, new { ids })).At("data.nodes").EnumerateArray()
                    .Should().OnlyContain(n => n.ValueKind == JsonValueKind.Null, "another district's {0} are not there", list);
            }
        }
    }

    private static string? PlanOf(string list, JsonElement record) => list == "plans" ? record.Text("code")
        : record.At("plan").ValueKind == JsonValueKind.Null ? null : record.Text("plan.code");

    /// <summary>The plans that there are for who asks, by their codes: its own, and what these hang on.</summary>
    private static async Task<HashSet<string?>> Seen(HttpClient client, IReadOnlyList<JsonElement> plans)
    {
        HashSet<string?> seen = [];
        foreach (var code in plans.Select(p => p.Text("code")!))
        {
            if (CodeOf(await Asked(client, $$"""{ district(code: "500154") { plan(code: "{{code}}") { code } } }""")) is null)
            {
                seen.Add(code);
            }
        }
        seen.Count.Should().BeLessThan(plans.Count, "some are not seen");
        return seen;
    }

    [Fact]
    public async Task A_cursor_of_who_sees_more_leads_to_nothing_more()
    {
        var (whole, department) = (Program(Role.ReformCommission), Program(Role.Department, "KZ-WRB"));
        foreach (var (list, selection) in Lists)
        {
            var own = (await Asked(department, All(list, selection))).At($"data.district.{list}");
            var seen = (await Read(department, list, selection)).Select(n => n.Text("id")!).ToList();
            var cursors = (await Asked(whole, All(list, "id"))).At($"data.district.{list}.edges").EnumerateArray()
                .Select(e => e.Text("cursor")!).ToList();
            foreach (var cursor in cursors.Where((_, i) => i % 7 == 0))
            {
                var answer = await Asked(department, All(list, selection, cursor));
                if (answer.TryGetProperty("errors", out _))
                {
                    CodeOf(answer).Should().BeOneOf("INVALID_VALUE", "BAD_USER_INPUT");
                    continue;
                }
                var page = answer.At($"data.district.{list}");
                page.At("nodes").EnumerateArray().Select(n => n.Text("id")!).Should().BeSubsetOf(seen);
                page.At("totalCount").GetInt32().Should().Be(own.At("totalCount").GetInt32());
            }
        }
    }

    [Fact]
    public async Task Entries_and_changes_of_another_district_are_no_more_there_than_those_of_none()
    {
        var audit = Program(Role.Audit);
        foreach (var asked in new[]
        {
            "changes(first: 1, afterSeq: 0) { totalCount }", "ledger(first: 1) { totalCount }",
            "corrections(first: 1) { totalCount }", "seq",
        })
        {
            async Task<string> Of(string district) =>
                (await Asked(audit, $$"""{ district(code: "{{district}}") { {{asked}} } }""")).ToString().Replace(district, "X");
            (await Of("000000")).Should().Be(await Of("500199")).And.Contain("NOT_FOUND");
        }
    }

    [Fact]
    public async Task A_department_is_told_live_of_its_own_findings_alone()
    {
        var department = Program(Role.Department, "KZ-EEB");
        var commission = Program(Role.ReformCommission);
        var own = (await Read(department, "plans", "id code")).Select(p => p.Text("code")!).ToList();
        own.Should().NotContain("SPE-2023-02");
        using var socket = await SocketClient.Open(department,
            new { authorization = department.DefaultRequestHeaders.Authorization!.ToString() });
        await socket.Subscribe("1", "subscription { findingChanged(district: \"500154\") { seq opened { plan { code } } "
            + "cleared { plan { code } } } }");
        async Task Write(string field) => (await Asked(commission, $"mutation {{ {field} {{ seq problems {{ message }} }} }}")).ToString()
            .Should().Contain("\"problems\":[]");

        await Write("recordAct(input: { district: \"500154\", plan: \"SPE-2023-02\", type: REPORTED, about: ANNUAL, year: 2024, "
            + "on: \"2026-06-29\" })");
        await Write("registerPlan(input: { district: \"500154\", title: \"开州区生态示例规划(示例)\", code: \"SPE-X\", "
            + "kind: SPECIAL, horizon: { from: 2026, to: 2030 }, leadAgency: \"KZ-EEB\", draftingFrom: \"2026-06-01\" })");

        var told = await socket.Receive();
        while (told.Contains("\"opened\":[],\"cleared\":[]", StringComparison.Ordinal))
        {
            told = await socket.Receive();
        }
        told.Should().Contain("SPE-X").And.NotContain("SPE-2023-02");
    }
}
