using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Tests.Reviews;

namespace PlanRegistry.Tests.Approval;

/// <summary>公开目录: what is published and public, where the district has switched it on.</summary>
public sealed class PublicPlanTests
{
    private const string Today = "2024-06-30";
    private readonly TestDistrict district = new();

    private IReadOnlyList<PublicPlan>? Open(string issuer = "GOV")
    {
        district.Add(new PolicyValue
        {
            Key = PolicyKeys.PublicDirectory.Name, From = PartialDate.Parse("2024-01-01"), Value = "on",
            Document = district.Document("LETTER", issuer).Key,
        });
        return PublicPlan.Of(district.On(Today));
    }

    [Fact]
    public void It_is_off_until_the_district_switches_it_on()
    {
        district.WithSpecialPlan();

        PublicPlan.Of(district.On(Today)).Should().BeNull();
        Open().Should().NotBeNull();
    }

    [Fact]
    public void A_body_that_may_not_does_not_switch_it_on()
    {
        district.WithSpecialPlan();

        Open("FIN").Should().BeNull();
    }

    [Fact]
    public void A_published_plan_is_told_with_the_progress_that_was_disclosed()
    {
        district.WithSpecialPlan();
        district.Act("SPE", ActType.ProgressDisclosed, "2022-05-20", "TRANS", year: 2021);

        var plan = Open()!.Should().ContainSingle(p => p.Name == "SPE规划").Subject;

        (plan.Kind, plan.LeadAgency).Should().Be((PlanKind.Special, "区交通运输委"));
        plan.Progress.Should().Equal(new PublicProgress(2021, PartialDate.Parse("2022-05-20"), null));
    }

    [Theory]
    [InlineData(Secrecy.Internal)]
    [InlineData(Secrecy.Secret)]
    public void What_is_not_public_is_not_told(Secrecy secrecy)
    {
        district.WithSpecialPlan(with: p => p with { Secrecy = secrecy });

        Open()!.Should().NotContain(p => p.Kind == PlanKind.Special);
    }

    [Fact]
    public void A_plan_that_was_withdrawn_or_never_published_is_not_told()
    {
        district.WithSpecialPlan();
        district.End("SPE", ActType.Withdrawn, "2023-05-01");
        district.Plan("DRAFT", PlanKind.Special, 2024, 2028);

        Open()!.Should().NotContain(p => p.Kind == PlanKind.Special);
    }
}
