using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Settlement;

namespace PlanRegistry.Tests.Settlement;

/// <summary>
/// What a recorded settlement is worth, however it came into the records: a pack and a correction may say what no command would.
/// </summary>
public sealed class SettlementInRecordsTests
{
    private const string Today = "2026-11-22";
    private const string Spent = "FUN-001|500154/plans/SPE-1|500154/funding/F-1", Unlisted = "CAT-001|500154/plans/SPE-1";

    private static TestDistrict District()
    {
        var district = new TestDistrict();
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01");
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        district.Act("SPE-1", ActType.DraftingStarted, "2025-03-01");
        district.Funding("F-1", "SPE-1", f => f with { SpentOn = PartialDate.Parse("2026-03-01") });
        return district;
    }

    private static TestDistrict Exempted()
    {
        var district = District();
        district.Exemption("SPE-1", "GOV", "2025-01-10");
        Issued(district, "SPE-1-EXEMPTION", "GOV", "2025-01-10", "SPE-1");
        return district;
    }

    private static void Issued(TestDistrict district, string code, string? issuer, string? on, params string[] plans) =>
        district.Document(code, issuer, d => d with
        {
            IssuedOn = on is null ? null : PartialDate.Parse(on), Plans = [.. plans.DefaultIfEmpty("SPE-1").Select(district.Key<Plan>)],
        });

    private static void Settle(TestDistrict district, string finding, SettlementKind kind, string document) =>
        district.Add(new FindingSettlement
        {
            Finding = finding, Kind = kind, On = PartialDate.Parse("2026-07-01"), Document = district.Key<Document>(document),
        });

    [Theory]
    [InlineData("AUDIT")]
    [InlineData("GOV")]
    [InlineData("PARTY")]
    public void A_conclusion_of_audit_government_or_party_counts_from_its_day(string issuer)
    {
        var district = District();
        Issued(district, "D", issuer, "2026-06-20");
        Settle(district, Spent, SettlementKind.Concluded, "D");

        district.Finding("FUN-001", "2026-06-30").Severity.Should().Be(Severity.Blocking);
        var concluded = district.Finding("FUN-001", "2026-07-01");
        (concluded.Verdict, concluded.Severity).Should().Be((Verdict.Fail, Severity.Notice));
        concluded.Sentence.Zh.Should().Be(
            "《SPE-1规划》未列入规划编制目录清单，却于2026年3月1日为项目“F-1项目”安排或使用了区级财政性资金。此事已于2026年7月1日由《D》作出核查结论。");
    }

    [Fact]
    public void A_bureau_that_is_called_municipal_in_its_row_alone_concludes_nothing_and_both_offices_together_do()
    {
        var district = District();
        district.Add(district.Agency("FAKE", "示例区审计局", AgencyRole.Audit) with { Tier = PlanTier.Municipal });
        Issued(district, "D", "FAKE", "2026-06-20");
        Settle(district, Spent, SettlementKind.Concluded, "D");

        district.Finding("FUN-001", "2026-07-01").Severity.Should().Be(Severity.Blocking);
        district.Document("D", "PARTYOFFICE", d => d with
        {
            IssuedOn = PartialDate.Parse("2026-06-20"), CoIssuers = [district.Key<Agency>("GOVOFFICE")],
            OnBehalfOf = [district.Key<Agency>("GOV")], Plans = [district.Key<Plan>("SPE-1")],
        });
        district.Finding("FUN-001", "2026-07-01").Severity.Should().Be(Severity.Notice);
    }

    [Theory]
    [InlineData("TRANS", "2026-06-20", "by the lead agency")]
    [InlineData("FIN", "2026-06-20", "by the finance bureau")]
    [InlineData(null, "2026-06-20", "by nobody")]
    [InlineData("AUDIT", null, "of no day")]
    [InlineData("AUDIT", "2026-02-28", "older than the money")]
    public void Any_other_word_clears_nothing(string? issuer, string? on, string why)
    {
        var district = District();
        Issued(district, "D", issuer, on);
        Settle(district, Spent, SettlementKind.Concluded, "D");

        var finding = district.Finding("FUN-001", Today);
        (finding.Severity, finding.Settlement).Should().Be((Severity.Blocking, null), why);
        finding.Remedies.Select(r => r.Act).Should().Equal("settleFinding");
    }

    [Fact]
    public void A_conclusion_about_another_plan_clears_nothing()
    {
        var district = District();
        district.Plan("SPE-2", PlanKind.Special, 2026, 2030);
        Issued(district, "D", "AUDIT", "2026-06-20", "SPE-2");
        Settle(district, Spent, SettlementKind.Concluded, "D");

        district.Finding("FUN-001", Today).Severity.Should().Be(Severity.Blocking);
    }

    [Fact]
    public void A_paper_that_names_no_plan_settles_nothing()
    {
        var district = District();
        district.Document("D", "AUDIT", d => d with { IssuedOn = PartialDate.Parse("2026-06-20"), Plans = null });
        Settle(district, Spent, SettlementKind.Concluded, "D");

        district.Finding("FUN-001", Today).Severity.Should().Be(Severity.Blocking);
    }

