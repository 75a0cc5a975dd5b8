using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Ledger;

/// <summary>The ledger's own pages: entries, changes, districts.</summary>
public sealed class PagesTests : LedgerTest
{
    public PagesTests()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"), PlanOf(Kaizhou, "P-2", "水利规划"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Registry.Execute(By(Kaizhou, "correctRecord") with { Reason = "名称有误", Actor = Actor.Named("wang") }, view =>
        {
            var plan = view.Own.Of<Plan>()[0];
            return Decision.Write([Change.Correct(plan with { Title = "综合交通规划" }, plan), Change.Withdraw(view.Own.Of<Plan>()[1])]);
        });
        Write(PlanOf(Chongqing, "M-1", "市级规划"));
    }

    [Fact]
    public void The_districts_are_those_that_have_a_ledger() => Registry.Districts().Should().Equal(Chongqing, Kaizhou);

    [Fact]
    public void Entries_say_who_did_what_when_and_why()
    {
        var entry = Registry.EntriesBefore(Kaizhou, 3, 1).Should().ContainSingle().Which;

        entry.Should().BeEquivalentTo(new { District = Kaizhou, Seq = 2, RecordedAt = Clock.Now, Actor = Actor.Named("wang"),
            Form = 1, HashAlgorithm = "SHA-256", Command = "correctRecord", Reason = "名称有误", Vector = "500154:1", Changes = 2 });
        entry.PreviousHash.Should().Be(Registry.Entry(Kaizhou, 1)!.Hash);
        Registry.Entry(Kaizhou, 3).Should().BeNull();
        Registry.Head(Kaizhou).Should().Be(2);
    }

    [Fact]
    public void Entries_are_paged_from_the_last()
    {
        Registry.EntriesBefore(Kaizhou, int.MaxValue, 1).Select(e => e.Seq).Should().Equal(2);
        Registry.EntriesBefore(Kaizhou, 2, 10).Select(e => e.Seq).Should().Equal(1);
    }

    [Fact]
    public void Changes_name_their_records_and_can_be_taken_up_in_the_middle_of_an_entry()
    {
        Registry.Changes(Kaizhou, 2, 2)
            .Select(c => $"{c.Seq}.{c.Number} {c.Id} {(c.IsWithdrawal ? "withdrawn" : "recorded")} over {c.Retires}").Should()
            .Equal("2.1 500154/plans/P-1 recorded over 1", "2.2 500154/plans/P-2 withdrawn over 1");
        Registry.ChangesAfter(Kaizhou, 1, 1).Single().Number.Should().Be(1);
        Registry.ChangesAfter(Kaizhou, 2, 10, afterNumber: 1).Single().Number.Should().Be(2);
        Registry.ChangesAfter(Kaizhou, 2, 10).Should().BeEmpty();
        Registry.ChangesAfter(Kaizhou, 1, 1).Single().RecordedAt.Should().Be(Clock.Now);
    }

    [Fact]
    public void The_rows_of_a_change_are_found_as_its_entry_left_them()
    {
        RegistryView? After(int seq) => Registry.View(new Vector([new LedgerHead(Kaizhou, seq)]));

        After(1)!.Plan(new Key<Plan>(Kaizhou, "P-1"))!.Title.Should().Be("交通规划");
        After(2)!.Plan(new Key<Plan>(Kaizhou, "P-1"))!.Title.Should().Be("综合交通规划");
        After(2)!.Plan(new Key<Plan>(Kaizhou, "P-2")).Should().BeNull();
        After(3).Should().BeNull();
    }
}
