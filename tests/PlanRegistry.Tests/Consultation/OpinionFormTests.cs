using System.Net;
using PlanRegistry.Access;
using PlanRegistry.Tests.Exports;
using PlanRegistry.Tests.GraphQL;
using PlanRegistry.Tests.Workbooks;

namespace PlanRegistry.Tests.Consultation;

/// <summary>From the form to the records that the mutations would make, and what is refused, in their sentences.</summary>
public sealed class OpinionFormTests : OpinionFormTest
{
    private const string Incomplete =
        "意见应当写明针对条款、具体建议和理由依据，现缺少理由依据；没有意见的，具体建议写“无意见”。";

    [Fact]
    public async Task A_form_names_plan_round_agency_and_day_and_what_is_written_in_it_is_recorded_as_a_mutation_would()
    {
        var round = await Round();

        var form = await Form(Water, round);

        Cells(form).Take(10).Should().BeEquivalentTo(new string[][]
        {
            ["意见征求表"], ["规划名称", "开州区“十五五”文化旅游发展规划(示例)", ""], ["轮次编号", round, ""],
            ["征求单位", "重庆市开州区文化和旅游发展委员会", ""], ["答复截止日期", "2026年6月8日", ""], ["答复单位", "重庆市开州区水利局", ""],
            ["没有意见的，在右格填“无意见”", "", ""], ["答复日期", "", ""], ["联系人、电话（不读入）", "", ""],
            ["针对条款（章节、页码或者原文）", "具体建议", "理由依据"],
        }, o => o.WithStrictOrdering());
        var filled = FilledForm.Fill(form, ("B8", "2026年6月5日"), ("B9", "张某 1390000"),
            ("A11", "一、总体要求"), ("B11", "合计增加岸线保护要求"), ("C11", "水法第三十七条"),
            ("A12", "第四章"), ("B12", "删去码头一处"), ("C12", "与水安全保障规划\n不一致"));
        (await Uploaded(Water, filled)).At("recorded").GetInt32().Should().Be(2);
        (await Opinions(Lead, round)).Should().Equal(
            $"{round}-001|KZ-WRB|2026-06-05|一、总体要求|合计增加岸线保护要求|水法第三十七条|EFFECTIVE",
            $"{round}-002|KZ-WRB|2026-06-05|第四章|删去码头一处|与水安全保障规划\n不一致|EFFECTIVE");
    }

    [Fact]
    public async Task What_is_recorded_already_is_not_recorded_twice_and_a_reply_that_was_changed_is_told()
    {
        var round = await Round();
        var filled = FilledForm.Fill(await Form(Water, round), ("A11", "第三章"), ("B11", "补充岸线保护要求"), ("C11", "水法第三十七条"),
            ("A12", "第三章"), ("B12", " 补充岸线保护 要求"), ("C12", "水法第三十七条"));
        var first = await Uploaded(Water, filled);
        first.At("recorded").GetInt32().Should().Be(1);
        Said(first, "notices").Should().Contain("意见征求表!B12 与第11行相同，只登记一次。");

        var again = await Uploaded(Water, filled);

        again.At("recorded").GetInt32().Should().Be(0);
        Said(again, "notices").Should().Contain($"意见征求表!B11 已登记为意见“{round}-001”，不重复登记。");
        var changed = FilledForm.Fill(filled, ("B11", "补充岸线和码头"), ("A12", ""), ("B12", ""), ("C12", ""));
        Said(await Uploaded(Water, changed), "problems").Should().Equal(
            $"意见征求表!B11 针对同一条款已登记意见“{round}-001”，内容与本行不同：已登记的答复不以意见征求表更改，请在征求意见页面更正该意见，或者重新下载本表后填写。");
        // A form that is downloaded now has what was said, and takes more.
        var next = await Form(Water, round);
        Cells(next)[10].Should().Equal("第三章", "补充岸线保护要求", "水法第三十七条", $"{round}-001");
        var more = FilledForm.Fill(next, ("A12", "第五章"), ("B12", "补充灌溉"), ("C12", "水量不足"));
        (await Uploaded(Water, more)).At("recorded").GetInt32().Should().Be(1);
        Said(await Uploaded(Water, FilledForm.Fill(next, ("D11", $"{round}-009"))), "problems").Should().Equal(
            $"意见征求表!D11 意见“{round}-009”未登记或者已经撤销，不再登记；确需重新提出的，请清空“意见编号”一格。");
        Said(await Uploaded(Water, FilledForm.Fill(next, ("B11", "不再补充"))), "problems").Should().ContainSingle()
            .Which.Should().StartWith($"意见征求表!D11 针对同一条款已登记意见“{round}-001”，内容与本行不同：");
        (await Opinions(Lead, round)).Should().HaveCount(2);
    }

