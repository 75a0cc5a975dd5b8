using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Ledger;

/// <summary>From a vector to the present, entry by entry.</summary>
public sealed class NextEntryTests : LedgerTest
{
    private static readonly DistrictCode Between = DistrictCode.Parse("500100");

    /// <summary>The vectors on the way from one vector to the present.</summary>
    private IEnumerable<string> From(string vector, Registry? registry = null)
    {
        var at = Vector.Parse(vector);
        while ((registry ?? Registry).Next(at) is { } step)
        {
            at = step.After;
            yield return at.ToString();
        }
    }

    [Fact]
    public void Entries_of_the_district_and_above_come_as_they_were_recorded()
    {
        Write(DistrictOf(Chongqing, "重庆市", DistrictCode.Nation));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Write(DistrictOf(Kaizhou, "开州区", Chongqing));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Write(PlanOf(Chongqing, "M-1", "市级纲要"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));

        From("500154:0 500000:1").Should().Equal("500154:1 500000:1", "500154:1 500000:2", "500154:2 500000:2");
        From("500154:1 500000:1", Open()).Should().Equal("500154:1 500000:2", "500154:2 500000:2");
        From("500154:2 500000:2").Should().BeEmpty();
        From("500000:1").Should().Equal("500000:2");
    }

    [Fact]
    public void Entries_of_one_millisecond_come_as_they_were_written()
    {
        Write(DistrictOf(Chongqing, "重庆市", DistrictCode.Nation));
        Write(DistrictOf(Kaizhou, "开州区", Chongqing));
        Write(PlanOf(Chongqing, "M-1", "市级纲要"));
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        Write(PlanOf(Kaizhou, "P-2", "水利规划"));
        Write(PlanOf(Chongqing, "M-2", "市级规划"));
        Write(DistrictOf(DistrictCode.Nation, "国家"));

        From("500154:0 500000:1").Should().Equal(
            "500154:1 500000:1", "500154:1 500000:2", "500154:2 500000:2",
            "500154:3 500000:2", "500154:3 500000:3", "500154:3 500000:3 000000:1");
    }

    [Fact]
    public void An_entry_that_came_in_late_with_an_earlier_moment_is_not_passed_over()
    {
        Write(DistrictOf(Chongqing, "重庆市", DistrictCode.Nation));
        Write(DistrictOf(Kaizhou, "开州区", Chongqing));
        Clock.Now -= TimeSpan.FromMinutes(1);
        Write(DistrictOf(DistrictCode.Nation, "国家"));

        From("500154:1 500000:1").Should().Equal("500154:1 500000:1 000000:1");
    }

    [Fact]
    public void A_superior_comes_into_sight_with_its_first_entry_and_another_when_the_district_names_it()
    {
        Write(DistrictOf(Chongqing, "重庆市"));
        Write(PlanOf(Chongqing, "M-1", "市级纲要"));
        Write(DistrictOf(Kaizhou, "开州区", Between));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Write(DistrictOf(Between, "示例市", Chongqing));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Registry.Execute(By(Kaizhou),
            view => Decision.Write([Change.Correct(view.District! with { Superior = Chongqing }, view.District!)]));

        From("500154:1 500000:2").Should().Equal("500154:1 500100:1 500000:2", "500154:2 500000:2");
    }

    [Fact]
    public void What_an_entry_was_decided_on_and_made_is_where_it_stands()
    {
        Write(DistrictOf(Chongqing, "重庆市", DistrictCode.Nation));
        Write(DistrictOf(Kaizhou, "开州区", Chongqing));
        Write(PlanOf(Chongqing, "M-1", "市级纲要"));
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));

        Registry.At(Kaizhou, 0)!.After.ToString().Should().Be("500154:0 500000:1");
        Registry.At(Kaizhou, 1)!.After.ToString().Should().Be("500154:1 500000:1");
        Registry.At(Kaizhou, 2)!.After.ToString().Should().Be("500154:2 500000:2");
        Registry.At(Kaizhou, 3).Should().BeNull();
    }

    [Fact]
    public void A_write_wakes_those_who_wait_and_nothing_else_does()
    {
        var next = Registry.Pulse.Next;
        Registry.Execute(By(Kaizhou), _ => Decision.Write([]));
        Registry.Execute(By(Kaizhou), _ => Decision.Refuse(new Problem(ProblemCode.Duplicate, "重复", [])));
        next.IsCompleted.Should().BeFalse();

        Write(PlanOf(Kaizhou, "P-1", "交通规划"));

        next.IsCompletedSuccessfully.Should().BeTrue();
    }
}
