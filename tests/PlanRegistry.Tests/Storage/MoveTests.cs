using CsCheck;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Storage;

/// <summary>From one home to another, entry by entry: a SQLite file's and, where there is a server, a database's.</summary>
public sealed class MoveTests : LedgerTest
{
    private int acts;

    private string Other => Path.ChangeExtension(DatabaseFile, ".moved.db");

    [Fact]
    public void A_registry_that_was_moved_has_the_same_hashes_rows_and_pages()
    {
        Gen.Select(Gen.String[Gen.Char['规', '龥'], 1, 12], Gen.Int[0, 3], Gen.Int[1, 6]).List[3, 12].Sample(steps =>
        {
            foreach (var (title, act, count) in steps)
            {
                Act(title, act, count, ++acts);
            }
        }, iter: 4, threads: 1);

        Move(Database, TestHome.Named(Other)).Should().Be((0, ""));

        using var from = Home();
        using var to = TestHome.Of(Other);
        to.Districts().Should().Equal(from.Districts());
        foreach (var district in from.Districts())
        {
            to.EntriesBefore(district, int.MaxValue, 1000).Should().Equal(from.EntriesBefore(district, int.MaxValue, 1000));
            to.ChangesAfter(district, 0, 0, int.MaxValue, 10_000).Should().Equal(from.ChangesAfter(district, 0, 0, int.MaxValue, 10_000));
            var head = new LedgerHead(district, from.Head(district));
            to.Load(head).All.Should().BeEquivalentTo(from.Load(head).All);
        }
    }

    [Fact]
    public void A_move_that_broke_off_goes_on_and_one_onto_another_ledger_is_refused()
    {
        Write(DistrictOf(Kaizhou, "开州区"));
        Move(Database, TestHome.Named(Other)).Code.Should().Be(0);
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        Move(Database, TestHome.Named(Other)).Code.Should().Be(0);
        using (var other = Server.Ledger.Registry.Open(TestHome.Of(Other), Clock))
        {
            other.Head(Kaizhou).Should().Be(2);
            other.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-9", "水利规划"))]));
        }

        var (code, errors) = Move(Database, TestHome.Named(Other));

        code.Should().Be(CommandLine.Refused);
        errors.Should().StartWith("The ledger of 500154 in '").And.EndWith("': name an empty database.\n");
    }

    /// <summary>A server's keys are there before its first account.</summary>
    [Fact]
    public void Who_may_use_it_comes_along_once()
    {
        Write(DistrictOf(Kaizhou, "开州区"));
        using (var access = Registry.OpenAccess())
        {
            access.Write(TimeSpan.FromSeconds(1), rows =>
            {
                rows.SaveKey("key-1", "<key/>");
                rows.SetMark("demonstration");
                return true;
            });
        }

        Move(Database, TestHome.Named(Other)).Should().Be((0, ""));
        Move(Database, TestHome.Named(Other)).Should().Be((0, ""));

        using var moved = Server.Ledger.Registry.Open(TestHome.Of(Other), Clock);
        using var there = moved.OpenAccess();
        there.Read(rows => rows.Keys()).Should().Equal("<key/>");
        there.Read(rows => rows.Mark).Should().Be("demonstration");
    }

    [Fact]
    public void A_ledger_that_was_tampered_with_is_not_moved_on()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        Tamper("update plans set title = '水利规划'");

        var (code, errors) = Move(Database, TestHome.Named(Other));

        code.Should().Be(CommandLine.Refused);
        errors.Should().StartWith("Entry 1 of 500154 does not match its hash");
    }

    private (int Code, string Errors) Move(string from, string to)
    {
        var errors = new StringWriter();
        return (MoveCommand.Run(from, to, Clock, new Voice(Language.En, TextWriter.Null, errors)), errors.ToString());
    }

    private void Act(string title, int act, int count, int n)
    {
        var plans = Registry.View(Kaizhou)?.Own.Of<Plan>().ToList() ?? [];
        switch (act)
        {
            case 1 when plans.Count > 0:
                Retitle(plans[n % plans.Count].Code, title);
                break;
            case 2 when plans.Count > 0:
                Withdraw(plans[n % plans.Count].Code);
                break;
            case 3:
                Write([.. Enumerable.Range(0, count).Select(i => PlanOf(Chongqing, $"C-{n}-{i}", title))]);
                break;
            default:
                Write([.. Enumerable.Range(0, count).Select(i => PlanOf(Kaizhou, $"P-{n}-{i}", title + "'\t\\N"))]);
                break;
        }
    }
}
