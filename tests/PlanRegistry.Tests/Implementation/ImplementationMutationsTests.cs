using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Implementation;

/// <summary>The sample's development plan, on 2026-06-30: decomposed by the government's office, reported on by who answers.</summary>
public sealed class ImplementationMutationsTests : AccessTest
{
    private readonly HttpClient commission;
    private readonly HttpClient office;
    private readonly HttpClient traffic;

    public ImplementationMutationsTests()
    {
        commission = Program(Role.ReformCommission);
        office = Program(Role.Department, "区政府办公室");
        traffic = Program(Role.Department, "区交通运输委");
    }

    private static async Task<JsonElement> Do(HttpClient client, string mutation, object input, string subject) =>
        (await Asked(client, $$"""
            mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) {
                seq problems { code message path clause } {{subject}} } }
            """, new { input })).At($"data.{mutation}");

    private static string[] Said(JsonElement payload) => [.. payload.Texts("problems", "message").OfType<string>()];

    private static Task<JsonElement> Tasks(HttpClient client, params object[] tasks) =>
        Do(client, "setTasks", new { district = "500154", plan = "DEV-2026", tasks }, "tasks { code kind title }");

    private static Task<JsonElement> Decompose(HttpClient client, object[] assignments, string plan = "DEV-2026",
        string? reason = null) => Do(client, "decomposePlan", new { district = "500154", plan, reason, assignments },
            "assignments { kind lead { name } coAgencies { name } by { name } on }");

    private static Task<JsonElement> Tell(HttpClient client, string task, int year, string grade, string? agency = null,
        string? on = null) => Do(client, "recordTaskProgress", new { district = "500154", task, year, grade, agency, on },
            "progress { grade on agency { name } }");

    private static async Task<JsonElement> Assignments(HttpClient client, string filter,
        string nodes = "task { code } indicator { code }") => (await Asked(client, $$"""
            { district(code: "500154") { assignments(first: 50, filter: {{filter}}) { totalCount nodes { {{nodes}} } } } }
            """)).At("data.district.assignments");

    [Fact]
    public async Task The_government_office_sets_tasks_and_assigns_them_all_or_none()
    {
        (await Tasks(office, new { code = "T-X", kind = "PROJECT", title = "疏港铁路" }, new { code = "T-Y", title = "乡村振兴" }))
            .At("tasks")[0].ToString().Should().Be("""{"code":"T-X","kind":"PROJECT","title":"疏港铁路"}""");

        var refused = await Decompose(office, [new { task = "T-X", lead = "区交通运输委" }, new { task = "T-Z", lead = "区交通运输委" }]);
        Said(refused).Should().Equal("任务“T-Z”未登记。");
        refused.At("problems")[0].At("path").ToString().Should().Be("""["assignments","1","task"]""");
        (await Assignments(office, """{ text: "T-X" }""")).At("totalCount").GetInt32().Should().Be(0, "all of them or none");

        (await Decompose(office, [new { task = "T-X", lead = "区交通运输委", coAgencies = new[] { "区水利局" } }])).At("assignments")[0].ToString()
            .Should().Be("""{"kind":"PROJECT","lead":{"name":"重庆市开州区交通运输委员会"},"coAgencies":[{"name":"重庆市开州区水利局"}],"by":"""
                + """{"name":"重庆市开州区人民政府办公室"},"on":"2026-06-30"}""");
    }

