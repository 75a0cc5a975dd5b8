using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>Entries whose title is that of a registered plan: linked once it is confirmed, where nothing else may be meant.</summary>
public sealed class EntryPlanTests : WorkbookTest
{
    private const string Science = "开州区“十五五”科技创新规划（示例）";

    private static byte[] List(params object?[][] rows) => new TestWorkbook().Sheet("附表1",
        [["开州区2029年度规划编制目录清单"], ["序号", "规划名称", "类别", "牵头单位", "规划期限"], .. rows]).Bytes();

    private static readonly object NewList = new { newList = true };

    private async Task<JsonElement> Read(params object?[][] rows) => await Inspected(Http, await Sent(Http, List(rows)), NewList);

    private async Task<string[]> Links(params object?[][] rows) =>
        [.. (await Read(rows)).Texts("inferred", "said").OfType<string>().Where(s => s.Contains("推定关联"))];

    private async Task<string[]> Reports(params object?[][] rows) =>
        [.. (await Read(rows)).Texts("notices", "said").OfType<string>().Where(s => s.Contains("未推定关联"))];

    private async Task HavePlan(string code, string title, string from = "2026", string to = "2030", string extra = "") => (await Ask($$"""
        mutation { registerPlan(input: { district: "500154", code: "{{code}}", title: "{{title}}", kind: SPECIAL,
            horizon: { from: {{from}}, to: {{to}} } {{extra}} }) { problems { message } } }
        """)).At("registerPlan.problems").GetRawText().Should().Be("[]");

    [Fact]
    public async Task The_only_plan_of_that_title_is_proposed_and_linked_once_it_is_confirmed()
    {
        var id = await Sent(Http, List([1, Science, "专项规划", "区科技局", "2026-2030"], [2, "开州区示例甲规划", "专项规划", "区水利局", null]));

        var inspected = await Inspected(Http, id, NewList);
        var unconfirmed = await Imported(Http, id, NewList);
        var imported = await Imported(Http, id, new { newList = true, confirmation = inspected.Text("confirmation") });

        inspected.At("inferred").EnumerateArray().Select(r => (r.Text("place"), r.Text("said"))).Should().Contain(
            ("附表1!B3", "“开州区“十五五”科技创新规划（示例）”推定关联已登记的规划SPE-2026-10（2026—2030年，名称相同）。"));
        inspected.Texts("notices", "said").Should().Contain("1个条目没有关联规划：评判的是规划和已报送、批准的清单，条目本身不评判。");
        unconfirmed.Text("problems.0.message").Should().Be("有推定事项尚未确认，或者与所确认的不同；请核对后以confirmation确认。");
        imported.At("problems").GetRawText().Should().Be("[]");
        (await Ask("{ district(code: \"500154\") { directoryLists { code entries { title plan { code } } } } }"))
            .At("district.directoryLists").EnumerateArray().Single(l => l.Text("code") == "SR-2029").At("entries").EnumerateArray()
            .Select(e => e.At("plan") is { ValueKind: JsonValueKind.Object } plan ? plan.Text("code") : null)
            .Should().Equal("SPE-2026-10", null);
        (await Inspected(Http, id, NewList)).Texts("inferred", "said").Should().NotContain(s => s!.Contains("推定关联"), "it is linked");
    }

    [Fact]
    public async Task Of_two_plans_of_one_title_none_is_linked_and_that_is_reported()
    {
        await HavePlan("TWIN-1", "开州区示例丙规划");
        await HavePlan("TWIN-2", "开州区示例丙规划", "2026", "2035");

        (await Links([1, "开州区示例丙规划", "专项规划", null, null])).Should().BeEmpty();
        (await Reports([1, "开州区示例丙规划", "专项规划", null, null])).Should().Equal("与“开州区示例丙规划”同名的规划有2项（TWIN-1、TWIN-2），未推定关联。");
    }

