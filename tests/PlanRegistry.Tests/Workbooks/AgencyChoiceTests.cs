using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>An agency that nobody knows is chosen among three, or said by code, for all cells of its text.</summary>
public sealed class AgencyChoiceTests : WorkbookTest
{
    private static byte[] Book(int first, string extra = "水利天文台") => new TestWorkbook().Sheet("附表1",
        [["序号", "规划名称", "类别", "牵头单位", "配合单位"], [first, $"开州区示例{first}规划", "专项规划", "水利天文台", null],
            [first + 1, $"开州区示例{first + 1}规划", "专项规划", " 水利天文台", $"区教委、{extra}"]]).Bytes();

    private static object Said(string? agency, string text = "水利天文台", string? confirmation = null) => new
    {
        list = "SR-2024", reason = "补录", document = "开州示例发〔2024〕2号", confirmation,
        agencies = agency is null ? null : new[] { new { text, agency } },
    };

    private static string[] Problems(JsonElement answer) => [.. answer.At("problems").EnumerateArray()
        .Select(p => $"{string.Join('!', p.At("path").EnumerateArray().Select(x => x.GetString()))}：{p.Text("message")}")];

    [Fact]
    public async Task Three_candidates_are_given_and_the_one_chosen_is_used_for_all_cells_of_that_text()
    {
        var id = await Sent(Http, Book(91));

        var asked = await Inspected(Http, id, Said(null));
        var candidates = asked.At("agencies.0.candidates").EnumerateArray().Select(c => c.Text("name")!).ToList();
        var chosen = await Inspected(Http, id, Said(candidates[1]));

        asked.At("agencies").GetArrayLength().Should().Be(1);
        (asked.Text("agencies.0.text"), asked.At("agencies.0.said").ValueKind, candidates.Count).Should()
            .Be(("水利天文台", JsonValueKind.Null, 3));
        Problems(asked).Should().HaveCount(3)
            .And.OnlyContain(p => p.Contains("单位“水利天文台”未登记，可能是"));
        Problems(chosen).Should().BeEmpty();
        chosen.Text("agencies.0.said.name").Should().Be(candidates[1]);
        chosen.At("inferred").EnumerateArray().Select(r => $"{r.Text("place")}：{r.Text("said")}").Should().Equal(
            $"附表1!D2：“水利天文台”按指定认定为“{candidates[1]}”。", $"附表1!D3：“水利天文台”按指定认定为“{candidates[1]}”。",
            $"附表1!E3：“区教委、水利天文台”按指定认定为“区教委、{candidates[1]}”。");
        chosen.Text("confirmation").Should().NotBeNull("it is confirmed like all that is inferred");
    }

    [Theory]
    [InlineData("KZ-WRB")]
    [InlineData("重庆市开州区水利局")]
    [InlineData("区水利局")]
    public async Task It_is_said_by_code_name_or_alias(string agency)
    {
        (await Inspected(Http, await Sent(Http, Book(91)), Said(agency))).Text("agencies.0.said.code").Should().Be("KZ-WRB");
    }

    [Fact]
    public async Task An_agency_that_is_not_registered_is_refused_with_sheet_and_cell()
    {
        Problems(await Inspected(Http, await Sent(Http, Book(91)), Said("火星局"))).Should().Equal(
            "附表1!D2：指定为“水利天文台”的单位“火星局”未登记，请从已登记的单位中选择。", "附表1!D3：指定为“水利天文台”的单位“火星局”未登记，请从已登记的单位中选择。",
            "附表1!E3：指定为“水利天文台”的单位“火星局”未登记，请从已登记的单位中选择。");
    }

