using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Catalogue;

/// <summary>目录清单的变化: 新增、移出、合并、改动、从未启动.</summary>
public sealed class ListDifferenceTests
{
    private readonly TestDistrict district = new();

    public ListDifferenceTests()
    {
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-03-01");
        district.List("SR-2024", ListTrack.SpecialAndRegional, 2024, "2024-03-01",
            l => l with { Replaces = district.Key<DirectoryList>("SR-2021") });
    }

    private DirectoryEntry Entry(string list, string code, string title, Func<DirectoryEntry, DirectoryEntry>? with = null)
    {
        var row = new DirectoryEntry { List = district.Key<DirectoryList>(list), Code = code, Title = title, Kind = PlanKind.Special };
        return district.Add(with?.Invoke(row) ?? row);
    }

    private ListDifference Difference(string later = "SR-2024", string? from = null)
    {
        var view = district.View();
        var list = view.List(district.Key<DirectoryList>(later))!;
        var other = from is null ? ListDifference.Before(view, list)! : view.List(district.Key<DirectoryList>(from))!;
        return ListDifference.Between(view, new Snapshot(view, new DateOnly(2024, 6, 30)), other, list);
    }

    [Fact]
    public void An_entry_that_the_other_list_has_not_is_added_and_one_alike_is_no_difference()
    {
        Entry("SR-2021", "1", "水利规划");
        Entry("SR-2024", "7", "水利规划");
        Entry("SR-2024", "8", "林业规划");

        var difference = Difference();

        difference.From.Code.Should().Be("SR-2021");
        difference.Entries.Select(e => (e.Kind, e.Entry!.Title)).Should().Equal((EntryDifferenceKind.Added, "林业规划"));
        difference.Unchanged.Should().Be(1);
    }

    [Fact]
    public void What_differs_in_an_entry_is_told_field_by_field()
    {
        Entry("SR-2021", "1", "水利规划", e => e with { EiaNeeded = true, HorizonFrom = 2021, HorizonTo = 2025 });
        Entry("SR-2024", "1", "水利规划", e => e with { EiaNeeded = false, HorizonFrom = 2021, HorizonTo = 2025 });

        var changed = Difference().Entries.Should().ContainSingle().Which;

        changed.Kind.Should().Be(EntryDifferenceKind.Changed);
        changed.Changed.Select(c => c.Name).Should().Equal("eia_needed");
    }

    [Fact]
    public void Two_entries_that_became_one_are_merged()
    {
        district.Plan("WATER", PlanKind.Special, 2021, 2025);
        Entry("SR-2021", "1", "防洪规划", e => e with { Plan = district.Key<Plan>("WATER") });
        Entry("SR-2021", "2", "供水规划", e => e with { Plan = district.Key<Plan>("WATER") });
        Entry("SR-2024", "1", "水利规划", e => e with { Plan = district.Key<Plan>("WATER") });

        var merged = Difference().Entries.Should().ContainSingle().Which;

        merged.Kind.Should().Be(EntryDifferenceKind.Merged);
        merged.Former.Select(f => f.Title).Should().Equal("防洪规划", "供水规划");
    }

    [Fact]
    public void An_entry_that_a_list_in_its_place_has_no_more_is_removed_or_was_never_begun()
    {
        district.Plan("WATER", PlanKind.Special, 2021, 2025);
        district.Act("WATER", ActType.DraftingStarted, "2021-05-01", "TRANS");
        Entry("SR-2021", "1", "水利规划", e => e with { Plan = district.Key<Plan>("WATER") });
        Entry("SR-2021", "2", "林业规划");

        Difference().Entries.Select(e => (e.Kind, e.Former[0].Title)).Should().BeEquivalentTo(
            [(EntryDifferenceKind.Removed, "水利规划"), (EntryDifferenceKind.NeverStarted, "林业规划")]);
    }

    [Fact]
    public void A_list_that_replaces_none_removes_only_what_it_says_it_drops()
    {
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2024-05-01");
        Entry("SR-2024", "1", "水利规划");
        Entry("SR-2024", "2", "林业规划");
        Entry("SR-2025", "9", "林业规划", e => e with { Dropped = true, DroppedReason = "并入生态规划" });

        var gone = Difference("SR-2025").Entries.Should().ContainSingle().Which;

        (gone.Former[0].Title, gone.Drop!.DroppedReason).Should().Be(("林业规划", "并入生态规划"));
    }

    [Fact]
    public void The_first_list_of_its_track_is_compared_with_none()
    {
        var view = district.View();

        ListDifference.Before(view, view.List(district.Key<DirectoryList>("SR-2021"))!).Should().BeNull();
    }
}
