using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Conformance;

/// <summary>限期: each finding above NOTICE has a day by which to mend it, and an urgency (RULE-CODES, change 12).</summary>
public sealed class DueTests
{
    private const string Early = "2021-01-01";

    [Theory]
    [InlineData("2024-07-10", Urgency.DueSoon)]
    [InlineData("2024-07-11", Urgency.DueSoon)]
    [InlineData("2024-07-12", Urgency.Overdue)]
    public void A_blocking_finding_is_to_be_mended_within_ten_days_of_its_since(string day, Urgency urgency)
    {
        var finding = Unlisted(Early).Finding("CAT-001", day);

        (finding.Severity, finding.Since).Should().Be((Severity.Blocking, new DateOnly(2024, 7, 1)));
        (finding.Due, finding.Urgency).Should().Be((new DateOnly(2024, 7, 11), urgency));
    }

    [Fact]
    public void What_the_registry_heard_of_later_is_due_from_that_day()
    {
        var finding = Unlisted("2025-03-01").Finding("CAT-001", "2025-03-02");

        finding.Since.Should().Be(new DateOnly(2024, 7, 1));
        finding.Due.Should().Be(new DateOnly(2025, 3, 11));
    }

    [Fact]
    public void A_policy_gives_other_days()
    {
        var district = Unlisted(Early);
        district.Policy(PolicyKeys.FindingDueDays, "5;20;40");

        district.Finding("CAT-001", "2024-07-10").Due.Should().Be(new DateOnly(2024, 7, 6));
    }

    [Fact]
    public void A_rule_that_has_a_day_of_its_own_keeps_it()
    {
        var district = new TestDistrict();
        district.Plan("DEV", PlanKind.Development, 2026, 2030);
        district.Plan("P-1", PlanKind.Special, 2024, 2028);
        district.Act("P-1", ActType.GovernmentApproved, "2024-02-01", "GOV");
        district.Act("P-1", ActType.Published, "2024-03-01");
        district.Act("DEV", ActType.Published, "2026-02-01");

        var finding = district.Finding("HIE-006", "2026-03-01");

        (finding.Severity, finding.Due).Should().Be((Severity.Warning, new DateOnly(2026, 7, 31)), "180 days after the publication");
    }

    [Fact]
    public void Findings_of_the_sample_have_a_day_and_an_urgency_unless_they_are_notices()
    {
        foreach (var finding in SampleFindings.On(new DateOnly(2026, 6, 30)).Findings)
        {
            (finding.Due is null).Should().Be(finding.Severity == Severity.Notice, "{0}", finding.Key);
            (finding.Urgency is null).Should().Be(finding.Due is null, "{0}", finding.Key);
        }
    }

    [Theory]
    [InlineData("10;30")]
    [InlineData("10;30;x")]
    [InlineData("-1;30;60")]
    public void A_policy_that_cannot_be_read_does_not_fit(string value) => PolicyKeys.FindingDueDays.Fits(value).Should().BeFalse();

    /// <summary>Drafting began on 2024-07-01; a list of its track stands since 2021.</summary>
    private static TestDistrict Unlisted(string recordedOn)
    {
        var district = new TestDistrict(recordedOn);
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-03-01");
        district.Plan("P-1", PlanKind.Special, 2025, 2029);
        district.Act("P-1", ActType.DraftingStarted, "2024-07-01");
        return district;
    }
}
