using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Rules;
using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests.Conformance;

/// <summary>Long random walks from view to view: what is found by the difference is what is found afresh, at every step.</summary>
public sealed class LiveJudgeTests
{
    private const int Steps = 60;

    // The rest is named by others, so a view never lacks it: it is only replaced.
    private static readonly Type[] MayGo =
    [
        typeof(Act), typeof(Target), typeof(Reading), typeof(PlanLink), typeof(DirectoryEntry), typeof(Exemption), typeof(FundingLine), typeof(Amendment),
        typeof(Allocation), typeof(PolicyValue), typeof(SuperiorPlan),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Findings_by_difference_are_findings_judged_afresh(int seed)
    {
        var random = new Random(seed);
        var walk = new Walk(random, [.. Enumerable.Range(0, 4).Select(n => RandomDistrict.Build((seed * 10) + n).View())]);
        var live = new LiveJudge();
        var day = new DateOnly(2025, 6, 30);
        for (var step = 0; step < Steps; step++)
        {
            if (random.Next(5) == 0)
            {
                // Foreseen, and never written.
                Audit.Same(live.Assess(walk.Next(), day), walk.Astray, day);
            }
            walk.Step();
            day = random.Next(12) == 0 ? day.AddDays(random.Next(1, 200)) : day;
            Audit.Same(live.Assess(walk.View, day), walk.View, day);
        }
    }

    /// <summary>Every table in turn, also those whose rows are alike in all generated districts: a row takes one value of another.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void One_value_changed_in_any_row_of_the_sample_is_judged_as_if_afresh(int seed)
    {
        var (random, live, day) = (new Random(seed), new LiveJudge(), new DateOnly(2026, 6, 30));
        var view = SampleFindings.View;
        foreach (var at in Enumerable.Range(0, view.Chain.Count))
        {
            foreach (var type in view.Chain[at].Types.Where(t => t != typeof(District)))
            {
                for (var n = 0; n < 8; n++)
                {
                    var ledger = view.Chain[at];
                    var rows = ledger.Rows(type);
                    var row = rows[random.Next(rows.Length)];
                    var isGone = rows.Length > 1 && MayGo.Contains(type) && type != typeof(SuperiorPlan) && random.Next(4) == 0;
                    var chain = view.Chain.ToList();
                    chain[at] = ledger.After(ledger.Seq + 1, ledger.RecordedAt, isGone ? [] : [Crossed(row, rows[random.Next(rows.Length)], random)], [row]);
                    view = new RegistryView(chain, view);
                    Audit.Same(live.Assess(view, day), view, day);
                }
            }
        }
    }

    private static Record Crossed(Record row, Record other, Random random)
    {
        var free = row.GetType().GetProperties().Where(p => p.DeclaringType != typeof(Record) && p.CanWrite && !p.IsDefined(typeof(Records.KeyColumnAttribute), inherit: false)
            && (row is not PolicyValue || p.PropertyType != typeof(string))).ToList();
        var differing = free.Where(p => !Equals(p.GetValue(row), p.GetValue(other))).ToList();
        var crossed = row with { Seq = row.Seq + 1 };
        if (differing.Count > 0)
        {
            var property = differing[random.Next(differing.Count)];
            property.SetValue(crossed, property.GetValue(other));
        }
        return crossed;
    }

    [Fact]
    public void A_district_that_gains_and_loses_plans_and_lists_is_judged_by_the_difference()
    {
        var (large, small) = (RandomDistrict.Build(5).View(), new TestDistrict().View());
        var live = new LiveJudge();
        foreach (var view in new[] { small, large, small, Without(large, "P-01"), large })
        {
            Audit.Same(live.Assess(view, new DateOnly(2026, 6, 30)), view, new DateOnly(2026, 6, 30));
        }
    }

    [Fact]
    public void What_cannot_be_judged_leaves_a_judge_that_begins_again()
    {
        var district = RandomDistrict.Build(3);
        var live = new LiveJudge();
        var day = new DateOnly(2026, 6, 30);
        live.Assess(district.View(), day);

        district.Policy(PolicyKeys.MinYears, "three");
        var judge = () => live.Assess(district.View(), day);
        judge.Should().Throw<FormatException>();

        district.Policy(PolicyKeys.MinYears, "3");
        Audit.Same(live.Assess(district.View(), day), district.View(), day);
    }

    [Fact]
    public void A_judgement_handed_out_stays_as_it_was()
    {
        var district = RandomDistrict.Build(7);
        var (live, day) = (new LiveJudge(), new DateOnly(2026, 6, 30));
        var first = live.Assess(district.View(), day);
        var before = Audit.Whole(first).ToList();

        district.Act("P-01", ActType.Withdrawn, "2026-06-01");
        live.Assess(district.View(), day).Findings.Should().NotEqual(first.Findings);

        Audit.Whole(first).Should().Equal(before);
    }

    [Fact]
    public void Every_write_of_every_test_is_audited() =>
        typeof(PlanRegistry.Server.Ledger.Execution).GetField("Written", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .GetValue(null).Should().NotBeNull();

    private static RegistryView Without(RegistryView view, string plan)
    {
        bool Names(Record row) => Records.RecordShape.Of(row.GetType()).Columns.Any(c => c.Read(row)?.Contains($":{plan}", StringComparison.Ordinal) == true || (row is Plan && c.Read(row) == plan));
        return new([.. view.Chain.Select(d => new DistrictRecords(d.District, d.Seq, d.RecordedAt, d.All.Where(r => !Names(r))))]);
    }

    /// <summary>A district whose rows come from several: each step records, replaces and retires a few, in its own ledger or one above.</summary>
    private sealed class Walk(Random random, IReadOnlyList<RegistryView> sources)
    {
        public RegistryView View { get; private set; } = sources[0];

        public RegistryView Astray { get; private set; } = sources[0];

        public void Step() => View = Changed();

        public RegistryView Next() => Astray = Changed();

        private RegistryView Changed()
        {
            var at = random.Next(4) == 0 ? random.Next(View.Chain.Count) : 0;
            var ledger = View.Chain[at];
            var offered = sources.SelectMany(s => s.Chain[at].All).Where(r => r is not District).ToArray();
            var recorded = new Dictionary<(Type, string), Record>();
            var retired = new Dictionary<(Type, string), Record>();
            for (var n = random.Next(20) == 0 ? 40 : random.Next(1, 4); n > 0 && offered.Length > 0; n--)
            {
                Change(ledger, offered[random.Next(offered.Length)], recorded, retired);
            }
            var chain = View.Chain.ToList();
            chain[at] = ledger.After(ledger.Seq + 1, ledger.RecordedAt, [.. recorded.Values], [.. retired.Values]);
            // Now as the next of the view before, now as another process loads it.
            var next = new RegistryView(chain, View);
            return random.Next(10) == 0 ? Audit.Afresh(next) : next;
        }

        private void Change(DistrictRecords ledger, Record row, Dictionary<(Type, string), Record> recorded, Dictionary<(Type, string), Record> retired)
        {
            var key = (row.GetType(), row.RecordCode);
            var old = ledger.Find(row.GetType(), row.RecordCode);
            if (recorded.ContainsKey(key) || retired.ContainsKey(key))
            {
                return;
            }
            if (old is not null)
            {
                retired[key] = old;
            }
            if (old is null || !MayGo.Contains(row.GetType()) || random.Next(2) == 0)
            {
                recorded[key] = row with { Seq = ledger.Seq + 1 };
            }
        }
    }
}