    [Theory]
    [InlineData("区数据局、区农业农村委", "区数据局、区农业农村委", "区数据局, 区农业农村委")]
    [InlineData("区数据局\n区农业农村委", "区数据局、区农业农村委", "区数据局, 区农业农村委")]
    [InlineData("水利局；水利天文台", "水利局、水利天文台", "水利局, 水利天文台")]
    public async Task Two_agencies_where_one_leads_are_refused_and_none_is_chosen_for_both(string lead, string zh, string en)
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1",
            [["序号", "规划名称", "类别", "牵头单位"], [91, "开州区示例甲规划", "专项规划", lead]]).Bytes());

        var refused = await Inspected(Http, id, Said(null));
        var chosen = await Inspected(Http, id, Said("KZ-DATA", lead));
        Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        var english = await Inspected(Http, id, Said(null));

        Problems(refused).Should().Equal($"附表1!D2：写有2个单位（{zh}），只能写一个；请留下一个，牵头单位以外的写入“配合单位”。");
        Problems(english).Should().Equal($"附表1!D2：2 agencies are written ({en}) where one can be: leave one; "
            + "who helps the lead agency belongs under 配合单位 and not here.");
        refused.At("agencies").GetArrayLength().Should().Be(0);
        Problems(chosen).Should().HaveCount(1, "to choose one would drop the other");
    }

    [Fact]
    public async Task A_text_that_is_said_twice_or_stands_nowhere_is_told()
    {
        var id = await Sent(Http, Book(91));
        object Twice(params string[] texts) => new
        {
            list = "SR-2024", reason = "补录", document = "开州示例发〔2024〕2号",
            agencies = texts.Select(text => new { text, agency = "KZ-WRB" }),
        };

        Problems(await Inspected(Http, id, Twice("水利天文台", "水利 天文台"))).Should().Equal("agencies：“水利天文台”指定了两次单位，请只写一次。");
        (await Inspected(Http, id, Twice("水利天文台", "水晶宫"))).Texts("notices", "said").Should().Contain(
            "所指定的单位“水晶宫”没有采用：读入的单元格中没有该文字，或者它本身就是已登记单位的名称。");
        (await Inspected(Http, id, new
        {
            list = "SR-2024", agencies = Enumerable.Range(0, 201).Select(n => new { text = $"单位{n}", agency = "KZ-WRB" }),
        })).Text("problems.0.message").Should().Be("一次最多指定200个单位。");
    }

    [Fact]
    public async Task What_was_chosen_is_remembered_with_the_shape_for_that_office_and_can_be_forgotten()
    {
        var client = Program(Role.ReformCommission);
        var id = await Sent(client, Book(91));
        var confirmation = (await Inspected(client, id, Said("KZ-WRB"))).Text("confirmation");
        (await Imported(client, id, Said("KZ-WRB", confirmation: confirmation))).At("problems").GetRawText().Should().Be("[]");
        var next = await Sent(client, Book(95));

        var read = await Inspected(client, next, Said(null));
        var otherwise = await Inspected(client, next, Said("区教委"));

        read.At("sheets.0.remembered").GetBoolean().Should().BeTrue();
        read.Text("agencies.0.said.code").Should().Be("KZ-WRB");
        read.Text("inferred.0.said").Should().Be("“水利天文台”按上次的指定认定为“重庆市开州区水利局”。");
        otherwise.Text("agencies.0.said.code").Should().NotBe("KZ-WRB");
        await Asked(client, "mutation($shape: ID!) { forgetMapping(input: { district: \"500154\", shape: $shape }) { forgotten } }",
            new { shape = read.Text("sheets.0.shape") });
        Problems(await Inspected(client, next, Said(null))).Should().HaveCount(3);
    }

    [Fact]
    public async Task What_is_read_of_a_column_is_shown_in_words_whole()
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1",
            [["序号", "规划名称", "类别", "牵头单位", "规划期限", "完成时限", "是否环评"],
                [91, "开州区示例甲规划", "专项规划", "水利局", "2021—2025年", "2025年6月", "√"],
                [92, "开州区示例乙规划", "区域规划", "区教委", "十五五", "/", "否"]]).Bytes());

        var read = await Inspected(Http, id, Said(null));

        read.At("sheets.0.columns").EnumerateArray().ToDictionary(c => c.Text("field")!, c => string.Join('|',
            c.At("readAs").EnumerateArray().Select(r => r.GetString()))).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["entry"] = "91|92", ["title"] = "开州区示例甲规划|开州区示例乙规划", ["kind"] = "专项规划|区域规划", ["lead_agency"] = "区水利局|区教委",
            ["horizon"] = "2021—2025年|2026—2030年", ["due"] = "2025年6月", ["eia_needed"] = "是|否",
        });
    }
}
