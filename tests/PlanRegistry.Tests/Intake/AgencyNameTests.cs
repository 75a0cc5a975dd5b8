using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Tests.Intake;

/// <summary>Two agencies of one name would leave in doubt whatever that name did.</summary>
public sealed class AgencyNameTests : IntakeTest
{
    private static Decision Register(string name, string code, params string[] aliases) => RowIntake.Add(Kai(), [InputRows.Of<Agency>(
        new RegisterAgencyInput { District = "500154", Name = name, Code = code, Aliases = aliases.Length == 0 ? null : aliases })]);

    [Theory]
    [InlineData("开州区水利局", "WATER")]
    [InlineData("区水利局", "WATER")]
    [InlineData("区 水利 局", "WATER")]
    [InlineData("区水利局(本级)", "WATER")]
    [InlineData("区政府", "GOV")]
    [InlineData("NDRC", "NDRC")]
    public void A_second_agency_of_one_name_is_refused_and_told_the_first_ones_code(string name, string code)
    {
        var problem = Register(name, "NEW").Problems.Should().ContainSingle().Subject;

        problem.Code.Should().Be(ProblemCode.Duplicate);
        problem.Path.Should().Equal("name");
        problem.Message.Zh.Should().Be($"名称“{name}”已是单位“{code}”的名称：是同一单位的，请使用该代码；不是的，请用能够区别的名称。");
        problem.Message.En.Should().Be(
            $"name \"{name}\" is the agency {code}'s already: use that code if they are one, and a name that tells them apart if not.");
    }

    [Fact]
    public void An_alias_is_a_name_too() => Register("开州区农业农村委员会", "AGR", "区农业农村委", "区水利局").Problems.Single().Message.Zh
        .Should().Be("别名“区水利局”已是单位“WATER”的名称：是同一单位的，请使用该代码；不是的，请用能够区别的名称。");

    [Fact]
    public void A_name_of_its_own_is_in_order() => Register("开州区农业农村委员会", "AGR", "区农业农村委").Problems.Should().BeEmpty();

    [Fact]
    public void The_same_agency_again_gains_a_name_and_loses_none()
    {
        Register("开州区水利局", "WATER", "区水利局", "区水务局").Changes.Should().ContainSingle();
        Register("开州区水利局", "WATER", "区水务局").Problems.Single().Code.Should().Be(ProblemCode.Duplicate);
    }

    [Fact]
    public void Two_rows_of_a_pack_do_not_share_a_name_either() => Problems(Kai(),
        File("agencies.csv", "code,name,aliases", "AGR,开州区农业农村委员会,区农委", "FOREST,开州区林业局,区农委")).Should().Equal(
        "agencies.csv:2: aliases \"区农委\" is the agency FOREST's already: "
            + "use that code if they are one, and a name that tells them apart if not.",
        "agencies.csv:3: aliases \"区农委\" is the agency AGR's already: "
            + "use that code if they are one, and a name that tells them apart if not.");

    [Fact]
    public void A_correction_gives_no_name_of_another_and_leaves_its_own()
    {
        Decision Correct(params (string, string?)[] values) =>
            new Correction(new RecordId("agencies", Kaizhou, "WATER"), "名称录错", "开州府发〔2026〕6号", values).Decide(Kai());

        Correct(("name", "区政府")).Problems.Single().Message.Zh.Should()
            .Be("名称“区政府”已是单位“GOV”的名称：是同一单位的，请使用该代码；不是的，请用能够区别的名称。");
        Correct(("aliases", "区水利局;区水务局")).Problems.Should().BeEmpty();
        Correct(("valid_from", "2019-01-01")).Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_name_of_another_district_is_no_trouble()
    {
        var above = new DistrictRecords(Chongqing, 1, DateTimeOffset.UnixEpoch, [new Agency
        {
            Home = Chongqing, Code = "WATER", RecordCode = "WATER", Seq = 1, Name = "水利局",
            Role = AgencyRole.Water, Tier = PlanTier.Municipal,
        }]);
        var view = new RegistryView([Kai().Own, above]);

        RowIntake.Add(view, [InputRows.Of<Agency>(new RegisterAgencyInput { District = "500154", Name = "水利局", Code = "W" })])
            .Problems.Should().BeEmpty();
    }
}
