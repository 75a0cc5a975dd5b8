using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Storage;

/// <summary>
/// What every home keeps to. A home may fail, or another writer may be first; then nothing is half written, and a retry
/// comes to the same. Every test therefore tries again, and says nothing that a rival's entry in between would make wrong.
/// </summary>
public abstract class StorageContract : LedgerTest
{
    private const int MostTries = 20;
    private IStorage? storage;
    private Registry? registry;

    /// <summary>The home under test, and a registry on it.</summary>
    protected IStorage Storage => storage ??= Home();

    private new Registry Registry => registry ??= Try(() => Server.Ledger.Registry.Open(Storage, Clock));

    private int Head => Try(() => Storage.Head(Kaizhou));

    [Fact]
    public void What_lands_is_read_back_as_it_was_drafted()
    {
        var first = Land("k-1", "P-1").Entry!;
        var second = Land("k-2", "P-2").Entry!;

        Head.Should().Be(second.Seq);
        Try(() => Storage.Entry(Kaizhou, first.Seq)).Should().Be(first);
        Try(() => Storage.Entry(Kaizhou, second.Seq + 1)).Should().BeNull();
        Try(() => Storage.EntryUnderKey(Kaizhou, "chen", "k-1")).Should().Be(first);
        Try(() => Storage.EntryUnderKey(Kaizhou, "wang", "k-1")).Should().BeNull();
        Try(() => Storage.EntryUnderKey(Chongqing, "chen", "k-1")).Should().BeNull();
        Try(Storage.Districts).Should().Equal(Kaizhou);
    }

    [Fact]
    public void Entries_follow_each_other_without_a_gap_and_are_paged_from_the_last()
    {
        Land("k-1", "P-1");
        Land("k-2", "P-2");
        Land("k-3", "P-3");

        var all = Try(() => Storage.EntriesBefore(Kaizhou, int.MaxValue, 100));

        all.Select(e => e.Seq).Should().Equal(Enumerable.Range(1, Head).Reverse());
        all.Select(e => e.PreviousHash).Should().Equal(all.Skip(1).Select(e => e.Hash).Append(EntryHash.First));
        Try(() => Storage.EntriesBefore(Kaizhou, 3, 1)).Should().Equal(all.Single(e => e.Seq == 2));
    }

    [Fact]
    public void Rows_are_visible_from_the_entry_that_recorded_them_to_the_one_that_retired_them()
    {
        var made = Land("k-1", "P-1").Entry!;
        var gone = Land("k-2", view => [Change.Withdraw(view.Own.Of<Plan>().Single(p => p.Code == "P-1"))]).Entry!;

        Codes(made.Seq).Should().Contain("P-1");
        Codes(gone.Seq - 1).Should().Contain("P-1");
        Codes(gone.Seq).Should().NotContain("P-1");
        Try(() => Storage.Load(new LedgerHead(Kaizhou, Head))).All
            .Should().BeEquivalentTo(Try(() => Registry.View(Kaizhou))!.Own.All, o => o.RespectingRuntimeTypes());
    }

    [Fact]
    public void A_moments_head_is_the_last_entry_recorded_until_then()
    {
        var before = Clock.Now;
        var first = Land("k-1", "P-1").Entry!;
        Clock.Advance(TimeSpan.FromMinutes(1));
        Land("k-2", "P-2");

        Try(() => Storage.Head(Kaizhou, before.AddMilliseconds(-1))).Should().Be(0);
        Try(() => Storage.Head(Kaizhou, before)).Should().Be(first.Seq);
        Try(() => Storage.Head(Kaizhou, Clock.Now)).Should().Be(Head);
        Try(() => Storage.Head(Chongqing)).Should().Be(0);
    }