    [Fact]
    public async Task A_subject_has_one_lead()
    {
        var two = await Decompose(office, [new { indicator = "KZ-GRAIN", lead = "区农业农村委" }, new { indicator = "KZ-GRAIN", lead = "区水利局" }],
            "500000:DEV-2026");
        Said(two).Should().Equal("“KZ-GRAIN”列了不止一个牵头单位（区农业农村委、区水利局）；每项只有一个牵头单位，其他单位列为配合单位。");
        two.At("problems")[0].Text("clause").Should().Be("开州府办发〔2020〕95号 三、（四）");

        var another = new { task = "DEV-2026-T01", lead = "区水利局" };
        (await Decompose(office, [another])).At("problems")[0].Text("code").Should().Be("REASON_REQUIRED", "it has a lead already");
        (await Decompose(commission, [another], reason: "机构职能调整，牵头单位变更。")).At("problems").GetArrayLength().Should().Be(0);
        (await Assignments(office, """{ text: "DEV-2026-T01" }""", "lead { code } scheme { number }")).At("nodes")[0].ToString().Should()
            .Be("""{"lead":{"code":"KZ-WRB"},"scheme":null}""", "the scheme was another lead's, and it has yet to take it up in its own");
        (await Decompose(commission, [new { task = "DEV-2026-P01", lead = "区交通运输委", coAgencies = new[] { "区水利局" } }],
            reason: "增加配合单位，按会议纪要。")).At("problems").GetArrayLength().Should().Be(0);
        (await Assignments(commission, """{ text: "DEV-2026-P01" }""", "scheme { number }")).At("nodes")[0].Text("scheme.number")
            .Should().NotBeNull("what is in a scheme stays in it, with its lead");
    }

