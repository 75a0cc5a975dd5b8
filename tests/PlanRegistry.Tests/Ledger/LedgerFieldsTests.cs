using Microsoft.Extensions.Logging.Abstractions;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Storage;
using PlanRegistry.Tests.Access;

namespace PlanRegistry.Tests.Ledger;

/// <summary>The ledger's pages ask the storage once for a page, and for a number only when somebody asks for it.</summary>
public sealed class LedgerFieldsTests : LedgerTest
{
    private List<string> asked = null!;

    protected override IStorage Home()
    {
        (var home, asked) = WatchedHome.Of(base.Home());
        return home;
    }

    private DistrictNode District()
    {
        for (var n = 0; n < 30; n++)
        {
            Write(PlanOf(Kaizhou, $"P-{n}", "交通规划"), PlanOf(Kaizhou, $"Q-{n}", "水利规划"));
        }
        var judgements = new Judgements(Registry, Clock, NullLogger<Judgements>.Instance);
        var snapshot = judgements.Snapshot(Registry.View(Kaizhou)!, new DateOnly(2026, 11, 22));
        var scope = new Scope(snapshot, null, null, judgements, TestCaller.Operator);
        asked.Clear();
        return new DistrictNode(scope);
    }

    [Fact]
    public void A_page_of_changes_with_its_records_is_one_reading_and_its_number_another()
    {
        var page = DistrictLedgerFields.Changes(District(), 1, 40, null);

        page.Nodes.Select(n => n.Seq).Should().Equal(Enumerable.Range(2, 20).SelectMany(seq => new[] { seq, seq }));
        page.Nodes.Should().OnlyContain(n => ((PlanNode)n.Record!).Code.Length > 0 && !n.Retired && n.RecordedAt == Clock.Now);
        page.PageInfo.HasNextPage.Should().BeTrue();
        asked.Should().Equal(nameof(IStorage.ChangesAfter));

        page.TotalCount.Should().Be(29 * 2);
        asked.Should().Equal(nameof(IStorage.ChangesAfter), nameof(IStorage.CountChanges));
    }

    [Fact]
    public void A_page_of_entries_is_one_reading_and_their_records_another()
    {
        var district = District();
        var page = DistrictLedgerFields.Ledger(district, null, 20, null);

        page.Nodes.Select(n => n.Seq).Should().Equal(Enumerable.Range(11, 20).Reverse());
        page.TotalCount.Should().Be(30, "entries are numbered without a gap, which the vector knows");
        asked.Should().Equal(nameof(IStorage.EntriesBefore));

        page.Nodes.Should().OnlyContain(n => n.Records.Count == 2);
        page.Nodes[0].Records.Should().Equal(DistrictLedgerFields.Changes(district, 29, 2, null).Nodes.Select(c => c.Id));
        asked.Should().NotContain(nameof(IStorage.Entry));
    }

    [Fact]
    public void Nothing_that_was_written_after_the_view_is_on_a_page_or_counted()
    {
        var district = District();
        Write(PlanOf(Kaizhou, "P-31", "林业规划"));

        var page = DistrictLedgerFields.Changes(district, 29, 10, null);

        page.Nodes.Select(n => n.Seq).Should().Equal(30, 30);
        page.TotalCount.Should().Be(2);
        page.PageInfo.HasNextPage.Should().BeFalse();
    }
}
