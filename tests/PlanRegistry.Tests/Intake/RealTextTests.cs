using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Intake;

/// <summary>What real texts say, and how they write it.</summary>
public sealed class RealTextTests : IntakeTest
{
    [Fact]
    public void A_years_target_may_be_a_range()
    {
        var target = Recorded<AnnualTarget>(Kai(), File("annual_targets.csv", "plan,indicator,year,target_low,target_high",
            "DEV-2021,GDP,2022,4.5,5")).Single();

        (target.TargetLow, target.TargetHigh, target.TargetValue).Should().Be((4.5m, 5m, null));
    }

    [Theory]
    [InlineData("4.5—5")]
    [InlineData("4.5-5")]
    [InlineData("4.5%～5%")]
    public void A_range_in_the_cell_of_a_figure_is_told_where_it_belongs(string range)
    {
        var rows = File("annual_targets.csv", "plan,indicator,year,target_value", $"DEV-2021,GDP,2022,{range}");

        var problem = RowIntake.Set(Kai(), [rows]).Problems.Should().ContainSingle().Subject;

        problem.Message.En.Should().Be($"target_value \"{Width.Fold(range)}\" is a range: "
            + "a target has its two ends in target_low and target_high.");
        problem.Message.Zh.Should().Be($"目标值“{Width.Fold(range)}”是区间：请将下限、上限分别填入目标下限、目标上限。");
    }

    [Theory]
    [InlineData("agency", "区发改委;区水利局")]
    [InlineData("agency", "区发改委；区水利局")]
    [InlineData("agency,co_agencies", "区发改委,区水利局")]
    public void An_act_may_be_of_several_agencies(string columns, string cells)
    {
        var act = Recorded<Act>(Kai(), File("acts.csv", $"plan,type,on,{columns}", $"WATER-2021,PUBLISHED,2022-03-01,{cells}")).Single();

        act.Agencies.Select(a => a.Code).Should().Equal("NDRC", "WATER");
        act.Agency!.Value.Code.Should().Be("NDRC");
    }

    [Theory]
    [InlineData("issuer", "区发改委;区水利局")]
    [InlineData("issuer,co_issuers", "区发改委,区水利局")]
    public void A_document_may_be_of_several_issuers(string columns, string cells)
    {
        var document = Recorded<Document>(Kai(), File("documents.csv", $"code,title,on_behalf_of,{columns}",
            $"D-1,通知,区发改委;区水利局,{cells}")).Single();

        document.Issuers.Select(a => a.Code).Should().Equal("NDRC", "WATER");
        document.OnBehalfOf!.Select(a => a.Code).Should().Equal("NDRC", "WATER");
    }

    [Theory]
    [InlineData("12345678901234567890123456789012")]
    [InlineData("1000000000000000")]
    [InlineData("0.12345678901")]
    public void A_figure_that_is_too_long_is_told_so_with_what_there_is_room_for(string figure)
    {
        var rows = File("funding.csv", "code,plan,project,amount,purpose", $"F-1,WATER-2021,河道,{figure},IMPLEMENTATION");

        var problem = RowIntake.Set(Kai(), [rows]).Problems.Should().ContainSingle().Subject;

        problem.Message.Zh.Should().Be($"金额“{figure}”位数过多，无法精确保存，整数部分最多15位，小数部分最多10位。");
        problem.Message.En.Should().Be($"amount \"{figure}\" has more digits than can be kept exactly: "
            + "at most 15 before the point and 10 after it.");
    }

    [Theory]
    [InlineData("示例区人民政府（本级）", AgencyRole.Government)]
    [InlineData("示例区发展和改革委员会(机关)", AgencyRole.ReformCommission)]
    public void A_body_itself_has_the_role_of_its_name_and_is_found_by_it(string name, AgencyRole role)
    {
        var agencies = File("agencies.csv", "code,name", $"X,{name}");

        Recorded<Agency>(Kai(), agencies).Single().Role.Should().Be(role);
        Recorded<Act>(Kai(agencies), File("acts.csv", "plan,type,on,agency", $"WATER-2021,PUBLISHED,2022-03-01,{name[..^4]}")).Single()
            .Agency!.Value.Code.Should().Be("X");
    }

    [Fact]
    public void A_joint_act_again_changes_nothing()
    {
        var joint = File("acts.csv", "plan,type,on,agency", "WATER-2021,PUBLISHED,2022-03-01,区发改委;区水利局");

        RowIntake.Set(Kai(joint), [joint]).Changes.Should().BeEmpty();
        Problems(Kai(), File("acts.csv", "plan,type,on,agency", "WATER-2021,PUBLISHED,2022-03-01,区发改委;区教委"))
            .Should().Equal("acts.csv:2: agency \"区教委\" is not known.");
    }

    [Theory]
    [InlineData("万千瓦", "千瓦", 10_000)]
    [InlineData("万亿斤", "亿斤", 10_000)]
    [InlineData("万标立方米", "标立方米", 10_000)]
    [InlineData("公斤", "斤", 2)]
    [InlineData("万平方米", "公顷", 1)]
    [InlineData("兆瓦", "千瓦", 1000)]
    public void Common_units_are_known_and_converted(string unit, string other, int factor)
    {
        Recorded<Indicator>(Kai(), File("indicators.csv", "code,name,unit", $"X,某指标,{unit}")).Single().Unit.Should().Be(unit);
        var common = new UnitTable([]).Common(unit, other)!.Value;
        (common.Left / common.Right).Should().Be(factor);
    }

    [Fact]
    public void Units_are_told_apart_however_they_are_typed() =>
        UnitTable.Shipped.Select(u => TitleKey.Of(u.Unit)).Should().OnlyHaveUniqueItems();

    [Fact]
    public void A_list_is_separated_as_a_Chinese_keyboard_gives_it()
    {
        var plan = Recorded<Plan>(Kai(), File("plans.csv", "title,kind,horizon_from,horizon_to,co_lead_agencies,areas",
            "新区规划,REGIONAL,2021,2025,区水利局；区发改委,浦里新区；赵家街道")).Single();

        plan.CoLeadAgencies!.Select(a => a.Code).Should().Equal("WATER", "NDRC");
        plan.Areas.Should().Equal("浦里新区", "赵家街道");
    }

    [Fact]
    public void Another_separator_is_named_as_the_cause_where_no_name_is_known()
    {
        var problem = RowIntake.Set(Kai(), [File("plans.csv", "title,kind,horizon_from,horizon_to,co_lead_agencies",
            "新区规划,REGIONAL,2021,2025,区教委、区卫健委")]).Problems.Should().ContainSingle().Subject;

        problem.ToString().Should()
            .Be("plans.csv:2: co_lead_agencies \"区教委、区卫健委\" is not known: several names are separated by semicolons.");
        problem.Message.Zh.Should().Be("会同单位“区教委、区卫健委”未登记；多个名称之间请用分号隔开。");
    }

    [Theory]
    [InlineData("500234;不是代码", "不是代码")]
    [InlineData("50023", "50023")]
    public void Former_codes_are_district_codes(string cell, string bad) =>
        Problems(Empty, File("district.csv", "code,name,tier,former_codes", $"500154,开州区,DISTRICT,{cell}")).Should().Equal(
            $"district.csv:2: former_codes \"{bad}\" is no district code: write six digits of GB/T 2260, like 500154.");
}
