using System.Text;
using PlanRegistry.Access;
using PlanRegistry.Backups;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Backups;

/// <summary>plan-registry restore: the same registry, that says of itself that it was restored, and gives nothing out twice.</summary>
public sealed class RestoreTests : BackupTest
{
    [Fact]
    public void A_restored_registry_is_whole_exports_the_same_packs_and_goes_on_with_an_entry_that_says_so()
    {
        HaveDistricts();
        HaveDocument("D-1", [1, 2, 3]);
        var made = Backup();
        var order = Order(At("backup.tar"));

        using (var restored = Restore(order))
        {
            foreach (var district in Registry.Districts())
            {
                Pack(restored.View(district)!).Should().Equal(Pack(Registry.View(district)!));
                var (head, entry) = (Registry.Head(district), restored.Entry(district, Registry.Head(district) + 1)!);
                restored.Head(district).Should().Be(head + 1);
                entry.PreviousHash.Should().Be(Registry.Entry(district, head)!.Hash);
                (entry.Command, entry.Actor.Name).Should().Be(("restore", "系统管理员"));
                entry.Reason.Should().Be($"从2026年11月22日08:03:00（北京时间）的备份恢复（备份清单散列值{made.Hash}）");
            }
            restored.View(Kaizhou)!.Of<Restoration>().Should().ContainSingle().Which.Should().BeEquivalentTo(
                new { Backup = made.Hash, CutFrom = (int?)null, CutTo = (int?)null, CutHash = (string?)null });
        }
        Verified(order).Code.Should().Be(0, Verified(order).Errors);
        Directory.GetFiles(order.Documents).Should().ContainSingle().Which.Should().Match(f => File.ReadAllBytes(f).Length == 3);
        Unfinished.Should().BeEmpty();
    }

    [Fact]
    public void It_is_cut_at_a_moment_and_says_what_was_cut()
    {
        HaveDistricts();
        var moment = Clock.Now;
        var (vector, pack) = (Registry.View(Kaizhou)!.Vector, Pack(Registry.View(Kaizhou)!));
        Pass();
        var lost = HaveDocument("D-1", [1, 2, 3]);
        Pass();
        Retitle("P-1", "综合交通规划");
        Pass();
        Backup();
        Pass();
        var order = Order(At("backup.tar")) with { To = moment };

        var (code, output, _) = Told(order);

        code.Should().Be(0);
        output.Should().Contain("500154  kept up to 1, 2 entries cut, restored with entry 2, its hash ");
        using (var restored = Registry.Open(order.Database, Clock))
        {
            Pack(restored.View(vector)!).Should().Equal(pack);
            Pack(restored.View(Kaizhou)!).Should().Equal(pack);
            var cut = restored.View(Kaizhou)!.Of<Restoration>().Single();
            (cut.CutFrom, cut.CutTo, cut.CutHash).Should().Be((2, 3, Registry.Entry(Kaizhou, 3)!.Hash));
            restored.Entry(Kaizhou, 2)!.Reason.Should().EndWith($"，截去原第2号至第3号（末号散列值{cut.CutHash}）");
        }
        Verified(order).Code.Should().Be(0);
        File.Exists(Path.Combine(order.Documents, lost.Sha256!)).Should().BeFalse("no entry names it any more");
        Encoding.UTF8.GetString(File.ReadAllBytes(order.Database)).Should().NotContain("综合交通规划", "what was cut is gone for good");
    }

    [Fact]
    public void Of_a_moment_of_which_something_may_be_lost_nobody_says_what_was_known()
    {
        HaveDistricts();
        var before = Clock.Now;
        Pass();
        Retitle("P-1", "综合交通规划");
        var cut = Clock.Now;
        Pass();
        Backup();
        Pass();
        using var restored = Restore(Order(At("backup.tar")) with { To = before });
        var at = Clock.Now;
        Pass();

        restored.View(Kaizhou, before).Should().NotBeNull();
        restored.View(Kaizhou, cut.AddMilliseconds(-1)).Should().NotBeNull();
        restored.View(Kaizhou, at).Should().NotBeNull("with the entry that says that it was restored it begins anew");
        foreach (var moment in (DateTimeOffset[])[cut, at.AddMilliseconds(-1)])
        {
            var refused = FluentActions.Invoking(() => restored.View(Kaizhou, moment)).Should().Throw<LostException>().Which;
            refused.Code.Should().Be("MAY_BE_LOST");
            refused.Sentence.En.Should().Be($"The registry was restored at {at.InWords().En}; what was recorded from {cut.InWords().En} on "
                + $"may be lost, so nobody can say what it knew at {moment.InWords().En}.");
        }
    }

