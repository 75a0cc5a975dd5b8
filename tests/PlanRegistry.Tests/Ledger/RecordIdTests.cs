using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Ledger;

/// <summary>A record id outlives corrections; its first form is the record's key.</summary>
public sealed class RecordIdTests : LedgerTest
{
    [Fact]
    public void A_corrected_key_keeps_the_id_and_a_new_record_under_the_old_key_gets_a_suffix()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        Recode("P-1", "P-9");
        Write(PlanOf(Kaizhou, "P-1", "水利规划"));
        Recode("P-1", "P-8");
        Write(PlanOf(Kaizhou, "P-1", "林业规划"));

        Registry.View(Kaizhou)!.Own.Of<Plan>().Select(p => $"{p.RecordCode} {p.Code} {p.Title}").Should()
            .Equal("P-1 P-9 交通规划", "P-1#2 P-8 水利规划", "P-1#3 P-1 林业规划");
        Open().View(Kaizhou)!.Own.Of<Plan>().Should().Equal(Registry.View(Kaizhou)!.Own.Of<Plan>());
    }

    [Fact]
    public void A_record_withdrawn_and_recorded_again_takes_up_its_id()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        Withdraw("P-1");
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));

        Registry.View(Kaizhou)!.Own.Of<Plan>().Single().Id.ToString().Should().Be("500154/plans/P-1");
        Registry.ChangesAfter(Kaizhou, 1, 10)
            .Select(c => $"{c.Seq} {c.Id.Code} {(c.IsWithdrawal ? "withdrawn" : "recorded")} {c.Retires}").Should()
            .Equal("2 P-1 withdrawn 1", "3 P-1 recorded ");
    }

    [Fact]
    public void Two_records_may_change_keys_in_one_entry()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"), PlanOf(Kaizhou, "P-2", "水利规划"));

        Registry.Execute(By(Kaizhou), view =>
        {
            var (first, second) = (view.Own.Of<Plan>()[0], view.Own.Of<Plan>()[1]);
            return Decision.Write(
            [
                Change.Record(PlanOf(Kaizhou, "P-1", "林业规划")),
                Change.Correct(first with { Code = "P-2" }, first),
                Change.Withdraw(second),
            ]);
        });

        Registry.View(Kaizhou)!.Own.Of<Plan>().Select(p => $"{p.RecordCode} {p.Code} {p.Title}")
            .Should().Equal("P-1 P-2 交通规划", "P-1#2 P-1 林业规划");
        Open().View(Kaizhou)!.Own.Of<Plan>().Should().Equal(Registry.View(Kaizhou)!.Own.Of<Plan>());
    }

    [Fact]
    public void A_command_that_records_what_is_there_is_a_bug_and_writes_nothing()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));

        FluentActions.Invoking(() => Write(PlanOf(Kaizhou, "P-1", "水利规划"))).Should()
            .Throw<InvalidOperationException>().WithMessage("The command records plans 'P-1', which is there already.");
        FluentActions.Invoking(() => Write(PlanOf(Kaizhou, "P-2", "水利规划"), PlanOf(Kaizhou, "P-2", "林业规划"))).Should()
            .Throw<InvalidOperationException>().WithMessage("The command records plans 'P-2', which is there already.");
        Registry.Head(Kaizhou).Should().Be(1);
    }

    [Fact]
    public void A_command_that_retires_what_is_no_longer_current_is_a_bug_and_writes_nothing()
    {
        var old = (Plan)Write(PlanOf(Kaizhou, "P-1", "交通规划")).Recorded[0];
        Retitle("P-1", "综合交通规划");

        FluentActions.Invoking(() => Registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Withdraw(old)]))).Should()
            .Throw<InvalidOperationException>()
            .WithMessage("The command retires 500154/plans/P-1 of seq 1, which is not current in 500154 at seq 2.");
    }

    [Fact]
    public void What_a_command_returns_is_what_a_reader_loads()
    {
        var full = PlanOf(Kaizhou, "P-1", "交通规划😀𠮷 \uFFFD\n'\"") with
        {
            LeadAgency = new Key<Agency>(Kaizhou, "交通局"), CoLeadAgencies = [new(Kaizhou, "财政局"), new(Chongqing, "市交通委")],
            LeadFrom = PartialDate.Parse("2026-03"), VisionYear = 2035, DailyWork = false, Areas = [], ExternalIds = ["a", "b"],
        };

        var written = (Plan)Write(full).Recorded[0];
        var loaded = Open().View(Kaizhou)!.Own.Of<Plan>().Single();

        loaded.Should().BeEquivalentTo(written);
        loaded.Title.Should().Be(full.Title);
        loaded.CoLeadAgencies.Should().Equal(full.CoLeadAgencies);
        loaded.LeadFrom.Should().Be(full.LeadFrom);
        loaded.DailyWork.Should().BeFalse();
        loaded.MunicipalFiling.Should().BeNull();
        loaded.Areas.Should().BeNull("an empty list is not recorded");
        using var storage = Home();
        Verification.Of(storage).Broken.Should().BeNull();
    }

    private void Recode(string code, string to) => Registry.Execute(By(Kaizhou, "correctRecord"), view =>
        {
            var plan = view.Own.Of<Plan>().Single(p => p.Code == code);
        return Decision.Write([Change.Correct(plan with { Code = to }, plan)]);
    });
}
