using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Ledger;

public sealed class LoadTests : LedgerTest
{
    [Fact]
    public void A_view_carried_forward_by_writes_equals_one_loaded_from_the_file()
    {
        Write(DistrictOf(Kaizhou, "开州区"), PlanOf(Kaizhou, "P-2", "水利规划"), PlanOf(Kaizhou, "P-1", "交通规划"));
        Retitle("P-1", "综合交通规划");
        Write(PlanOf(Kaizhou, "P-0", "林业规划"));
        Withdraw("P-2");

        using var fresh = Open();

        fresh.View(Kaizhou)!.Own.All.Should().BeEquivalentTo(Registry.View(Kaizhou)!.Own.All, o => o.RespectingRuntimeTypes());
        fresh.View(Kaizhou)!.Own.Of<Plan>().Should().Equal(Registry.View(Kaizhou)!.Own.Of<Plan>());
    }

    [Fact]
    public void A_view_is_made_once_for_its_vector()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        var other = Open();

        other.View(Kaizhou).Should().BeSameAs(other.View(Kaizhou));
        Retitle("P-1", "综合交通规划");
        Registry.View(Kaizhou).Should().BeSameAs(Registry.View(Kaizhou));
    }

    [Fact]
    public void A_large_entry_tells_its_progress()
    {
        var told = new List<(int Done, int Total)>();
        var rows = Enumerable.Range(0, 2500).Select(n => Change.Record(PlanOf(Kaizhou, $"P-{n}", "交通规划"))).ToList();

        Registry.Execute(By(Kaizhou), _ => Decision.Write(rows), (done, total) => told.Add((done, total)));

        var all = 2_500 + Defaults;
        told.Should().Equal((1000, all), (2000, all), (all, all));
        Open().View(Kaizhou)!.Own.Of<Plan>().Should().HaveCount(2500);
    }
}