    [Fact]
    public void Without_a_cut_that_holds_from_the_backup_on()
    {
        HaveDistricts();
        var taken = Clock.Now;
        Backup();
        Pass();
        using var restored = Restore(Order(At("backup.tar")));

        restored.View(Kaizhou, taken.AddMilliseconds(-1)).Should().NotBeNull();
        FluentActions.Invoking(() => restored.View(Kaizhou, taken)).Should().Throw<LostException>();
    }

    [Fact]
    public void A_vector_of_entries_that_are_no_more_opens_no_cursor_even_when_others_have_come_under_their_numbers()
    {
        HaveDistricts();
        var kept = Registry.View(Kaizhou)!.Vector;
        Retitle("P-1", "综合交通规划");
        var gone = Registry.View(Kaizhou)!.Vector;
        var (keptCursor, goneCursor) = (Registry.Sealed(kept), Registry.Sealed(gone));
        Pass();
        Backup();
        using var restored = Restore(Order(At("backup.tar")) with { Heads = [(Kaizhou, 1)] });

        restored.View(gone)!.Vector.Should().Be(gone, "there are entries of these numbers again");
        restored.Unsealed(goneCursor).Should().BeNull();
        restored.Unsealed(keptCursor).Should().Be(kept);
        Registry.Unsealed(goneCursor).Should().Be(gone);
    }

    [Fact]
    public void A_ledger_that_another_was_decided_on_is_not_cut_under_it()
    {
        HaveDistricts();
        Retitle("M-1", "市级发展规划", Chongqing);
        Pass();
        Retitle("P-1", "综合交通规划");
        Pass();
        Backup();

        Told(Order(At("backup.tar")) with { Heads = [(Chongqing, 1)] }).Should().Be((2, "",
            "Entry 2 of 500154 was decided on entry 2 of 500000, so 500000 cannot end at 1: "
                + "cut that entry too, or keep 500000 up to 2.\n"));
        Told(Order(At("backup.tar")) with { Heads = [(Chongqing, 1), (Kaizhou, 1)] }).Code.Should().Be(0);
    }

    [Theory]
    [InlineData("500154:9", "In the backup the ledger of 500154 ends at 1 and has no entry 9.\n")]
    [InlineData("110000:1", "The backup has no ledger of 110000.\n")]
    [InlineData("500154:1 500154:1", "--to names 500154 more than once.\n")]
    public void What_the_backup_does_not_have_is_told_before_anything_is_unpacked(string heads, string sentence)
    {
        HaveDistricts();
        Backup();
        var order = Order(At("backup.tar")) with
        {
            Heads = [.. Vector.Parse(heads).Heads.Select(h => (h.District, h.Seq))],
        };

        Told(order).Should().Be((2, "", sentence));
        File.Exists(order.Database).Should().BeFalse();
    }

    [Fact]
    public void A_moment_after_the_backup_is_nothing_that_it_knows()
    {
        HaveDistricts();
        Backup();

        Told(Order(At("backup.tar")) with { To = Clock.Now.AddDays(1) }, Language.Zh).Should().Be((2, "",
            "备份制作于2026年11月22日08:03:00（北京时间），不知道此后至2026年11月23日08:03:00（北京时间）的登记。\n"));
    }