    [Fact]
    public async Task That_there_is_no_opinion_is_a_reply_and_no_opinion_and_goes_with_none()
    {
        var round = await Round();
        var form = await Form(Education, round);

        Said(await Uploaded(Education, FilledForm.Fill(form, ("B7", "同意，但见下"))), "problems").Should().Equal(
            "意见征求表!B7 该格只写“无意见”，不能写“同意，但见下”；有意见的，请写在下面的表中并清空该格。");
        Said(await Uploaded(Education, FilledForm.Fill(form, ("B7", "无意见"), ("A11", "第一章"), ("B11", "增加研学"), ("C11", "有需求"))), "problems")
            .Should().Equal("意见征求表!B7 本表既写“无意见”，又提出了意见：有意见的，请删去“无意见”；没有意见的，请删去各行意见。");
        Said(await Uploaded(Education, form), "problems").Should().Equal("意见征求表 表中没有填写意见；没有意见的，请写“无意见”。");
        var none = FilledForm.Fill(form, ("B7", "无意见"));
        (await Uploaded(Education, none)).At("recorded").GetInt32().Should().Be(1);
        Said(await Uploaded(Education, FilledForm.Fill(form, ("B11", "无"))), "notices").Should().Contain(
            $"意见征求表!B11 已登记为意见“{round}-001”，不重复登记。");
        Said(await Uploaded(Education, FilledForm.Fill(form, ("A11", "第一章"), ("B11", "增加研学"), ("C11", "有需求"))), "problems").Should().Equal(
            $"意见征求表!B11 重庆市开州区教育委员会在本轮已答复“无意见”（{round}-001）：另有意见的，请先撤销该答复，再登记意见。");
        (await Opinions(Lead, round)).Should().Equal($"{round}-001|KZ-EDU|2026-06-30||无意见||NO_OPINION");
    }

