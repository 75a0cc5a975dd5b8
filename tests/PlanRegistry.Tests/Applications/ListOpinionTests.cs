using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Applications;

/// <summary>recordListOpinion: the ecology and the water bureau say each its own, by its own paper.</summary>
public sealed class ListOpinionTests : ApplicationTest
{
    private const string Clause = "开州府办发〔2020〕95号 三、（一）";
    private const string WaterPaper = "开州示例水函〔2025〕1号";

    private static object OnEntry(string matter, string document, bool needed = true, string entry = "10", string? reason = null) =>
        new { district = "500154", list = "SR-2026", entry, matter, needed, document, reason };

    [Fact]
    public async Task The_water_bureau_says_what_an_entry_needs()
    {
        var payload = await Say(Department("KZ-WRB"), OnEntry("WATER", WaterPaper, needed: false));

        payload.At("problems").GetArrayLength().Should().Be(0, "{0}", payload);
        payload.At("directoryEntry").ToString().Should().Be(
            """{"code":"10","eiaNeeded":false,"waterNeeded":false,"waterOpinion":{"code":"开州示例水函〔2025〕1号"},"list":{"code":"SR-2026"}}""");
    }

    [Fact]
    public async Task Of_an_application_that_is_listed_the_word_stands_on_its_entry_and_of_an_open_one_on_itself()
    {
        var listed = await Say(Commission, new
        {
            district = "500154", application = "SB-2025-001", matter = "WATER", needed = false, document = WaterPaper,
        });
        var open = await Say(Commission, new
        {
            district = "500154", application = "SB-2026-001", matter = "WATER", needed = true, document = WaterPaper,
        });

        listed.At("application").ValueKind.Should().Be(JsonValueKind.Null);
        listed.Text("directoryEntry.code").Should().Be("10");
        open.At("application.waterNeeded").GetBoolean().Should().BeTrue();
        open.At("directoryEntry").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Nobody_speaks_in_place_of_the_bureau()
    {
        Refusal(await Say(Department("KZ-EEB"), OnEntry("WATER", WaterPaper)))
            .Should().Be(("是否需要水资源论证由重庆市开州区水利局提出意见，重庆市开州区生态环境局不能代为提出。", Clause));
        Refusal(await Say(Department("KZ-SCI"), OnEntry("WATER", WaterPaper)))
            .Should().Be(("是否需要水资源论证由重庆市开州区水利局提出意见，重庆市开州区科学技术局不能代为提出。", Clause));
        Refusal(await Say(Commission, OnEntry("EIA", WaterPaper, entry: "9"))).Should().Be((
            "文件《关于开州区2026年区级专项规划和区域规划编制目录清单中需开展水资源论证的规划的意见(示例)》（开州示例水函〔2025〕1号）不能作为环境影响评价意见："
            + "重庆市开州区水利局无权办理，应为区生态环境局。", Clause));
    }

    [Fact]
    public async Task The_paper_is_registered_with_its_issuer_and_date()
    {
        await Register("开州示例水函〔2026〕8号", "区水利局", issuedOn: null);
        var water = Department("KZ-WRB");

        Refusal(await Say(water, OnEntry("WATER", "开州示例水函〔2026〕9号"))).Should().Be((
            "文件“开州示例水函〔2026〕9号”未登记：请先登记重庆市开州区水利局的意见，写明印发单位和成文日期。", Clause));
        Refusal(await Say(water, OnEntry("WATER", "开州示例水函〔2026〕8号"))).Should().Be((
            "文件《开州示例水函〔2026〕8号(示例)》（开州示例水函〔2026〕8号）的成文日期未录入，意见何日提出无从知道。", Clause));
    }

    [Fact]
    public async Task What_is_recorded_is_overwritten_with_a_reason_alone()
    {
        var water = Department("KZ-WRB");
        await Say(water, OnEntry("WATER", WaterPaper, needed: false));

        Refusal(await Say(water, OnEntry("WATER", WaterPaper))).Message.Should().Be("是否需要水资源论证已登记为“否”，改写须说明理由。");
        (await Say(water, OnEntry("WATER", WaterPaper, reason: "录入有误，应为需要")))
            .At("directoryEntry.waterNeeded").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task It_is_said_of_one_thing_that_is_there()
    {
        var input = new { district = "500154", matter = "WATER", needed = true, document = WaterPaper };
        Refusal(await Say(Commission, input)).Message.Should().Be("请写明申报，或者写明清单和条目编号，二者取一。");
        Refusal(await Say(Commission, OnEntry("WATER", WaterPaper, entry: "99"))).Message.Should().Be("清单条目“SR-2026/99”未登记。");
        var unknown = new { district = "500154", application = "SB-NONE", matter = "WATER", needed = true, document = WaterPaper };
        Refusal(await Say(Commission, unknown))
            .Message.Should().Be("申报“SB-NONE”未登记。");
    }

    [Fact]
    public async Task A_department_corrects_no_word_of_the_bureaus_in_its_own_application_or_entry()
    {
        var scientists = Department("KZ-SCI");
        var found = (await Asked(Commission, """
            { district(code: "500154") { entryApplications(first: 9) { nodes { id code } } directoryLists { code entries { id code } } } }
            """)).At("data.district");
        var application = found.At("entryApplications.nodes").EnumerateArray().Single(a => a.Text("code") == "SB-2026-001").Text("id");
        var entry = found.At("directoryLists").EnumerateArray().Single(l => l.Text("code") == "SR-2026").At("entries").EnumerateArray()
            .Single(e => e.Text("code") == "10").Text("id");
        async Task<string?> Correct(HttpClient client, string? id) => (await Asked(client, """
            mutation($input: CorrectRecordInput!) { correctRecord(input: $input) { problems { message } } }
            """, new
            {
                input = new
                {
                    district = "500154", id, reason = "录入有误，应为不需要", document = "开州府办发〔2020〕95号",
                    values = new[] { new { field = "waterNeeded", value = "no" } },
                },
            })).Text("data.correctRecord.problems.0.message");

        (await Correct(Department("KZ-COM"), application)).Should().Be("只能办理本单位规划和本单位的事项。");
        (await Correct(scientists, entry)).Should().Be("只能办理本单位规划和本单位的事项。");
    }
}
