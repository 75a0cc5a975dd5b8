using PlanRegistry.Applications;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Applications;

/// <summary>CAT-006: <see cref="SpecialPlanSaysWhyItsFieldNeedsGovernment"/>.</summary>
[Trait("Rule", nameof(SpecialPlanSaysWhyItsFieldNeedsGovernment))]
public sealed class SpecialPlanSaysWhyItsFieldNeedsGovernmentTests
{
    private static TestDistrict District(Func<EntryApplication, EntryApplication>? with, bool isListed = true)
    {
        var district = new TestDistrict();
        var plan = district.Plan("WATER", PlanKind.Special, 2021, 2025, p => p with { Title = "水利规划" });
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-02-01");
        district.Entry("SR-2021", isListed ? "WATER" : null);
        district.Act("WATER", ActType.DraftingStarted, "2021-03-01");
        if (with is not null)
        {
            district.Add(with(new EntryApplication
            {
                Code = "SB-1", Applicant = district.Key<Agency>("TRANS"), AppliedOn = PartialDate.Parse("2021-01-10"), Title = plan.Title,
                Kind = PlanKind.Special, LeadAgency = district.Key<Agency>("TRANS"), HorizonFrom = 2021, HorizonTo = 2025, Plan = plan.Key,
                OverallImportance = true, NeedsGovernment = true, Justification = "供水是公共服务，市场投入不足。",
            }));
        }
        return district;
    }

    private static IReadOnlyList<Finding> Found(Func<EntryApplication, EntryApplication>? with, bool isListed = true) =>
        District(with, isListed).Findings("CAT-006", "2022-03-01");

    [Fact]
    public void An_application_that_says_why_complies_and_who_never_applied_is_not_asked()
    {
        Found(a => a).Should().BeEmpty();
        Found(null).Should().BeEmpty();
        Found(a => a with { Justification = null }, isListed: false).Should().BeEmpty();
        Found(a => a with { Kind = PlanKind.Regional, Justification = null }).Should().BeEmpty();
    }

    [Fact]
    public void What_it_denies_without_a_word_is_a_warning()
    {
        var finding = Found(a => a with { NeedsGovernment = false, Justification = null }).Single();

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Fail, Severity.Warning));
        finding.Sentence.Zh.Should()
            .Be("《水利规划》列入清单的申报（SB-1）：《水利规划》据申报不属需要政府发挥作用的市场失灵领域，须说明编制专项规划的理由。");
    }

    [Fact]
    public void What_it_denies_and_justifies_a_person_judges()
    {
        var finding = Found(a => a with { OverallImportance = false }).Single();

        (finding.Verdict, finding.Remedies.Single().Act).Should().Be((Verdict.Conditional, "confirmExemption"));
    }

    [Fact]
    public void What_it_does_not_say_is_unknown()
    {
        Found(a => a with { NeedsGovernment = null }).Single().Verdict.Should().Be(Verdict.Unknown);
        Found(a => a with { Justification = null }).Single().Sentence.Zh.Should().EndWith("未说明需要政府发挥作用的理由，待核实。");
    }
}