    [Fact]
    public async Task A_row_that_lacks_something_is_refused_as_the_mutation_does_and_given_back_with_its_round()
    {
        var round = await Round();
        var filled = FilledForm.Fill(await Form(Water, round), ("A11", "第三章"), ("B11", "补充岸线保护要求"),
            ("A12", "第四章"), ("B12", "删去码头"), ("C12", "岸线不足"), ("A13", "第五章"));

        Said(await Uploaded(Water, filled), "problems").Should().Equal($"意见征求表!C11 {Incomplete}",
            "意见征求表!B13 意见应当写明针对条款、具体建议和理由依据，现缺少具体建议、理由依据；没有意见的，具体建议写“无意见”。");
        (await Refused(Water, "recordOpinion", new { district = "500154", round, suggestion = "补充岸线保护要求", clause = "第三章" }))
            .Should().Equal($"INVALID_VALUE [\"reason\"] {Incomplete}");

        var good = await Uploaded(Water, filled, acceptGoodRows: true);

        (good.At("recorded").GetInt32(), good.At("returned").GetArrayLength()).Should().Be((1, 2));
        var back = await Water.GetByteArrayAsync($"/workbooks/{good.Text("returnedWorkbook")}");
        Cells(back).Take(5).Select(r => string.Join('|', r)).Should().Equal($"轮次编号|{round}||", "答复单位|重庆市开州区水利局||",
            "答复日期|2026-06-30||", "针对条款（章节、页码或者原文）|具体建议|理由依据|退回原因", $"第三章|补充岸线保护要求||意见征求表!C11：{Incomplete}");
        var mended = await Uploaded(Water, FilledForm.Fill(back, ("C5", "水法第三十七条"), ("B6", "补充灌溉"), ("C6", "水量不足")));
        mended.At("recorded").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task An_agency_downloads_and_sends_its_own_and_the_commission_anybodys()
    {
        var round = await Round();
        var commission = Program(Role.ReformCommission);
        (await Refusal(Water, round, "KZ-EDU")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Refusal(Program(Role.Department, "KZ-CIV"), round)).Should().Be((HttpStatusCode.NotFound, $"征求意见“{round}”未登记。"));
        (await Refusal(Lead, round, "KZ-CIV")).Should().Be(
            (HttpStatusCode.UnprocessableEntity, "本轮没有征求重庆市开州区民政局的意见。"));
        (await Refusal(Program(Role.Audit), round, "KZ-WRB")).Status.Should().Be(HttpStatusCode.NotFound);
        using var stranger = await Send(Client(), round);
        stranger.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        var open = await Form(Lead, round);
        Cells(open)[5].Should().Equal("答复单位", "", "");

        var waters = FilledForm.Fill(await Form(Lead, round, "KZ-WRB"), ("B7", "无意见"));
        Said(await Uploaded(Education, waters), "problems").Should().Equal("意见征求表!B7 只能办理本单位规划和本单位的事项。");
        Said(await Uploaded(Lead, waters), "problems").Should().Equal("意见征求表!B7 只能办理本单位规划和本单位的事项。");
        (await Uploaded(commission, waters)).At("recorded").GetInt32().Should().Be(1);
        (await Uploaded(Education, FilledForm.Fill(open, ("B7", "无意见")))).At("recorded").GetInt32().Should().Be(1);

        (await Opinions(Lead, round)).Select(o => o.Split('|')[1]).Should().Equal("KZ-WRB", "KZ-EDU");
    }

    [Fact]
    public async Task A_form_is_asked_for_by_code_name_or_alias_and_nobody_is_told_by_name()
    {
        var round = await Round();
        var byCode = Cells(await Form(Lead, round, "KZ-WRB"));
        foreach (var name in new[] { "区水利局", "重庆市开州区水利局", "500154:KZ-WRB" })
        {
            Cells(await Form(Lead, round, name)).Should().BeEquivalentTo(byCode, o => o.WithStrictOrdering());
        }
        Cells(await Form(Water, round, "区水利局")).Should().BeEquivalentTo(byCode, o => o.WithStrictOrdering());

        (await Refusal(Lead, round, "区民政局")).Should().Be((HttpStatusCode.UnprocessableEntity, "本轮没有征求重庆市开州区民政局的意见。"));
        (await Refusal(Lead, round, "区气象台")).Should().Be((HttpStatusCode.UnprocessableEntity, "单位“区气象台”未登记。"));
        (await Refusal(Water, round, "区教委")).Should().Be((HttpStatusCode.NotFound, "没有该内容，或不在您的范围内。"));
    }

    [Fact]
    public async Task An_opinion_of_another_round_is_told_as_that()
    {
        var round = await Round();
        var first = FilledForm.Fill(await Form(Water, round), ("A11", "第三章"), ("B11", "补充岸线保护要求"), ("C11", "水法第三十七条"));
        (await Uploaded(Water, first)).At("recorded").GetInt32().Should().Be(1);
        var next = FilledForm.Fill(await Form(Water, round), ("A12", "第五章"), ("B12", "补充灌溉"), ("C12", "水量不足"), ("D12", "O-2025-01"));

        Said(await Uploaded(Water, next), "problems").Should().Equal("意见征求表!D12 意见编号“O-2025-01”是另一轮征求意见的编号，不属于本轮："
            + "请核对轮次编号和意见编号；在本轮提出新意见的，请清空“意见编号”一格。");
    }

    [Fact]
    public async Task A_sheet_that_names_one_plan_and_the_round_of_another_or_two_rounds_is_refused()
    {
        var round = await Round();
        var commission = Program(Role.ReformCommission);
        static byte[] Book(params object?[][] head) => new TestWorkbook().Sheet("反馈",
            [.. head, ["章节", "修改建议", "修改理由"], ["第三章", "补充岸线保护要求", "水法第三十七条"]]).Bytes();
        const string Herbs = "开州区中药材产业发展规划(2025—2030年)(示例)";
        var refusal = $"所写规划是《{Herbs}》，轮次编号“{round}”却是《开州区“十五五”文化旅游发展规划(示例)》的征求意见：请核对后只写同一规划的名称和轮次编号。";

        Said(await Tried(commission, Book(["规划名称", Herbs], ["轮次编号", round], ["答复单位", "区水利局"])), "problems")
            .Should().Equal($"反馈!B1 {refusal}");
        Said(await Tried(commission, Book([$"对《{Herbs}》的反馈意见"], ["轮次编号", round], ["答复单位", "区水利局"])), "problems")
            .Should().Equal($"反馈 {refusal}");
        Said(await Tried(commission, Book(["轮次编号", round], ["轮次编号", "R-2025-01"], ["答复单位", "区水利局"])), "problems")
            .Should().Equal($"反馈!B2 表头上方写有2个不同的轮次编号（{round}、R-2025-01），只能写一个：请留下一个。");
        Said(await Tried(commission, Book(["轮次编号", round], ["答复单位", "区水利局"], ["反馈单位：区教委"])), "problems")
            .Should().Equal("反馈!A3 表头上方写有2个不同的答复单位（区水利局、区教委），只能写一个：请留下一个。");
        Said(await Tried(commission, Book(["轮次编号", round], ["轮次编号：" + round], ["答复单位", "区水利局"],
            ["规划名称", "开州区文化旅游规划"])), "problems").Should().BeEmpty("a title that is nobody's else is taken as it is meant");
    }

    [Fact]
    public async Task Finance_that_is_asked_sends_its_own_and_nothing_else()
    {
        var round = (await Done(Lead, "openConsultation", new
        {
            district = "500154", plan = Tourism, audience = "AGENCIES", agencies = new[] { "区财政局", "区水利局" }, openedOn = "2026-06-01",
        }, "round { code }")).Text("round.code")!;
        var finance = Program(Role.Finance);

        (await Uploaded(finance, FilledForm.Fill(await Form(finance, round), ("B7", "无意见")))).At("recorded").GetInt32().Should().Be(1);

        (await Refusal(finance, round, "KZ-WRB")).Status.Should().Be(HttpStatusCode.NotFound);
        Said(await Uploaded(finance, FilledForm.Fill(await Form(Lead, round, "KZ-WRB"), ("B7", "无意见"))), "problems").Should().Equal(
            "意见征求表!B7 财政部门只能登记经费、政府投资年度计划、核验单及其文件，以及本单位的意见和分工事项。");
    }

    [Fact]
    public async Task A_round_that_is_closed_takes_none_and_one_of_experts_takes_theirs_from_who_leads()
    {
        var experts = (await Done(Lead, "openConsultation", new
        {
            district = "500154", plan = Tourism, audience = "EXPERTS", openedOn = "2026-06-01", dueOn = "2026-06-08",
        }, "round { code }")).Text("round.code")!;
        var form = await Form(Lead, experts);
        Cells(form)[7].Should().Equal("提出方（单位或者“公众”，不写个人姓名）", "针对条款（章节、页码或者原文）", "具体建议", "理由依据");
        var filled = FilledForm.Fill(form, ("A9", "重庆大学"), ("B9", "第三章"), ("C9", "补充客流预测"), ("D9", "数据过时"),
            ("B10", "第四章"), ("C10", "补充交通"), ("D10", "道路不足"));

        Said(await Uploaded(Lead, filled), "problems").Should().Equal(
            "意见征求表!A10 本轮征求专家的意见，应当写明提出方（只写单位或者“公众”，不写个人姓名）。");
        (await Uploaded(Lead, filled, acceptGoodRows: true)).At("recorded").GetInt32().Should().Be(1);
        (await Opinions(Lead, experts)).Should().Equal($"{experts}-001|重庆大学|2026-06-30|第三章|补充客流预测|数据过时|EFFECTIVE");

        await Done(Lead, "handleOpinion", new { district = "500154", opinion = $"{experts}-001", result = "ADOPTED" });
        await Done(Lead, "closeConsultation", new { district = "500154", code = experts });
        const string Closed = "本轮征求意见已于2026年6月30日办结，不再收意见。";
        Said(await Uploaded(Lead, FilledForm.Fill(filled, ("A10", "重庆大学"))), "problems").Should().Equal($"意见征求表!C10 {Closed}");
        (await Refusal(Lead, experts)).Should().Be((HttpStatusCode.Conflict, Closed));
    }

    [Fact]
    public async Task A_table_that_an_office_typed_itself_is_read_by_its_headings_and_told_what_it_does_not_say()
    {
        var round = await Round();
        var rows = new object?[][]
        {
            ["对《开州区“十五五”文化旅游发展规划(示例)》的反馈意见"], ["序号", "章节", "修改建议", "修改理由"],
            [1, "第三章", "补充岸线保护要求", "水法第三十七条"], [2, null, "无意见", null],
        };
        static byte[] Book(object?[][] rows) => new TestWorkbook().Sheet("反馈", rows).Bytes();

        var tried = await Tried(Water, Book(rows[..3]));

        Said(tried, "inferred").Should().Equal($"反馈 表中意见推定为答复征求意见“{round}”（据规划名称）。",
            "反馈 表中没有写明答复单位，推定为上传者所在的重庆市开州区水利局。");
        (await Uploaded(Water, Book(rows[..3]))).At("recorded").GetInt32().Should().Be(1);
        rows[0] = ["反馈意见汇总"];
        Said(await Tried(Water, Book(rows)), "problems").Should().Equal(
            "反馈 没有写明答复哪一轮征求意见：请在表头上方写“轮次编号：”和轮次编号，或者使用从征求意见页面下载的意见征求表。");
        rows[0] = ["轮次编号：R-X"];
        Said(await Tried(Water, Book(rows)), "problems").Should().Equal("反馈!A1 征求意见“R-X”未登记。");
        object?[][] summary = [[$"轮次编号：{round}"], ["单位", "条款", "意见", "理由"], ["区教委", null, "无意见", null], ["区财政局", "第一章", "压减投资", "财力不足"]];
        Said(await Tried(Program(Role.ReformCommission), Book(summary)), "problems").Should().Equal(
            "反馈!A4 本轮没有征求重庆市开州区财政局的意见。");
    }
}
