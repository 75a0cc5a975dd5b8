using PlanRegistry.Catalogue;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Intake;

/// <summary>What rows name is found however it is typed, and nothing new is named in characters that nobody sees.</summary>
public sealed class NameTests : IntakeTest
{
    private const string PlanHeader = "title,kind,horizon_from,horizon_to,lead_agency";

    [Theory]
    [InlineData("开州区水安全保障规划（2021—2025年）,水利局,森林覆盖率(%)")]
    [InlineData("開州區水安全保障規劃,开州区\u200b水利局,森林覆盖率（％）")]
    [InlineData("WATER-2021,区水利局,森林覆盖率")]
    public void Plans_agencies_and_indicators_are_found(string names)
    {
        var (plan, agency, indicator) = (names.Split(',')[0], names.Split(',')[1], names.Split(',')[2]);
        var known = File("agencies.csv", "code,name,aliases", "WATER,开州区水利局,区水利局；水利局");

        var view = Kai();

        var reading = Recorded<Reading>(After(view, RowIntake.Set(view, [known])), File("readings.csv", "plan,indicator,year,value,agency",
            $"{plan},{indicator},2021,60,{agency}")).Single();

        (reading.Plan.Code, reading.Agency!.Value.Code, reading.Indicator.Code).Should().Be(("WATER-2021", "WATER", "FOREST"));
    }

    [Fact]
    public void Two_plans_of_one_title_are_told_apart_by_the_horizon_behind_it()
    {
        var view = Kai(File("plans.csv", PlanHeader, "开州区公路规划（2021—2025年）,SPECIAL,2021,2025,GOV",
            "开州区公路规划（2026—2030年）,SPECIAL,2026,2030,GOV"));

        foreach (var (typed, year) in new[] { ("开州区公路规划(2021-2025)", 2021), ("开州区公路规划〔2026~2030年〕", 2026) })
        {
            Recorded<PlanLink>(view, File("links.csv", "subordinate,superior", $"{typed},DEV-2021"))
                .Single().Subordinate.Code.Should().Be($"SPECIAL-{year}-001");
        }
        Problems(view, File("links.csv", "subordinate,superior", "开州区公路规划,DEV-2021", "开州区公路规划（2021—2035年）,DEV-2021")).Should().Equal(
            "links.csv:2: subordinate \"开州区公路规划\" is ambiguous: it may be SPECIAL-2021-001 or SPECIAL-2026-001.",
            "links.csv:3: subordinate \"开州区公路规划（2021—2035年）\" is not known.");
    }

    [Theory]
    [InlineData("渝府发〔二〇二〇〕 5号")]
    [InlineData("渝府发【2020】５号")]
    [InlineData("渝府发﹝2020﹞5号")]
    [InlineData("渝\u200b府发[2O2O]5号")]
    public void A_document_number_is_one_however_it_is_typed(string typed)
    {
        DocumentNumber.TryParse(typed, out var number).Should().BeTrue();
        number.ToString().Should().Be("渝府发〔2020〕5号");
    }

    [Theory]
    [InlineData("％", "%")]
    [InlineData("亿 元", "亿元")]
    [InlineData("億元", "亿元")]
    public void A_unit_is_kept_in_its_own_spelling(string typed, string unit) =>
        Recorded<Indicator>(Kai(), File("indicators.csv", "code,name,unit", $"X,某指标,{typed}")).Single().Unit.Should().Be(unit);

    [Theory]
    [InlineData("plans.csv", PlanHeader, "水\u202e利规划,SPECIAL,2021,2025,GOV", "title", "名称", "202E")]
    [InlineData("plans.csv", PlanHeader, "水利\u200b规划,SPECIAL,2021,2025,GOV", "title", "名称", "200B")]
    [InlineData("agencies.csv", "name", "区\ufffe教委", "name", "名称", "FFFE")]
    [InlineData("units.csv", "code,base_unit,factor", "万\u2066斤,斤,10000", "code", "计量单位", "2066")]
    [InlineData("indicators.csv", "code,name,unit,aliases", "X,某指标,%,甲;乙\u0007", "aliases", "别名", "0007")]
    public void A_new_name_shows_all_its_characters(string file, string header, string line, string column, string label, string code)
    {
        var problem = RowIntake.Set(Kai(), [File(file, header, line)]).Problems.Should().ContainSingle().Subject;

        problem.ToString().Should().Be($"{file}:2: {column} holds the character U+{code}, which nobody sees: delete it.");
        problem.Message.Zh.Should().Be($"{label}含有看不见的字符 U+{code}，请删去后重新填写。");
    }

    [Fact]
    public void A_line_break_in_a_title_is_seen_and_makes_no_other_plan() =>
        RowIntake.Set(Kai(), [File("plans.csv", PlanHeader, "开州区水安全\n保障规划,SPECIAL,2021,2025,区水利局")]).Changes.Should().BeEmpty();
}
