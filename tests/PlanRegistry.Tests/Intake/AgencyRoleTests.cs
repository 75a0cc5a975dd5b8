using PlanRegistry.Catalogue;

namespace PlanRegistry.Tests.Intake;

public sealed class AgencyRoleTests : IntakeTest
{
    [Theory]
    [InlineData("开州区发展改革委", AgencyRole.ReformCommission)]
    [InlineData("重庆市发展和改革委员会", AgencyRole.ReformCommission)]
    [InlineData("区发改委", AgencyRole.ReformCommission)]
    [InlineData("开州区规划和自然资源局", AgencyRole.NaturalResources)]
    [InlineData("区规划自然资源局", AgencyRole.NaturalResources)]
    [InlineData("区规资局", AgencyRole.NaturalResources)]
    [InlineData("区生态环境局", AgencyRole.Ecology)]
    [InlineData("区水利局", AgencyRole.Water)]
    [InlineData("区财政局", AgencyRole.Finance)]
    [InlineData("审计署", AgencyRole.Audit)]
    [InlineData("区司法局", AgencyRole.Justice)]
    [InlineData("开州区人大常委会", AgencyRole.StandingCommittee)]
    [InlineData("重庆市开州区人民代表大会常务委员会", AgencyRole.StandingCommittee)]
    [InlineData("开州区人民代表大会", AgencyRole.Congress)]
    [InlineData("区人大", AgencyRole.Congress)]
    [InlineData("中共重庆市开州区委员会", AgencyRole.PartyCommittee)]
    [InlineData("开州区委", AgencyRole.PartyCommittee)]
    [InlineData("中共中央", AgencyRole.PartyCommittee)]
    [InlineData("开州区委办公室", AgencyRole.PartyOffice)]
    [InlineData("区委办", AgencyRole.PartyOffice)]
    [InlineData("中共重庆市委办公厅", AgencyRole.PartyOffice)]
    [InlineData("开州区人民政府", AgencyRole.Government)]
    [InlineData("国务院", AgencyRole.Government)]
    [InlineData("区政府办公室", AgencyRole.GovernmentOffice)]
    [InlineData("国务院办公厅", AgencyRole.GovernmentOffice)]
    [InlineData("汉丰街道办事处", AgencyRole.Township)]
    [InlineData("临江镇人民政府", AgencyRole.Township)]
    [InlineData("关面乡", AgencyRole.Township)]
    [InlineData("开州区交通局", AgencyRole.Department)]
    [InlineData("区委宣传部", AgencyRole.Department)]
    [InlineData("政协重庆市开州区委员会", AgencyRole.Department)]
    [InlineData("区卫生健康委员会", AgencyRole.Department)]
    public void A_role_is_told_by_the_name(string name, AgencyRole role) =>
        Recorded<Agency>(Given(District), File("agencies.csv", "name", name)).Single()
            .Should().BeEquivalentTo(new { Code = name, Role = role, Tier = PlanTierOfKai });

    private static PlanRegistry.Records.PlanTier PlanTierOfKai => PlanRegistry.Records.PlanTier.District;
}
