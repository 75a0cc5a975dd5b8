using CsCheck;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// A district is judged in sessions of some plans each. How it is cut, in what order facts come, and on how many threads, changes nothing.
/// </summary>
public sealed class SessionTests
{
    private static readonly string[] Days = ["2021-06-30", "2024-02-29", "2026-03-12", "2026-11-22"];

    private static readonly Gen<(int Seed, int Day, int[] Order, int[] Sizes)> Divisions = Gen.Select(
        Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[0, int.MaxValue - 1].Array[1, 60],
        Gen.Int[1, 20].Array[1, 8], (seed, day, order, sizes) => (seed, day, order, sizes));

    [Fact]
    public void Any_division_into_sessions_and_any_order_of_facts_give_equal_findings() => Divisions.Sample(d =>
        {
            var snapshot = RandomDistrict.Build(d.Seed).On(Days[d.Day]);

        Whole.Of(Divided(snapshot, d.Order, d.Sizes)).Should().Equal(Whole.Of(Judge.JudgementOf(snapshot)));
    }, iter: 40, threads: 1);

    [Fact]
    public void The_sample_is_judged_alike_in_any_division() => Divisions.Sample(d =>
        {
            var snapshot = new Snapshot(SampleFindings.View, DateOnly.ParseExact(Days[d.Day], "yyyy-MM-dd"));

        Whole.Of(Divided(snapshot, d.Order, d.Sizes)).Should().Equal(Whole.Of(Judge.JudgementOf(snapshot)));
    }, iter: 20, threads: 1);

    /// <summary>All sessions share one compiled factory, and the views and snapshots that threads ask at once.</summary>
    [Fact]
    public void Eight_threads_find_the_same_in_a_thousand_rounds()
    {
        var views = Enumerable.Range(1, 4).Select(n => RandomDistrict.Build(n, plans: 8).View()).ToArray();
        var day = new DateOnly(2026, 3, 12);
        var expected = views.Select(v => Whole.Of(Judge.JudgementOf(new Snapshot(v, day)))).ToArray();

        Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, round =>
        {
            var n = round % views.Length;
            // Half of them with lookups that nobody has made yet.
            var view = round % 2 == 0 ? views[n] : new PlanRegistry.Ledger.RegistryView(views[n].Chain);
            var found = Whole.Of(Judge.JudgementOf(new Snapshot(view, day)));
            if (!found.SequenceEqual(expected[n]))
            {
                found.Should().Equal(expected[n], "round {0}", round);
            }
        });
    }

    [Fact]
    public void A_thousand_judgements_leave_nothing_behind()
    {
        var view = FewPlans();
        var made = new List<WeakReference>();
        foreach (var n in Enumerable.Range(0, 1000))
        {
            made.Add(Judged(new Snapshot(view, DateOnly.ParseExact(Days[n % Days.Length], "yyyy-MM-dd"))));
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        made.Count(m => m.IsAlive).Should().BeLessThanOrEqualTo(1, "no session outlives its judgement");
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Judged(Snapshot snapshot)
    {
        Judge.JudgementOf(snapshot).Findings.Should().NotBeEmpty();
        return new WeakReference(snapshot);
    }

    private static PlanRegistry.Ledger.RegistryView FewPlans()
    {
        var district = new TestDistrict();
        foreach (var n in Enumerable.Range(1, 3))
        {
            district.Plan($"P-{n}", PlanKind.Special, 2021, 2035);
            district.Act($"P-{n}", PlanRegistry.Approval.ActType.DraftingStarted, "2021-04-01");
        }
        return district.View();
    }

    /// <summary>Parts in the order of the numbers, facts in the order of others, sessions of the sizes in turn.</summary>
    private static Judgement Divided(Snapshot snapshot, int[] order, int[] sizes)
    {
        var parts = Facts.Parts(snapshot.View).Select(p => Judge.Facts.Of(snapshot, p)).ToList();
        var district = parts.Single(p => p.Part.Of == typeof(District));
        var rest = Mixed([.. parts.Where(p => p != district)], order).Select(p => p with { Facts = Mixed(p.Facts, order) }).ToList();
        var sessions = new List<List<PartFacts>>();
        for (var n = 0; rest.Count > 0; n++)
        {
            var size = Math.Min(sizes[n % sizes.Length], rest.Count);
            sessions.Add(rest[..size]);
            rest.RemoveRange(0, size);
        }
        return Judge.JudgementOf(snapshot, district with { Facts = Mixed(district.Facts, order) }, sessions, Judge.Rules, processors: 2);
    }

    private static IReadOnlyList<T> Mixed<T>(IReadOnlyList<T> items, int[] order) =>
        [.. items.Select((item, n) => (item, n)).OrderBy(i => unchecked(order[i.n % order.Length] * (i.n + 1))).Select(i => i.item)];
}