    [Fact]
    public async Task A_task_that_was_approved_with_its_plan_is_changed_by_a_document_alone()
    {
        object Renamed(string? document) => new
        {
            district = "500154", plan = "DEV-2026", reason = "名称按批复文本规范。", document,
            tasks = new[] { new { code = "DEV-2026-T01", title = "建设区域性综合交通枢纽(示例)" } },
        };

        var refused = await Do(commission, "setTasks", Renamed(null), "seq");
        Said(refused).Should().Equal("规划已批准，批准时已有的任务“DEV-2026-T01”不能直接变更；须写明所据文件，或按原程序调整修订。");
        (refused.At("problems")[0].Text("code"), refused.At("problems")[0].Text("clause")).Should()
            .Be(("APPROVED_CONTENT", "开州府办发〔2020〕95号 三、（五）"));

        Said(await Do(commission, "setTasks", Renamed("开州府办发〔2020〕95号"), "seq")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_projects_code_is_a_code_on_a_task_and_on_a_line_of_money()
    {
        Said(await Tasks(commission, new { code = "T-X", title = "疏港铁路", projectCode = "A-1;B-2" })).Should().Equal(
            "项目代码“A-1;B-2”不能作代码：含有分号，或以行政区划代码加冒号开头。");
        Said(await Do(Program(Role.Finance), "recordFunding", new
        {
            district = "500154", plan = "DEV-2026", code = "F-X", project = "疏港铁路", amount = "1000", purpose = "IMPLEMENTATION",
            projectCode = "500000:A-1",
        }, "seq")).Should().Equal("项目代码“500000:A-1”不能作代码：含有分号，或以行政区划代码加冒号开头。");
    }

    [Fact]
    public async Task A_plan_that_is_not_approved_is_not_decomposed()
    {
        await Do(commission, "setTasks", new
        {
            district = "500154", plan = "SPE-2026-01", tasks = new[] { new { code = "T-DRAFT", title = "枢纽提能" } },
        }, "seq");

        var refused = await Decompose(commission, [new { task = "T-DRAFT", lead = "区交通运输委" }], "SPE-2026-01");

        Said(refused).Should().ContainSingle().Which.Should().EndWith("在2026年6月30日尚无批准或者发布的记录，不能分解落实；已经批准的，请先补录批准。");
        (refused.At("problems")[0].Text("code"), refused.At("problems")[0].Text("clause")).Should()
            .Be(("OUT_OF_ORDER", "开州府办发〔2020〕95号 三、（四）"));
    }

    [Theory]
    [InlineData("DEV-2026", "KZ-TAP", "“农村自来水普及率”不是《重庆市开州区国民经济和社会发展第十五个五年规划纲要(示例)》的指标，请先设定其目标值，或者更正指标。")]
    [InlineData("500000:DEV-2026", "URBAN-RATE", "未向本区分解下达“常住人口城镇化率”，请先登记分解下达值，或者更正指标。")]
    public async Task Only_indicators_of_the_plan_are_assigned(string plan, string indicator, string said) =>
        Said(await Decompose(commission, [new { indicator, lead = "区水利局" }], plan)).Should().ContainSingle().Which.Should().EndWith(said);

    [Fact]
    public async Task Neither_or_both_of_indicator_and_task_and_a_lead_among_those_who_take_part_are_refused()
    {
        Said(await Decompose(commission, [new { lead = "区水利局" }])).Should().Equal("一行分工只针对一项指标或者一项任务：指标、任务填写其中一个。");
        Said(await Decompose(commission, [new { indicator = "KZ-AIR", task = "DEV-2026-T01", lead = "区水利局" }]))
            .Should().HaveCount(1);
        Said(await Decompose(commission, [new { indicator = "KZ-AIR", lead = "区水利局", coAgencies = new[] { "区水利局" } }]))
            .Should().ContainSingle().Which.Should().Contain("中有牵头单位本身");
    }

    [Fact]
    public async Task Years_lie_within_the_plan_and_a_year_has_a_requirement_or_a_reason()
    {
        Said(await Tasks(commission, new { code = "T-X", title = "疏港铁路", fromYear = 2025, toYear = 2031 })).Should().Equal(
            "开始年“2025”不在2026—2030年之内。", "完成年“2031”不在2026—2030年之内。");
        object Year(string task, int year, string? requirement, string? noneBecause) =>
            new { district = "500154", task, year, requirement, noneBecause };
        Said(await Do(commission, "setTaskYear", Year("DEV-2026-P01", 2030, "通车", null), "taskYear { year }"))
            .Should().Equal("年度“2030”不在2026—2029年之内。");
        Said(await Do(commission, "setTaskYear", Year("DEV-2026-P01", 2028, null, null), "taskYear { year }"))
            .Should().Equal("一年写明实施要求，或者写明为何没有：实施要求、无要求的理由填写其中一个。");
        (await Do(office, "setTaskYear", Year("DEV-2026-P01", 2028, "控制性工程贯通", null), "taskYear { requirement task { title } }"))
            .At("taskYear").Text("requirement").Should().Be("控制性工程贯通");
        Said(await Do(commission, "setTaskYear", Year("T-9", 2028, "开工", null), "taskYear { year }")).Should().Equal("任务“T-9”未登记。");
    }

    [Fact]
    public async Task Only_who_answers_for_a_task_tells_how_far_it_has_come()
    {
        (await Tell(traffic, "DEV-2026-P01", 2026, "ON_PATH")).At("progress").ToString().Should()
            .Be("""{"grade":"ON_PATH","on":"2026-06-30","agency":{"name":"重庆市开州区交通运输委员会"}}""");
        Said(await Tell(traffic, "DEV-2026-T02", 2026, "ON_PATH")).Should().Equal(
            "任务“DEV-2026-T02”的进展由牵头单位重庆市开州区农业农村委员会或者配合单位报告，不由重庆市开州区交通运输委员会报告。");
        (await Do(commission, "decomposePlan", new
        {
            district = "500154", plan = "DEV-2026", on = "2026-06-20", reason = "重新分解",
            assignments = new[] { new { task = "DEV-2026-P02", lead = "重庆市人民政府" } },
        }, "seq")).At("problems")[0].Text("message").Should().Be("重庆市人民政府不是本区的单位，不能作为本区任务、指标的牵头单位。");
        Said(await Tell(traffic, "DEV-2026-P02", 2026, "ON_PATH", "区水利局")).Should().Equal("只能办理本单位规划和本单位的事项。");
        (await Tell(commission, "DEV-2026-T02", 2026, "ON_PATH")).At("problems").GetArrayLength().Should().Be(1, "recorded already");
        Said(await Tell(traffic, "DEV-2026-P01", 2027, "ON_PATH")).Should().Equal("截止日期“2026-06-30”早于2027年，当年的进展应在当年或者以后报告。");
        Said(await Tell(traffic, "DEV-2026-P01", 2031, "ON_PATH")).Should().Contain("年度“2031”不在2026—2030年之内。");
        Said(await Tell(traffic, "DEV-2026-P01", 2026, "ON_PATH", on: "2025-12-31"))
            .Should().ContainSingle().Which.Should().Contain("早于2026年");
    }

    [Fact]
    public async Task The_leads_word_is_the_grade_and_who_takes_part_speaks_beside_it()
    {
        var natural = Program(Role.Department, "区规划自然资源局");
        async Task<string?> Grade() => (await Assignments(commission, "{ text: \"DEV-2026-P01\" }", "grade task { code }")).At("nodes")
            .EnumerateArray().Single(a => a.Text("task.code") == "DEV-2026-P01").Text("grade");

        (await Tell(traffic, "DEV-2026-P01", 2026, "IN_DIFFICULTY")).At("problems").GetArrayLength().Should().Be(0);
        (await Tell(natural, "DEV-2026-P01", 2026, "DONE_EARLY")).At("problems").GetArrayLength().Should().Be(0, "of the same day");

        (await Grade()).Should().Be("IN_DIFFICULTY");
    }

    [Fact]
    public async Task A_lead_takes_what_it_answers_for_up_in_its_scheme_and_changes_nothing_else()
    {
        var water = Program(Role.Department, "区水利局");
        object Input(params string[] tasks) => new { district = "500154", plan = "DEV-2026", scheme = "开州示例农发〔2026〕2号", tasks };

        (await Do(water, "takeUpAssignments", Input("DEV-2026-P02"), "assignments { scheme { number } schemeAgency { code } }"))
            .At("assignments").ToString().Should()
            .Be("""[{"scheme":{"number":"开州示例农发〔2026〕2号"},"schemeAgency":{"code":"KZ-WRB"}}]""");
        Said(await Do(water, "takeUpAssignments",
            new { district = "500154", plan = "DEV-2026", scheme = "开州示例说明〔2026〕12号", tasks = new[] { "DEV-2026-P02" } }, "seq"))
            .Should().ContainSingle().Which.Should().EndWith("没有写明是方案，不能作为实施方案；请更正文件，或者在登记文件时写明文种（如“实施方案”）。");
        Said(await Do(water, "takeUpAssignments", Input("DEV-2026-M01"), "seq")).Should().Equal("只能办理本单位规划和本单位的事项。");
        Said(await Do(water, "takeUpAssignments", Input("T-9"), "seq")).Should().Equal("“T-9”尚未分解到牵头单位，请先办理任务分工，再纳入实施方案。");
        Said(await Decompose(water, [new { task = "DEV-2026-P02", lead = "区农业农村委" }], reason: "职能调整，变更牵头单位。"))
            .Should().Equal("只能办理本单位规划和本单位的事项。");
    }

    [Fact]
    public async Task Assignments_are_found_by_who_answers_kind_grade_and_year()
    {
        (await Assignments(commission, """{ agency: "区交通运输委", isLead: true, plan: "DEV-2026" }""")).At("nodes").ToString().Should().Be(
            """[{"task":null,"indicator":{"code":"KZ-EXPRESSWAY"}},{"task":{"code":"DEV-2026-P01"},"indicator":null},"""
            + """{"task":{"code":"DEV-2026-T01"},"indicator":null}]""");
        (await Assignments(commission, """{ kinds: [PROJECT], year: 2026 }""")).At("totalCount").GetInt32()
            .Should().Be(1, "the other begins in 2027");
        (await Assignments(commission, """{ grade: IN_DIFFICULTY }""")).At("nodes").ToString().Should()
            .Be("""[{"task":{"code":"DEV-2026-M01"},"indicator":null}]""");
        (await Assignments(commission, """{ grade: ON_PATH, year: 2027 }""")).At("totalCount").GetInt32().Should().Be(0);
        (await Asked(commission, """
            { district(code: "500154") { plan(code: "DEV-2026") {
                tasks(first: 1, kind: MEASURE) {
                    totalCount nodes { title years { year requirement } progress { grade } assignment { grade } } }
                assignments(first: 100) { totalCount } } } }
            """)).At("data.district.plan").ToString().Should().Be(
            """{"tasks":{"totalCount":1,"nodes":[{"title":"数字赋能基层治理三年行动(示例)","years":[{"year":2026,"requirement":"""
            + """
                "六成镇街接入一体化治理平台(示例)"}],"progress":[{"grade":"IN_DIFFICULTY"}],"assignment":{"grade":"IN_DIFFICULTY"}}]},
                """
            + """ "assignments":{"totalCount":18}}""".TrimStart());
    }
}
