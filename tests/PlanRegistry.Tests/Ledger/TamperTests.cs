using PlanRegistry.Records;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Ledger;

/// <summary>What is done behind the registry's back is found, and the first broken entry or row is named.</summary>
public sealed class TamperTests : LedgerTest
{
    public TamperTests()
    {
        Write(DistrictOf(Kaizhou, "开州区"), PlanOf(Kaizhou, "P-1", "交通规划"), PlanOf(Kaizhou, "P-2", "水利规划"));
        Retitle("P-1", "综合交通规划");
        Withdraw("P-2");
    }

    [Fact]
    public void A_ledger_that_nobody_touched_is_whole()
    {
        var verification = Verify();

        verification.Broken.Should().BeNull();
        verification.Ledgers.Should().Equal(new VerifiedLedger("500154", 3, 4 + Defaults, Registry.Entry(Kaizhou, 3)!.Hash));
    }

    [Theory]
    [InlineData(
        "update plans set title = '交通规刘' where record_id = 'P-1' and recorded_seq = 1",
        "The row 'P-1' of plans, which entry 1 of 500154 recorded, was changed: its content does not match the entry's hash.")]
    [InlineData(
        "update plans set horizon_to = horizon_to + 1 where record_id = 'P-1' and recorded_seq = 2",
        "The row 'P-1' of plans, which entry 2 of 500154 recorded, was changed: its content does not match the entry's hash.")]
    [InlineData(
        "update plans set field = '' where record_id = 'P-1' and recorded_seq = 2",
        "The row 'P-1' of plans, which entry 2 of 500154 recorded, was changed: its content does not match the entry's hash.")]
    [InlineData(
        "update policy set record_id = 'x' where key = 'plan.min_years'",
        "The row 'plan.min_years||2000-01-01' of policy, which entry 1 of 500154 recorded, is missing.")]
    [InlineData(
        "delete from plans where record_id = 'P-1' and recorded_seq = 2",
        "The row 'P-1' of plans, which entry 2 of 500154 recorded, is missing.")]
    [InlineData(
        "delete from plans where record_id = 'P-1' and recorded_seq = 1",
        "The row 'P-1' of plans, which entry 1 of 500154 recorded, is missing.")]
    [InlineData(
        "insert into units (home, record_id, recorded_seq, code, base_unit, factor) values ('500154', '里', 2, '里', '米', '500')",
        "The row '里' of units says that entry 2 of 500154 recorded it, but no entry names it.")]
    [InlineData(
        "insert into units (home, record_id, recorded_seq, code, base_unit, factor) values ('500155', '里', 1, '里', '米', '500')",
        "The row '里' of units says that entry 1 of 500155 recorded it, but no entry names it.")]
    [InlineData(
        "update plans set retired_seq = null where record_id = 'P-2'",
        "The row 'P-2' of plans, which entry 3 of 500154 retired, is current again.")]
    [InlineData(
        "update plans set retired_seq = 2 where record_id = 'P-2'",
        "The row 'P-2' of plans, which entry 3 of 500154 retired, says that entry 2 retired it.")]
    [InlineData(
        "update policy set retired_seq = 2 where key = 'plan.min_years'",
        "The row 'plan.min_years||2000-01-01' of policy, which entry 1 of 500154 recorded,"
            + " says that entry 2 retired it, but that entry does not.")]
    [InlineData(
        "delete from ledger where seq = 3",
        "Entry 3 of 500154 is missing, but its changes are there: the end of the ledger was cut after entry 2.")]
    [InlineData(
        "delete from ledger where seq = 2",
        "Entry 2 of 500154 is missing: the ledger goes from 1 to 3.")]
    [InlineData(
        "update ledger set actor_id = 'wang' where seq = 2",
        "Entry 2 of 500154 does not match its hash: the entry or its list of changes was altered.")]
    [InlineData(
        "update ledger set actor_name = 'wang' where seq = 2",
        "Entry 2 of 500154 does not match its hash: the entry or its list of changes was altered.")]
    [InlineData(
        "update ledger set role = 'officer' where seq = 2",
        "Entry 2 of 500154 does not match its hash: the entry or its list of changes was altered.")]
    [InlineData(
        "update ledger set form = 2 where seq = 2",
        "Entry 2 of 500154 is of form 2 with the hash algorithm 'SHA-256', "
            + "which this plan-registry cannot verify: it knows form 1 with SHA-256.")]
    [InlineData(
        "update ledger set hash_algorithm = 'SM3' where seq = 2",
        "Entry 2 of 500154 is of form 1 with the hash algorithm 'SM3', "
            + "which this plan-registry cannot verify: it knows form 1 with SHA-256.")]
    [InlineData(
        "update ledger set recorded_at = '2026-11-22T00:00:00.001Z' where seq = 1",
        "Entry 1 of 500154 does not match its hash: the entry or its list of changes was altered.")]
    [InlineData(
        "update ledger set recorded_at = '2026-11-21T00:00:00.000Z' where seq = 2",
        "Entry 2 of 500154 was recorded at 2026-11-21T08:00:00+08:00, before entry 1 at 2026-11-22T08:00:00+08:00.")]
    [InlineData(
        "update ledger set previous_hash = hash where seq = 2",
        "Entry 2 of 500154 does not follow entry 1: the hash it names is not that entry's.")]
    [InlineData(
        "update ledger_changes set number = number + 100 where seq = 1",
        "Entry 1 of 500154 does not match its hash: the entry or its list of changes was altered.")]
    [InlineData(
        "update ledger set recorded_at = '2026-11-22 00:00:00.000Z' where seq = 3",
        "The ledger of 500154 after entry 2, or a row of it, holds a value that plan-registry never writes: "
        + "String '2026-11-22 00:00:00.000Z' was not recognized as a valid DateTime.")]
    [InlineData(
        "delete from ledger_changes where seq = 1 and number = 2",
        "Entry 1 of 500154 does not match its hash: the entry or its list of changes was altered.")]
    [InlineData(
        "update ledger_changes set content_hash = '0000000000000000000000000000000000000000000000000000000000000000' "
            + "where seq = 1 and number = 2",
        "Entry 1 of 500154 does not match its hash: the entry or its list of changes was altered.")]
    public void Tampering_is_named(string sql, string sentence)
    {
        Tamper(sql);

        Verify().Broken?.En.Should().Be(sentence);
    }

