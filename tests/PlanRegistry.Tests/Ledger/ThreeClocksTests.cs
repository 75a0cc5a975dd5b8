using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Ledger;

/// <summary>What the registry knew at a moment, in the district's own ledger and in its superiors'.</summary>
public sealed class ThreeClocksTests : LedgerTest
{
    [Fact]
    public void A_correction_is_seen_now_and_not_before()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        var before = Clock.Now;
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Retitle("P-1", "综合交通规划");

        Titles(Registry.View(Kaizhou)).Should().Equal("综合交通规划");
        Titles(Registry.View(Kaizhou, before)).Should().Equal("交通规划");
        Titles(Registry.View(Kaizhou, before.AddTicks(9_999))).Should().Equal("交通规划");
        Titles(Registry.View(Kaizhou, Clock.Now)).Should().Equal("综合交通规划");
        Registry.View(Kaizhou, before.AddDays(-1)).Should().BeNull("the registry did not know the district then");
    }

    [Fact]
    public void A_plan_withdrawn_is_gone_now_and_there_before()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        var before = Clock.Now;
        Clock.Advance(TimeSpan.FromDays(1));
        Withdraw("P-1");

        Titles(Registry.View(Kaizhou)).Should().BeEmpty();
        Titles(Registry.View(Kaizhou, before)).Should().Equal("交通规划");
    }

    [Fact]
    public void Superiors_are_read_at_the_same_moment()
    {
        Write(DistrictOf(DistrictCode.Nation, "国家"), PlanOf(DistrictCode.Nation, "N-1", "国家纲要"));
        Write(DistrictOf(Chongqing, "重庆市", DistrictCode.Nation), PlanOf(Chongqing, "M-1", "市级纲要"));
        Write(DistrictOf(Kaizhou, "开州区", Chongqing), PlanOf(Kaizhou, "P-1", "区级纲要"));
        var before = Clock.Now;
        Clock.Advance(TimeSpan.FromHours(1));
        Retitle("M-1", "市级纲要(修订)", Chongqing);

        var now = Registry.View(Kaizhou)!;
        var then = Registry.View(Kaizhou, before)!;

        now.Vector.ToString().Should().Be("500154:1 500000:2 000000:1");
        then.Vector.ToString().Should().Be("500154:1 500000:1 000000:1");
        Titles(now).Should().BeEquivalentTo("区级纲要", "市级纲要(修订)", "国家纲要");
        Titles(then).Should().BeEquivalentTo("区级纲要", "市级纲要", "国家纲要");
        Registry.View(then.Vector).Should().BeSameAs(then);
        Open().View(then.Vector)!.Plans.Select(p => p.Title).Should().BeEquivalentTo(Titles(then));
    }

    [Fact]
    public void A_superior_without_a_ledger_is_passed_over_and_seen_from_its_first_entry()
    {
        Write(DistrictOf(DistrictCode.Nation, "国家"), PlanOf(DistrictCode.Nation, "N-1", "国家纲要"));
        Write(DistrictOf(Kaizhou, "开州区", Chongqing));
        Registry.View(Kaizhou)!.Vector.ToString().Should().Be("500154:1 000000:1");
        var before = Clock.Now;

        Clock.Advance(TimeSpan.FromHours(1));
        Write(DistrictOf(Chongqing, "重庆市", DistrictCode.Nation));

        Registry.View(Kaizhou)!.Vector.ToString().Should().Be("500154:1 500000:1 000000:1");
        Registry.View(Kaizhou, before)!.Vector.ToString().Should().Be("500154:1 000000:1");
    }

    [Fact]
    public void A_first_import_is_decided_with_the_superiors_that_the_code_names()
    {
        Write(DistrictOf(Chongqing, "重庆市", DistrictCode.Nation), PlanOf(Chongqing, "M-1", "市级纲要"));

        var view = Registry.Rehearse(By(Kaizhou, "recordAct"), _ => Decision.Write([])).Before;

        view.Vector.ToString().Should().Be("500154:0 500000:1");
        Titles(view).Should().Equal("市级纲要");
    }

    [Fact]
    public void Districts_that_name_each_other_as_superior_do_not_hang_the_registry()
    {
        Write(DistrictOf(Kaizhou, "开州区", Chongqing));
        Write(DistrictOf(Chongqing, "重庆市", Kaizhou));

        Registry.View(Kaizhou)!.Vector.ToString().Should().Be("500154:1 500000:1");
    }

    [Fact]
    public void The_ledgers_time_never_goes_back_when_the_clock_does()
    {
        var first = Write(PlanOf(Kaizhou, "P-1", "交通规划")).Entry!;
        Clock.Now -= TimeSpan.FromHours(1);
        var second = Write(PlanOf(Kaizhou, "P-2", "水利规划")).Entry!;
        Clock.Advance(TimeSpan.FromHours(2));
        var third = Write(PlanOf(Kaizhou, "P-3", "林业规划")).Entry!;

        second.RecordedAt.Should().Be(first.RecordedAt);
        third.RecordedAt.Should().Be(first.RecordedAt.AddHours(1));
        Titles(Registry.View(Kaizhou, first.RecordedAt)).Should().BeEquivalentTo("交通规划", "水利规划");
    }

    [Fact]
    public void An_entry_is_never_earlier_than_the_superiors_entry_that_it_was_decided_on()
    {
        var above = Write(DistrictOf(Chongqing, "重庆市")).Entry!;
        Clock.Now -= TimeSpan.FromHours(1);

        Write(DistrictOf(Kaizhou, "开州区", Chongqing)).Entry!.RecordedAt.Should().Be(above.RecordedAt);
    }

    [Fact]
    public void Moments_are_kept_in_milliseconds_of_utc()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8)).AddTicks(1_239_999);

        Write(PlanOf(Kaizhou, "P-1", "交通规划")).Entry!.RecordedAt.Should().Be(new DateTimeOffset(2026, 11, 22, 0, 0, 0, 123, TimeSpan.Zero));
    }
}