    /// <summary>审计线索: kept, and settled by the operation that its remedy names.</summary>
    [Fact]
    public void A_lead_for_auditors_is_concluded_and_then_a_notice()
    {
        var district = District();
        district.Act("SPE-1", ActType.GovernmentApproved, "2026-04-01", "GOV");
        district.Act("SPE-1", ActType.Published, "2026-03-20");
        var lead = Lead();
        lead.Sentence.Zh.Should().Be("《SPE-1规划》于2026年3月20日发布，早于2026年4月1日批准，作为审计线索保留。");
        lead.Remedies.Select(r => r.Act).Should().Equal("correctRecord", "settleFinding");
        lead.Remedies[1].Text.Zh.Should().Be($"由{lead.Remedies[1].Agency!.Name}对记录无误的，就《SPE-1规划》的审计线索进行核查，并登记核查结论。");

        Issued(district, "D", "AUDIT", "2026-06-20");
        Settle(district, lead.Key, SettlementKind.Concluded, "D");

        var concluded = Lead();
        (concluded.Verdict, concluded.Severity, concluded.Due).Should().Be((Verdict.Fail, Severity.Notice, null));
        concluded.Sentence.Zh.Should().Be(lead.Sentence.Zh + "此事已于2026年7月1日由《D》作出核查结论。");

        Finding Lead() => district.Findings("APR-012", Today).Single(f => f.Sentence.Zh.Contains("早于", StringComparison.Ordinal));
    }

    [Fact]
    public void What_may_be_mended_is_neither_confirmed_nor_concluded()
    {
        var district = District();
        Issued(district, "D", "GOV", "2026-06-20");
        foreach (var kind in Enum.GetValues<SettlementKind>())
        {
            Settle(district, Unlisted, kind, "D");
            var finding = district.Finding("CAT-001", Today);
            (finding.Severity, finding.Settlement).Should().Be((Severity.Blocking, null));
        }
        Settle(district, Spent, SettlementKind.Confirmed, "D");
        district.Finding("FUN-001", Today).Settlement.Should().BeNull();
        district.Judge(Today).LightOf(district.On(Today).Plan(district.Key<Plan>("SPE-1"))!).Should().Be(Light.Red);
    }

    [Theory]
    [InlineData("DRC", "FIN", "2025-02-10", true)]
    [InlineData("DRC", "FIN", "2025-01-09", false)] // Older than the demand that it confirms.
    [InlineData("FIN", "DRC", "2025-02-10", false)] // Each has its own.
    [InlineData("TRANS", "TRANS", "2025-02-10", false)]
    public void An_exemption_is_confirmed_by_the_commission_and_of_money_by_finance(string ofListing, string ofMoney, string on,
        bool counts)
    {
        var district = Exempted();
        Issued(district, "D-1", ofListing, on);
        Issued(district, "D-2", ofMoney, on);
        Settle(district, Unlisted, SettlementKind.Confirmed, "D-1");
        Settle(district, Spent, SettlementKind.Confirmed, "D-2");

        var findings = district.Findings("CAT-001", Today).Concat(district.Findings("FUN-001", Today)).ToList();
        findings.Select(f => f.Verdict).Should().Equal(Verdict.Conditional, Verdict.Conditional);
        findings.Select(f => f.IsConfirmed).Should().Equal(counts, counts);
    }

    [Theory]
    [InlineData("DRC", false)]
    [InlineData("GOV", true)]
    public void Where_the_commission_leads_the_plan_the_government_confirms(string issuer, bool counts)
    {
        var district = Exempted();
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030, p => p with { LeadAgency = district.Key<Agency>("DRC") });
        Issued(district, "D", issuer, "2025-02-10");
        Settle(district, Unlisted, SettlementKind.Confirmed, "D");

        district.Finding("CAT-001", Today).IsConfirmed.Should().Be(counts);
    }

    [Fact]
    public void A_confirmation_is_none_once_the_exemption_has_ended()
    {
        var district = Exempted();
        Issued(district, "D", "DRC", "2025-02-10");
        Settle(district, Unlisted, SettlementKind.Confirmed, "D");
        district.Exemption("SPE-1", "GOV", "2025-01-10", e => e with { To = PartialDate.Parse("2026-08-31") });
        Issued(district, "SPE-1-EXEMPTION", "GOV", "2025-01-10", "SPE-1");

        district.Finding("CAT-001", "2026-08-31").IsConfirmed.Should().BeTrue();
        var ended = district.Finding("CAT-001", "2026-09-01");
        (ended.Verdict, ended.Severity, ended.Settlement).Should().Be((Verdict.Fail, Severity.Blocking, null));
    }

    [Fact]
    public void A_plan_that_was_withdrawn_is_not_green_once_its_money_is_concluded()
    {
        var district = District();
        district.Act("SPE-1", ActType.Withdrawn, "2026-05-01", "GOV");
        Issued(district, "D", "AUDIT", "2026-06-20");
        Settle(district, Spent, SettlementKind.Concluded, "D");

        LightOf("2026-06-30").Should().Be(Light.Red);
        LightOf("2026-07-01").Should().BeNull();
        district.Finding("FUN-001", "2026-07-01").Severity.Should().Be(Severity.Notice);

        Light? LightOf(string day) => district.Judge(day).LightOf(district.On(day).Plan(district.Key<Plan>("SPE-1"))!);
    }
}