    [Fact]
    public void Changes_are_counted_and_paged_in_order_up_to_an_entry()
    {
        Land("k-1", "P-1", "P-2");
        Land("k-2", "P-3", "P-4", "P-5");
        var all = Try(() => Storage.Changes(Kaizhou, 1, Head));
        var paged = new List<RecordChange>();
        while (Try(() => Storage.ChangesAfter(Kaizhou, paged.LastOrDefault()?.Seq ?? 0, paged.LastOrDefault()?.Number ?? 0, Head, 2))
            is { Count: > 0 } page)
        {
            paged.AddRange(page);
        }

        paged.Should().Equal(all);
        all.Should().BeInAscendingOrder(c => c.Seq).And.HaveCount(Try(() => Storage.CountChanges(Kaizhou, 0, Head)));
        all.Where(c => c.Seq == Head).Select(c => $"{c.Number} {c.Id.Code}").Should().Equal("1 P-3", "2 P-4", "3 P-5");
        Try(() => Storage.CountChanges(Kaizhou, Head - 1, Head)).Should().Be(3);
        Try(() => Storage.CountChanges(Kaizhou, 0, Head - 1)).Should().Be(all.Count(c => c.Seq < Head));
        Try(() => Storage.ChangesAfter(Kaizhou, 0, 0, Head - 1, 1000)).Should().Equal(all.Where(c => c.Seq < Head));
    }

    [Fact]
    public void A_vector_is_that_of_now_whoever_wrote_last()
    {
        Land("k-1", "P-1");
        Vector Resolve() => new([new LedgerHead(Kaizhou, Storage.Head(Kaizhou))]);
        var before = Try(() => Storage.Current(Kaizhou, Resolve))!.Seq;

        using (var other = Server.Ledger.Registry.Open(TestHome.Of(DatabaseFile), Clock))
        {
            other.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-2", "水利规划"))]));
        }

        TestHome.WhenHeard(() => Try(() => Storage.Current(Kaizhou, Resolve))!.Seq == before + 1);
        Try(() => Storage.Current(Kaizhou, Resolve))!.Seq.Should().Be(before + 1);
        Try(() => Registry.View(Kaizhou))!.Vector.Seq.Should().Be(before + 1);
    }

    [Fact]
    public void A_command_tried_again_under_its_key_is_written_once()
    {
        Land("k-1", [.. Enumerable.Range(0, 1500).Select(n => $"P-{n}")]);
        Land("k-1", [.. Enumerable.Range(0, 1500).Select(n => $"P-{n}")]).Replayed.Should().BeTrue();

        Try(() => Storage.EntriesBefore(Kaizhou, int.MaxValue, 100)).Count(e => e.IdempotencyKey == "k-1").Should().Be(1);
        Codes(Head).Count(c => c.StartsWith("P-", StringComparison.Ordinal)).Should().Be(1500);
    }

    [Fact]
    public void Of_two_drafts_of_one_seq_no_more_than_one_lands_and_nothing_of_the_other()
    {
        Land("k-0", "P-0");
        EntryDraft[] drafts = [Draft("k-1", "P-1"), Draft("k-2", "P-2")];

        var landed = drafts.Select(d => Try(() => Append(d))).ToList();

        var stored = Try(() => Storage.Entry(Kaizhou, drafts[0].Entry.Seq))!.Hash;
        landed.Count(l => l).Should().BeLessThanOrEqualTo(1);
        for (var i = 0; i < drafts.Length; i++)
        {
            (landed[i] ? stored == drafts[i].Entry.Hash : stored != "")
                .Should().BeTrue("who is told yes stands in the ledger, and else another does");
            Codes(Head).Contains($"P-{i + 1}").Should().Be(stored == drafts[i].Entry.Hash);
        }
    }

    [Fact]
    public void Of_two_drafts_under_one_key_the_second_leaves_nothing()
    {
        Land("k-1", "P-1");

        Try(() => Append(Draft("k-1", "P-2"))).Should().BeFalse();

        Codes(Head).Should().Contain("P-1").And.NotContain("P-2");
    }

    [Fact]
    public void Writers_at_once_all_land()
    {
        _ = Registry;
        Parallel.For(0, 4, n =>
        {
            for (var i = 0; i < 5; i++)
            {
                Land($"k-{n}-{i}", $"P-{n}-{i}");
            }
        });

        Codes(Head).Count(c => c.StartsWith("P-", StringComparison.Ordinal)).Should().Be(20);
        Try(() => Registry.View(Kaizhou))!.Own.Seq.Should().Be(Head);
    }