    [Fact]
    public async Task Of_two_entries_of_one_title_none_is_linked_and_that_is_reported()
    {
        (await Links([1, Science, "专项规划", null, null], [2, Science, "专项规划", null, null])).Should().BeEmpty();
        (await Reports([1, Science, "专项规划", null, null], [2, Science, "专项规划", null, null])).Should().HaveCount(2)
            .And.OnlyContain(s => s == $"“{Science}”有2个条目，均与规划SPE-2026-10同名，未推定关联。");
    }

    [Theory]
    [InlineData("专项规划", "区科技局", "2031-2035", "条目规划期为2031—2035年，规划为2026—2030年")]
    [InlineData("区域规划", "区科技局", "2026-2030", "条目类型为区域规划，规划登记为专项规划")]
    [InlineData("专项规划", "区水利局", "2026-2030", "条目牵头单位为重庆市开州区水利局，规划为重庆市开州区科学技术局")]
    public async Task What_contradicts_the_plan_is_not_linked_to_it_and_it_is_said_why(string kind, string lead, string years, string why)
    {
        (await Links([1, Science, kind, lead, years])).Should().BeEmpty();
        (await Reports([1, Science, kind, lead, years])).Should().ContainSingle().Which.Should().Contain(why).And.EndWith("，未推定关联。");
    }

    [Fact]
    public async Task A_plan_that_has_ended_a_secret_one_and_one_of_another_district_are_neither_linked_nor_told_of()
    {
        object?[][] rows =
        [
            [1, "开州区冷链物流发展规划(2022—2024年)(示例)", "专项规划", null, null], [2, "涉密规划甲", "专项规划", null, null],
            [3, "重庆市农田质量提升规划(2021—2030年)(示例)", "专项规划", null, null],
        ];

        var read = (await Read(rows)).GetRawText();

        read.Should().NotContain("推定关联").And.NotContain("SPE-2022-03").And.NotContain("SPE-2026-S1").And.NotContain("SPE-2021-01");
        (await Links([1, "涉密规划", "专项规划", null, null])).Should().BeEmpty("all secret plans have one title, which tells none of them");
    }

    [Fact]
    public async Task A_plan_that_was_renamed_is_known_by_its_title_of_now_alone()
    {
        await HavePlan("OLD-1", "开州区示例旧名规划");
        (await Links([1, "开州区示例旧名规划", "专项规划", null, null])).Should().ContainSingle();
        var plan = (await Ask("{ district(code: \"500154\") { plan(code: \"OLD-1\") { id } } }")).Text("district.plan.id");
        (await Ask("""
            mutation($plan: ID!) { correctRecord(input: { district: "500154", id: $plan, reason: "名称录入有误，据实更正", document: "开州示例发〔2024〕2号",
                values: [{ field: "title", value: "开州区示例新名规划" }] }) { problems { message } } }
            """, new { plan })).At("correctRecord.problems").GetRawText().Should().Be("[]");

        (await Links([1, "开州区示例旧名规划", "专项规划", null, null])).Should().BeEmpty();
        (await Links([1, "开州区示例新名规划", "专项规划", null, null])).Should().ContainSingle();
    }

    [Fact]
    public async Task What_the_sheet_or_the_list_says_of_the_plan_stands()
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1", [["开州区2029年度规划编制目录清单"], ["序号", "规划名称", "类别", "规划代码"],
            [1, Science, "专项规划", null]]).Bytes());

        (await Inspected(Http, id, NewList)).Texts("inferred", "said").Should().NotContain(s => s!.Contains("推定关联"),
            "the column of codes says that there is none");
    }

    [Fact]
    public async Task A_department_is_told_of_no_plan_that_is_not_its_own_to_see()
    {
        var department = Program(Role.Department, "KZ-WRB");

        var read = await Inspected(department, await Sent(department, List([1, Science, "专项规划", null, null])), NewList);

        read.GetRawText().Should().NotContain("SPE-2026-10");
        read.Text("problems.0.message").Should().Be("只能办理本单位规划和本单位的事项。");
    }
}
