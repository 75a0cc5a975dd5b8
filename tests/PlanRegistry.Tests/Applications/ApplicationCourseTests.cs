using PlanRegistry.Applications;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Applications;

/// <summary>The state of an application is computed from its decisions, on any day.</summary>
public sealed class ApplicationCourseTests
{
    private readonly TestDistrict district = new();

    private EntryApplication Apply(string? again = null) => district.Add(new EntryApplication
    {
        Code = "SB-1", Applicant = district.Key<Agency>("TRANS"), LeadAgency = district.Key<Agency>("TRANS"),
        AppliedOn = PartialDate.Parse("2026-03-01"), ResubmittedOn = again is null ? null : PartialDate.Parse(again),
        Title = "公路养护规划", Kind = PlanKind.Special, HorizonFrom = 2026, HorizonTo = 2030,
    });

    private void Decide(string on, ApplicationOutcome outcome) => district.Add(new ApplicationDecision
    {
        Application = new(TestDistrict.Own, "SB-1"), On = PartialDate.Parse(on), Outcome = outcome, Agency = district.Key<Agency>("DRC"),
    });

    private string On(EntryApplication application, string day) =>
        ApplicationCourse.Of(district.View(), application, DateOnly.Parse(day, null)) is var course ? $"{course.State} {course.Since}" : "";

    [Fact]
    public void It_is_applied_for_returned_made_again_and_listed_each_from_its_day()
    {
        var application = Apply(again: "2026-04-10");
        Decide("2026-04-01", ApplicationOutcome.Returned);
        Decide("2026-05-01", ApplicationOutcome.Listed);

        On(application, "2026-03-31").Should().Be("Applied 2026-03-01");
        On(application, "2026-04-01").Should().Be("Returned 2026-04-01");
        On(application, "2026-04-09").Should().Be("Returned 2026-04-01");
        On(application, "2026-04-10").Should().Be("Applied 2026-04-10");
        On(application, "2026-05-01").Should().Be("Listed 2026-05-01");
    }

    [Fact]
    public void Returned_again_it_is_returned_until_it_comes_again()
    {
        var application = Apply(again: "2026-04-10");
        Decide("2026-04-01", ApplicationOutcome.Returned);
        Decide("2026-04-20", ApplicationOutcome.Returned);

        On(application, "2026-06-30").Should().Be("Returned 2026-04-20");
    }

    [Fact]
    public void What_closed_it_stays_whatever_is_recorded_of_later_days()
    {
        var application = Apply(again: "2026-06-01");
        Decide("2026-04-01", ApplicationOutcome.Declined);
        Decide("2026-05-01", ApplicationOutcome.Returned);

        On(application, "2026-06-30").Should().Be("Declined 2026-04-01");
    }
}
