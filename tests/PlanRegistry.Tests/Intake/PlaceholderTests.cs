using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Tests.Intake;

/// <summary>A placeholder is no content: it is refused, in every column, and an empty cell says "not recorded".</summary>
public sealed class PlaceholderTests : IntakeTest
{
    [Theory]
    [InlineData("无")]
    [InlineData("/")]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("-")]
    [InlineData("－")]
    [InlineData("待补")]
    [InlineData(" 暂 无 ")]
    [InlineData("N/A")]
    [InlineData("不详")]
    [InlineData("……")]
    public void Written_for_nothing(string written) =>
        Problems(Kai(), File("exemptions.csv", "plan,issuer,document,from", $"WATER-2021,GOV,{written},2021-01-01")).Should().Equal(
            $"exemptions.csv:2: document \"{written.Trim()}\" is no content: write nothing where there is none.");

    [Theory]
    [InlineData("无锡市水利局关于规划的复函")]
    [InlineData("无障碍环境建设规划")]
    [InlineData("空间规划")]
    [InlineData("待补会议纪要3")]
    public void Content(string title) =>
        Recorded<Document>(Kai(), File("documents.csv", "code,title", $"D,{title}")).Single().Title.Should().Be(title);

    [Theory]
    [InlineData("documents.csv", "code,title,number", "D,无,", "title \"无\"", "名称“无”")]
    [InlineData("documents.csv", "code,title,number", "D,复函,/", "number \"/\"", "文号“/”")]
    [InlineData("agencies.csv", "name,aliases", "区教委,无", "aliases \"无\"", "别名“无”")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to,approved_on", "公路规划,SPECIAL,2021,2025,待定",
        "approved_on \"待定\"", "批准日期“待定”")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to,approved_on,approval_document", "公路规划,SPECIAL,2021,2025,2021,无",
        "approval_document \"无\"", "批准文件“无”")]
    [InlineData("readings.csv", "plan,indicator,year,value", "DEV-2021,FOREST,2021,—", "value \"—\"", "值“—”")]
    [InlineData("acts.csv", "plan,type,on,recipients", "DEV-2021,REPORTED,2022,区政府;无", "recipients \"区政府;无\"", "主送单位“区政府;无”")]
    [InlineData("directory_lists.csv", "code,track,year,approver", "L,COMBINED,2021,/", "approver \"/\"", "审批单位“/”")]
    public void In_any_column(string file, string header, string line, string en, string zh)
    {
        var problem = RowIntake.Set(Kai(), [File(file, header, line)]).Problems.Should().ContainSingle().Subject;

        problem.ToString().Should().Be($"{file}:2: {en} is no content: write nothing where there is none.");
        problem.Message.Zh.Should().Be($"{zh}不是内容：没有内容的请留空。");
    }

    [Fact]
    public void By_GraphQL_too()
    {
        TargetInput[] targets = [new() { Indicator = "GDP", Nature = IndicatorNature.Expected, Wording = "N/A" }];
        var sheets = InputRows.Of<Target>(targets, "targets", (nameof(Target.Plan), "DEV-2021"));

        var problem = RowIntake.Set(Kai(), [.. sheets]).Problems.Should().ContainSingle().Subject;

        problem.Message.En.Should().Be("wording \"N/A\" is no content: write nothing where there is none.");
        problem.Path.Should().Equal("targets", "0", "wording");
    }

    [Fact]
    public void In_a_correction_as_value_reason_and_document()
    {
        var view = Kai();
        var id = view.Own.Of<Plan>().First().Id;

        Refused(new Correction(id, "待补", null, [("field", "水利")])).Should().Be("reason \"待补\"");
        Refused(new Correction(id, "录入有误", "无", [("field", "水利")])).Should().Be("document \"无\"");
        Refused(new Correction(id, "录入有误", null, [("field", "无")])).Should().Be("field \"无\"");

        string Refused(Correction correction) =>
            correction.Decide(view).Problems.Single().Message.En.Split(" is no content: write nothing where there is none.")[0];
    }
}