    [Fact]
    public void Whoever_was_signed_in_is_so_no_more_and_what_opens_doors_is_given_anew()
    {
        HaveDistricts();
        using (var access = Homes.AccessOf(DatabaseFile))
        {
            access.Write(TimeSpan.FromSeconds(1), rows =>
            {
                rows.Save(new Account { Id = "a-1", Name = "王五", Role = Role.Admin, District = Kaizhou, MadeAt = Clock.Now });
                rows.SavePassword("a-1", "scrypt", Clock.Now, 1);
                rows.Save(new MachineToken
                {
                    Id = "t-1", Hash = new string('8', 64), Name = "接口", Role = Role.Finance, District = Kaizhou, MadeAt = Clock.Now,
                    ExpiresAt = Clock.Now.AddDays(30),
                });
                rows.Save(new CalendarFeed
                {
                    Hash = new string('9', 64), Account = "a-1", District = Kaizhou, Agency = "JW", MadeAt = Clock.Now,
                });
                rows.Save(new Sighting("a-1", Kaizhou, 1, Clock.Now));
                return true;
            });
        }
        Retitle("P-1", "综合交通规划");
        using (var access = Homes.AccessOf(DatabaseFile))
        {
            access.Write(TimeSpan.FromSeconds(1), rows =>
            {
                rows.Save(new Sighting("a-1", Kaizhou, 2, Clock.Now));
                return true;
            });
        }
        Pass();
        var made = Backup();
        Pass();
        var order = Order(At("backup.tar")) with { Heads = [(Kaizhou, 1)] };

        using var restored = Restore(order);

        using var opened = Homes.AccessOf(order.Database);
        opened.Read(rows =>
        {
            rows.Epoch.Should().BePositive();
            rows.Account("a-1")!.IsEnded.Should().BeFalse();
            rows.Password("a-1").Should().Be("scrypt");
            rows.Token(new string('8', 64))!.EndedAt.Should().Be(Clock.Now);
            rows.Calendar(new string('9', 64))!.EndedAt.Should().Be(Clock.Now);
            rows.Seen("a-1", Kaizhou)!.Seq.Should().Be(1);
            rows.LastBackup!.Hash.Should().Be(made.Hash);
            var noted = rows.LastEntry()!;
            (noted.Event, noted.Name, noted.About).Should().Be((AccessEvent.Restored, "系统管理员", made.Hash));
            return true;
        });
        Verified(order).Code.Should().Be(0);
    }

    [Fact]
    public void An_existing_registry_or_its_log_is_never_restored_over()
    {
        HaveDistricts();
        Backup();
        var order = Order(At("backup.tar")) with { Database = DatabaseFile };
        var before = Registry.Head(Kaizhou);

        Told(order).Should().Be((3, "", $"'{DatabaseFile}' is there already: a registry is never restored over another; "
            + "name a new file by --database.\n"));
        Registry.Head(Kaizhou).Should().Be(before);
        var next = Order(At("backup.tar"));
        File.WriteAllBytes(next.Database + "-wal", [1]);
        Told(next).Code.Should().Be(3);
        File.Exists(next.Database).Should().BeFalse();
    }

    [Fact]
    public void A_district_whose_ledger_is_cut_whole_begins_with_the_entry_that_says_so()
    {
        HaveDistricts();
        Backup();
        var order = Order(At("backup.tar")) with { Heads = [(Kaizhou, 0)] };

        using (var restored = Restore(order))
        {
            restored.Head(Kaizhou).Should().Be(1);
            restored.View(Kaizhou)!.District.Should().BeNull();
            restored.View(Kaizhou)!.Of<Restoration>().Single().CutTo.Should().Be(1);
        }
        Verified(order).Code.Should().Be(0);
    }

    [Fact]
    public void A_restored_registry_is_backed_up_and_restored_again()
    {
        HaveDistricts();
        Backup();
        var first = Order(At("backup.tar"));
        new RestoreRun(first, Clock).Run();
        Pass();
        BackupWriter.Make(first.Database, new(first.Documents, Clock), At("again.tar"), Clock);

        using var restored = Restore(Order(At("again.tar")));

        restored.View(Kaizhou)!.Of<Restoration>().Should().HaveCount(2);
        Titles(restored.View(Kaizhou)).Should().Contain("交通规划");
    }
}
