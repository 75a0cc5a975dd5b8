using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;
using PlanRegistry.Experts;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Tests.Consultation;
using PlanRegistry.Tests.Funding;

namespace PlanRegistry.Tests.Reviews;

/// <summary>What else runs on the day, and by which nobody is late.</summary>
public sealed class AwaitedMattersTests
{
    private static IReadOnlyList<OwedDuty> Owed(TestDistrict district, DutyKind kind, string day) =>
        [.. AwaitedSteps.Of(district.On(day)).Where(d => d.Kind == kind)];

    private static IEnumerable<string> Told(TestDistrict district, DutyKind kind, string day) => Owed(district, kind, day)
        .Select(d => $"{d.Due:yyyy-MM-dd} {Names.Of(d.State)} {d.Agency?.Code} {d.Person}".TrimEnd());

    [Fact]
    public void A_public_consultation_runs_to_its_last_day()
    {
        var district = ConsultedDistrict.Build();
        district.Notice(null);

        Told(district, DutyKind.PublicConsultation, "2026-03-02").Should().Equal("2026-03-31 DUE_SOON TRANS");
        Owed(district, DutyKind.PublicConsultation, "2026-03-02").Single().Reason().Zh
            .Should().Be("2026年3月1日起公开征求意见（P1），至2026年3月31日；期限为30日，确需缩短的应当说明。");
        Told(district, DutyKind.PublicConsultation, "2026-04-01").Should().BeEmpty();
        district.Notice("2026-03-20", "应急");
        Told(district, DutyKind.PublicConsultation, "2026-03-20").Should().Equal("2026-03-20 DUE_SOON TRANS");
        district.Round(r => r with
        {
            Code = "P1", Audience = Audience.Public, Agencies = null, ClosedOn = PartialDate.Parse("2026-03-15"),
        });
        Told(district, DutyKind.PublicConsultation, "2026-03-16").Should().BeEmpty();
    }

    [Fact]
    public void A_dispute_is_owed_until_it_is_settled_and_nobody_is_late()
    {
        var district = ConsultedDistrict.Build();
        district.Dispute(d => d with { Grounds = null });

        Told(district, DutyKind.Dispute, "2026-03-11").Should().BeEmpty();
        Told(district, DutyKind.Dispute, "2026-03-13").Should().Equal("2026-03-19 DUE_SOON TRANS");
        Told(district, DutyKind.Dispute, "2026-05-01").Should().Equal("2026-05-01 DUE_SOON TRANS");
        Owed(district, DutyKind.Dispute, "2026-03-13").Single().Missing().Select(m => m.Zh).Should().Equal("理由和依据");
        var approved = district.Act("ROADS", ActType.GovernmentApproved, "2026-04-20", "GOV");
        Told(district, DutyKind.Dispute, "2026-05-01").Should().BeEmpty();
        district.Add(approved with { On = PartialDate.Parse("2026-06-20") });
        district.Step(DisputeStage.Settled, "2026-03-18");
        Told(district, DutyKind.Dispute, "2026-05-01").Should().BeEmpty();
        Told(district.RecordedOn("2026-03-13"), DutyKind.Dispute, "2026-03-14").Should().BeEmpty("that is history");
    }

    [Fact]
    public void An_expert_who_was_asked_owes_a_word_by_name_until_the_plan_is_approved()
    {
        var district = ConsultedDistrict.Build();
        Ask(district, "E1", ExpertForm.Person, "甲某");
        Ask(district, "E2", ExpertForm.Institute, "某研究院");

        Told(district, DutyKind.ExpertOpinion, "2026-02-25").Should().BeEquivalentTo(
            "2026-03-01 DUE_SOON TRANS 甲某", "2026-03-01 DUE_SOON TRANS");
        var duty = Owed(district, DutyKind.ExpertOpinion, "2026-02-25").First(d => d.Person is not null);
        (duty.Reason().Zh + duty.Missing()[0].Zh).Should().NotContain("甲某", "who it is stands in its own field, and in no calendar");
        Told(district, DutyKind.ExpertOpinion, "2026-06-01").Should()
            .OnlyContain(d => d.StartsWith("2026-06-01 DUE_SOON", StringComparison.Ordinal));
        district.Add(new ExpertOpinion
        {
            Plan = district.Key<Plan>("ROADS"), About = ActAbout.Plan, Expert = new(TestDistrict.Own, "E1"),
            On = PartialDate.Parse("2026-03-10"), Conclusion = ExpertConclusion.Agreed, Word = "同意。",
        });
        Told(district, DutyKind.ExpertOpinion, "2026-06-01").Should().Equal("2026-06-01 DUE_SOON TRANS");
        district.Act("ROADS", ActType.GovernmentApproved, "2026-05-01", "GOV");
        Told(district, DutyKind.ExpertOpinion, "2026-06-01").Should().BeEmpty();
    }

    [Fact]
    public void While_a_budget_names_projects_the_years_investment_plan_is_owed_until_its_day()
    {
        var district = InvestedDistrict.Build().Budget("F-1", "X-1");

        Told(district, DutyKind.InvestmentPlan, "2024-02-28").Should().BeEmpty("nothing is budgeted yet");
        Told(district, DutyKind.InvestmentPlan, "2024-04-30").Should().Equal("2024-04-30 DUE_SOON FIN");
        Told(district, DutyKind.InvestmentPlan, "2024-05-01").Should().BeEmpty();
        district.Findings("FUN-003", "2024-05-01").Should().ContainSingle();
        Told(district.Invest("X-1"), DutyKind.InvestmentPlan, "2024-04-30").Should().BeEmpty();
    }

    [Fact]
    public void A_certificate_that_waits_is_owed_a_review_by_another_than_who_prepared_it()
    {
        var district = ConsultedDistrict.Build();
        var certificate = new FundingCertificate
        {
            Number = "500154-2026-000001", Plan = district.Key<Plan>("ROADS"), On = PartialDate.Parse("2026-02-01"),
            Verdict = FundingVerdict.Eligible, Purpose = FundingPurpose.Drafting, Money = FundingMoney.District,
            ValidUntil = PartialDate.Parse("2026-12-31"), PreparedBy = "王建国", Preparer = "person-1", Vector = "500154:1",
            RulesVersion = "1", Statement = "{}", Hash = "0",
        };
        district.Add(certificate);

        var duty = Owed(district, DutyKind.CertificateReview, "2026-12-01").Should().ContainSingle().Subject;
        (duty.Due, duty.Agency!.Code, duty.NotBy, duty.Person).Should().Be((new DateOnly(2026, 12, 31), "FIN", "person-1", (string?)null));
        Told(district, DutyKind.CertificateReview, "2026-01-31").Should().BeEmpty();
        Told(district, DutyKind.CertificateReview, "2027-01-01").Should().BeEmpty("it can be signed no more");
        district.Add(new CertificateReview
        {
            Number = certificate.Number, Result = ReviewResult.Signed, ReviewedBy = "李明", Reviewer = "person-2", Hash = "0",
        });
        Told(district, DutyKind.CertificateReview, "2026-12-01").Should().BeEmpty();
    }

    private static void Ask(TestDistrict district, string code, ExpertForm form, string name)
    {
        district.Add(new Expert { Code = code, Name = name, Form = form, Fields = ["交通"], From = PartialDate.Parse("2021-01-01") });
        district.Add(new ExpertDraw
        {
            Plan = district.Key<Plan>("ROADS"), About = ActAbout.Plan, Expert = new(TestDistrict.Own, code),
            On = PartialDate.Parse("2026-02-22"), LotOf = 1,
        });
    }
}