    [Fact]
    public void A_tail_cut_with_everything_it_did_is_whole_and_yet_noticed_by_the_hash_that_was_expected()
    {
        var noted = Registry.Entry(Kaizhou, 3)!.Hash;
        Tamper(
            """
            update plans set retired_seq = null where retired_seq = 3;
            delete from ledger_changes where seq = 3;
            delete from ledger where seq = 3;
            """);

        Verify().Broken?.En.Should().StartWith("The trigger '", "only the triggers are seen to be gone");
        Verify(noted).Broken?.En.Should().Be(
            $"No entry of any ledger has the expected hash '{noted}': the end of the ledger was cut, or it is another ledger's hash.");
        Verify("500154:" + noted).Broken?.En.Should()
            .Be(
                $"No entry of the ledger of 500154 has the expected hash '{noted}': "
                    + "the end of the ledger was cut, or it is another ledger's hash.");
    }

    [Fact]
    public void A_hash_noted_earlier_still_stands_after_the_ledger_grew()
    {
        var noted = Registry.Entry(Kaizhou, 2)!.Hash;

        Verify("500154:" + noted).Broken.Should().BeNull();
    }

    [Fact]
    public void Verify_exits_with_0_when_all_is_whole_and_lists_the_heads()
    {
        var (exit, output, errors) = Run();

        exit.Should().Be(0);
        output.Should().Be(
            $"500154  3 entries, {4 + Defaults} rows, head {Registry.Entry(Kaizhou, 3)!.Hash}\n"
                + "Every ledger is whole, and every row matches its entry.\n");
        errors.Should().BeEmpty();
    }

    [Fact]
    public void Verify_exits_with_1_and_the_sentence_when_something_is_broken()
    {
        Tamper("delete from plans where recorded_seq = 2");

        var (exit, _, errors) = Run();

        exit.Should().Be(1);
        errors.Should().Be("The row 'P-1' of plans, which entry 2 of 500154 recorded, is missing.\n");
    }

    [Fact]
    public void Verify_refuses_a_hash_that_is_none()
    {
        var (exit, _, errors) = Run("500154:abc");

        exit.Should().Be(2);
        errors.Should().Be("'500154:abc' is no hash to expect: write HASH or DISTRICT:HASH, with 64 hexadecimal digits.\n");
    }

    [Fact]
    public void A_certificate_is_told_within_a_minute_that_its_ledger_was_tampered_with()
    {
        var vector = Registry.View(Kaizhou)!.Vector;
        Registry.Intact(vector).Should().BeTrue();

        Tamper("update plans set title = '别的规划' where recorded_seq = 2");

        Registry.Intact(vector).Should().BeTrue("it was checked less than a minute ago");
        Clock.Advance(TimeSpan.FromMinutes(1));
        Registry.Intact(vector).Should().BeFalse();
    }

    [Fact]
    public void A_certificate_is_told_that_its_ledger_was_cut()
    {
        var vector = Registry.View(Kaizhou)!.Vector;

        Tamper("delete from ledger where seq = 3");

        Registry.Intact(vector).Should().BeFalse();
        Open().View(vector).Should().BeNull();
    }

    private Verification Verify(params string[] expected)
    {
        using var storage = Home();
        return Verification.Of(storage,
            [.. expected.Select(e => ExpectedHash.TryParse(e, out var hash) ? hash : throw new ArgumentException(e))]);
    }

    private (int Exit, string Output, string Errors) Run(params string[] expect)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var voice = new Server.Commands.Voice(Language.En, output, errors);
        return (Server.Commands.VerifyCommand.Run(Database, expect, voice), output.ToString(), errors.ToString());
    }
}
