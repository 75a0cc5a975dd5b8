using PlanRegistry.Indicators;
using PlanRegistry.Tests.Alignment;

namespace PlanRegistry.Tests.Indicators;

/// <summary>指标路径: what is drawn of an indicator, in one unit.</summary>
public sealed class IndicatorPathTests
{
    private static IndicatorPath Path(TestDistrict district, string plan, string day = "2023-12-31") =>
        IndicatorPath.Of(district.On(day).Plan(district.Key<PlanRegistry.Catalogue.Plan>(plan))!)
            .Should().ContainSingle().Which;

    [Fact]
    public void Base_target_readings_and_what_is_demanded_stand_by_year()
    {
        var district = AlignedDistrict.Build().With("DEV-2021", 24m)
            .With("FOREST-2021", 23m, with: t => t with { BaseYear = 2020, BaseValue = 20m });
        district.Reading("FOREST-2021", "COVER", 2021, 20.5m);

        var path = Path(district, "FOREST-2021");

        path.Unit.Should().Be("%");
        path.Points.Select(p => (p.Year, p.Kind, p.Value)).Should().Equal(
            (2020, PathPointKind.Base, 20m), (2021, PathPointKind.Reading, 20.5m),
            (2025, PathPointKind.Target, 23m), (2025, PathPointKind.Demand, 24m));
        path.Points[^1].Superior!.Plan.Code.Should().Be("DEV-2021");
    }

    [Fact]
    public void A_reading_after_the_day_is_not_there_yet()
    {
        var district = AlignedDistrict.Build().With("FOREST-2021", 23m);
        district.Reading("FOREST-2021", "COVER", 2021, 20.5m);

        Path(district, "FOREST-2021", "2021-06-30").Points.Should().NotContain(p => p.Kind == PathPointKind.Reading);
    }
}