    [Fact]
    public void What_is_stored_is_shown_whole_to_be_verified()
    {
        Land("k-1", "P-1");
        Land("k-2", "P-2");
        Land("m-1", _ => [Change.Record(PlanOf(Chongqing, "M-1", "市级规划"))], By(Chongqing));

        var verification = Try(() => Verification.Of(Storage));
        var (district, entries, rows) =
            Try(() => Storage.Inspect(ledgers => ledgers.Select(l => (l.District, l.Entries.ToList(), l.Rows.ToList())).Single(), Kaizhou));

        verification.Broken.Should().BeNull();
        verification.Ledgers.Select(l => l.District).Should().Equal("500000", "500154");
        district.Should().Be("500154");
        entries.Select(e => e.Entry).Should().Equal(Try(() => Storage.EntriesBefore(Kaizhou, int.MaxValue, 100)).Reverse());
        entries.SelectMany(e => e.Changes).Should().Equal(Try(() => Storage.Changes(Kaizhou, 1, Head)));
        rows.Select(r => (r.Table, r.RecordId, r.Seq, (string?)r.ContentHash)).Should()
            .BeEquivalentTo(entries.SelectMany(e => e.Changes).Select(c => (c.Id.Table, c.Id.Code, c.Seq, c.ContentHash)));
        Try(Storage.Unguarded).Should().BeNull();
    }

    [Fact]
    public void A_home_that_is_up_to_date_has_nothing_to_migrate()
    {
        Land("k-1", "P-1");

        Try(() => Storage.Migrate(Clock)).Should().BeEmpty();
        FluentActions.Invoking(() => Try(() => { Storage.RequireCurrent(); return true; })).Should().NotThrow();
    }

    /// <summary>Records plans by a command under a key, tried again when the home fails.</summary>
    protected WriteResult Land(string key, params string[] codes) =>
        Land(key, _ => [.. codes.Select(c => Change.Record(PlanOf(Kaizhou, c, "交通规划")))]);

    private WriteResult Land(string key, Func<RegistryView, Change[]> changes, CommandHeader? header = null) =>
        Try(() => Registry.Execute((header ?? By(Kaizhou)) with { IdempotencyKey = key, InputHash = key },
            view => Decision.Write(changes(view))));

    /// <summary>An entry of a plan for the seq after the head.</summary>
    protected EntryDraft Draft(string key, string code)
    {
        var view = Try(() => Registry.Rehearse(By(Kaizhou), _ => Decision.Write([])).Before);
        var previous = view.Own.Seq == 0 ? EntryHash.First : Try(() => Storage.Entry(Kaizhou, view.Own.Seq))!.Hash;
        return Drafting.Draft(By(Kaizhou) with { IdempotencyKey = key }, view,
            previous, Clock.Now, [Change.Record(PlanOf(Kaizhou, code, "水利规划"))]);
    }

    protected bool Append(EntryDraft draft) => Storage.Append([Kaizhou], _ => draft, new Waiting(Storage.Patience));

    private IEnumerable<string> Codes(int seq) => Try(() => Storage.Load(new LedgerHead(Kaizhou, seq))).Of<Plan>().Select(p => p.Code);

    /// <summary>Again and again while the home fails; each time, a sound home finds nothing half written.</summary>
    protected T Try<T>(Func<T> act)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return act();
            }
            catch (StorageException) when (tries < MostTries)
            {
                NothingIsHalfWritten();
            }
        }
    }

    private void NothingIsHalfWritten()
    {
        if (TestHome.IsServer || File.Exists(DatabaseFile))
        {
            using var sound = TestHome.Of(DatabaseFile);
            Verification.Of(sound).Broken.Should().BeNull();
        }
    }

    protected override void Dispose(bool disposing)
    {
        NothingIsHalfWritten();
        registry?.Dispose();
        base.Dispose(disposing);
    }
}
