using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// A judgement that begins with that of another state says what one that begins anew says, whatever record the two differ in: each record
/// of a district is taken away, with all that name it, and put back.
/// </summary>
public sealed class TouchedTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    public static TheoryData<string> All => ["sample", "first day", .. Districts.Made(6, plans: 10), .. Districts.OfTheCorpus];

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_record_cannot_have_touched_is_not_judged_again_and_is_the_same(string district)
    {
        if (Districts.View(district) is not { } whole)
        {
            return;
        }
        var all = Districts.Judged(district, Day);
        var expected = Whole.Of(all);
        var records = whole.Own.All.Where(r => r is not District).OrderBy(r => r.Id.ToString(), StringComparer.Ordinal)
            .Where((_, n) => n % Some(district) == 0);
        foreach (var lost in records.Select(r => WithAllThatName(r, whole)).DistinctBy(Codes))
        {
            var less = Without(whole, lost);
            if (Touched.Between(whole, less) is null)
            {
                continue;
            }
            var anew = Judge.JudgementOf(new Snapshot(less, Day));

            Whole.Of(Judge.JudgementOf(new Snapshot(less, Day), all, 1)).Should().Equal(Whole.Of(anew), "without {0}", Codes(lost));
            Whole.Of(Judge.JudgementOf(new Snapshot(whole, Day), anew, 1)).Should().Equal(expected, "with {0} again", Codes(lost));
        }
    }

    [Fact]
    public void A_plan_that_another_superseded_is_touched_by_what_becomes_of_that_one()
    {
        var district = new TestDistrict();
        district.Plan("A", PlanKind.Special, 2021, 2025);
        district.Plan("B", PlanKind.Special, 2024, 2028);
        district.Act("A", ActType.Superseded, "2024-05-01",
            with: a => a with { Against = new PlanVersion(district.Key<Plan>("B"), null) });
        district.Act("B", ActType.GovernmentApproved, "2024-05-01");
        var both = district.View();
        var approval = both.Of<Act>().Single(a => a.Type == ActType.GovernmentApproved);

        Touched.Between(both, Without(both, [approval]))!.Select(p => p.Code).Should().BeEquivalentTo("A", "B");
    }

    [Fact]
    public void Where_a_plan_is_seen_in_the_place_of_what_was_known_of_it_any_plan_may_be_judged_otherwise()
    {
        var district = new TestDistrict();
        var stub = district.Stub("S-1", 2021, 2025, "2021-03-12");
        district.Plan("REAL", stub.Kind, 2021, 2025, p => p with { Title = stub.Title });
        var known = district.View();

        Touched.Between(Without(known, known.Of<Plan>().Where(p => p.Code == "REAL").ToList()), known).Should().BeNull();
    }

    private static RegistryView Without(RegistryView view, IReadOnlyCollection<Record> lost) =>
        new([view.Own.After(view.Own.Seq + 1, view.Own.RecordedAt, [], lost), .. view.Chain.Skip(1)]);

    /// <summary>Of large districts every so many records: that all of the sample's hold was tried once.</summary>
    private static int Some(string district) =>
        district == "sample" ? 25 : district.StartsWith("corpus", StringComparison.Ordinal) ? 5 : 1;

    private static string Codes(IReadOnlyList<Record> records) => string.Join(' ', records.Select(r => r.Id.ToString()).Order());

    /// <summary>What names a record that is not there cannot be.</summary>
    private static List<Record> WithAllThatName(Record record, RegistryView view)
    {
        List<Record> lost = [record];
        for (var n = 0; n < lost.Count; n++)
        {
            var named = (lost[n].GetType(), $"{lost[n].Home}:{RecordShape.Of(lost[n].GetType()).KeyOf(lost[n])}");
            lost.AddRange(view.Own.All.Where(r => !lost.Contains(r) && RecordShape.Of(r.GetType()).Columns
                .SelectMany(c => c.Named(r)).Contains(named)).ToList());
        }
        return lost;
    }
}
