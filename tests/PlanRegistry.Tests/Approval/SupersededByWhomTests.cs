using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Approval;

/// <summary>被替代 is an end like any other: whose word it is counts, and by which plan.</summary>
public sealed class SupersededByWhomTests
{
    private const string Today = "2026-06-30";

    [Theory]
    [InlineData("AGR", "SPE-2", PlanStatus.Superseded)]
    [InlineData("GOV", "SPE-2", PlanStatus.Superseded)]
    [InlineData("EDU", "SPE-2", PlanStatus.Drafting)]
    [InlineData("AGR", "REG-1", PlanStatus.Drafting)]
    public void A_plan_is_superseded_by_those_entitled_and_by_a_plan_of_its_kind(string by, string successor, PlanStatus status)
    {
        var district = new TestDistrict();
        foreach (var (code, kind) in new[] { ("SPE-1", PlanKind.Special), ("SPE-2", PlanKind.Special), ("REG-1", PlanKind.Regional) })
        {
            district.Plan(code, kind, 2026, 2030, p => p with { LeadAgency = new Key<Agency>(TestDistrict.Own, "AGR") });
            district.Act(code, ActType.DraftingStarted, "2026-01-10", "AGR");
        }
        district.Act("SPE-2", ActType.GovernmentApproved, "2026-03-01", "GOV");
        district.Act("REG-1", ActType.GovernmentApproved, "2026-03-01", "GOV");
        district.Act("SPE-1", ActType.Superseded, "2026-04-01", by,
            with: a => a with
            {
                Against = new(new Key<Plan>(TestDistrict.Own, successor), null),
                Document = district.Document("LETTER", by).Key,
            });

        district.View().History(new Key<Plan>(TestDistrict.Own, "SPE-1")).StatusOn(DateOnly.Parse(Today, null)).Should().Be(status);
    }

    [Theory]
    [InlineData("AGR", PlanStatus.Expired, "区农业农村委不是市级单位")]
    [InlineData("CITY", PlanStatus.Withdrawn, "")]
    public void No_body_of_a_lower_tier_ends_a_plan_of_a_superior(string by, PlanStatus status, string why)
    {
        var district = new TestDistrict();
        district.Add(district.Agency("CITY", "重庆市农业农村委", AgencyRole.Department) with { Tier = PlanTier.Municipal });
        district.Plan("CITY-1", PlanKind.Special, 2021, 2025, p => p with { Tier = PlanTier.Municipal });
        district.Act("CITY-1", ActType.Withdrawn, "2021-09-20", by);

        var history = district.View().History(new Key<Plan>(TestDistrict.Own, "CITY-1"));

        history.StatusOn(DateOnly.Parse(Today, null)).Should().Be(status);
        (history.Ends.Single().Why.Zh ?? "").Should().Be(why);
    }

    [Theory]
    [InlineData("2026-03-01", 2030, true, "")]
    [InlineData("2026-03-01", 2030, false, "文件未录入")]
    [InlineData("2025-12-20", 2030, true, "《SPE-2规划》批准在前或者届时已期满，不能替代它")]
    [InlineData("2026-03-01", 2026, true, "《SPE-2规划》批准在前或者届时已期满，不能替代它")]
    public void An_approved_plan_is_superseded_with_a_document_by_one_approved_after_it_that_goes_on(
        string approved, int to, bool hasDocument, string why)
    {
        var district = new TestDistrict();
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Plan("SPE-2", PlanKind.Special, 2026, to, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("SPE-1", ActType.GovernmentApproved, "2026-01-10", "GOV");
        district.Act("SPE-2", ActType.GovernmentApproved, approved, "GOV");
        district.Act("SPE-1", ActType.Superseded, to == 2026 ? "2027-02-01" : "2026-04-01", "GOV", with: a => a with
        {
            Against = new(new Key<Plan>(TestDistrict.Own, "SPE-2"), null),
            Document = hasDocument ? district.Document("LETTER", "GOV").Key : null,
        });

        var end = district.View().History(new Key<Plan>(TestDistrict.Own, "SPE-1")).Ends.Single();

        (end.Why.Zh ?? "").Should().Be(why);
        (end.From is null).Should().Be(why.Length > 0);
    }

    [Theory]
    [InlineData("CONGRESS", false)]
    [InlineData("GOV", false)]
    [InlineData("500000:CONGRESS", true)]
    [InlineData(null, true)]
    public void No_body_of_a_lower_tier_approves_a_plan_of_a_superior(string? by, bool isApproved)
    {
        var district = new TestDistrict();
        district.Agency("500000:CONGRESS", "市人大", AgencyRole.Congress);
        district.Plan("500000:DEV-2026", PlanKind.Development, 2026, 2030);
        district.Act("500000:DEV-2026", ActType.CongressApproved, "2026-01-20", by);

        district.View().History(district.Key<Plan>("500000:DEV-2026")).WasApprovedBy(DateOnly.Parse(Today, null))
            .Should().Be(isApproved);
    }
}
