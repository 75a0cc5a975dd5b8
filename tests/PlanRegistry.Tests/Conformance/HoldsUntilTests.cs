using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Generator;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// Up to the day until which a judgement holds, full judging comes to the same on each day: asked of the last such day and of one between,
/// from day to day on which something may change.
/// </summary>
public sealed class HoldsUntilTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    public static TheoryData<string> Small => [.. Districts.OfTheCorpus, .. Districts.Made(8)];

    [Theory]
    [MemberData(nameof(Small))]
    public void A_judgement_holds_as_long_as_it_says(string district)
    {
        if (Districts.View(district) is { } view)
        {
            var chance = new Random(district.Length);
            Walk(view, new DateOnly(2021, 1, 1).AddDays(chance.Next(1_800)), turns: 4, chance);
            Walk(view, Today, turns: 2, chance);
        }
    }

    [Theory]
    [InlineData(2021, 25)]
    [InlineData(2024, 25)]
    [InlineData(2026, 40)]
    public void So_does_that_of_the_sample(int year, int turns) =>
        Walk(SampleFindings.View, new DateOnly(year, 2, 20), turns, new Random(year));

    [Theory]
    [InlineData(1, "2026-11-20")]
    [InlineData(2, "2022-06-01")]
    public void So_does_that_of_a_synthetic_district(int number, string recordedOn)
    {
        var view = Synthetic(number, 40, DateOnly.Parse(recordedOn, System.Globalization.CultureInfo.InvariantCulture));

        Walk(view, Today, turns: 20, new Random(number));
        Walk(view, new DateOnly(2023, 11, 5), turns: 20, new Random(number));
    }

    [Fact]
    public void One_that_begins_with_another_holds_no_longer_than_that()
    {
        var other = Districts.Judged("sample", Today);
        var state = new RegistryView(SampleFindings.View.Chain);

        var again = Judge.JudgementOf(new Snapshot(state, Today), other, processors: 1);

        Said(again).Should().Equal(Said(other));
        again.HoldsUntil.Should().NotBeNull().And.BeOnOrBefore(other.HoldsUntil!.Value);
    }

    private static void Walk(RegistryView view, DateOnly start, int turns, Random chance)
    {
        var day = start;
        for (var turn = 0; turn < turns; turn++)
        {
            var judgement = Judge.JudgementOf(new Snapshot(view, day));
            if ((judgement.HoldsUntil ?? day.AddDays(2_000)) is var until && until != day.AddDays(1))
            {
                until.Should().BeAfter(day);
                var said = Said(judgement);
                foreach (var later in new[] { day.AddDays(1 + chance.Next(until.DayNumber - day.DayNumber - 1)), until.AddDays(-1) })
                {
                    Said(Judge.JudgementOf(new Snapshot(view, later))).Should().Equal(said,
                        "what is said on {0} holds until {1}, and so on {2}", day, until, later);
                }
            }
            day = until;
        }
    }

    /// <summary>All that is found and shown but words, and how a due day stands to the day judged.</summary>
    private static IEnumerable<string> Said(Judgement judgement) =>
    [
        .. judgement.Findings.Select(f => $"{f.Key} {f.Verdict} {f.Severity} {f.Since} {f.Due} {f.Responsible?.Key} "
            + $"{f.Waiver?.Code} {f.Settlement?.Kind} {string.Join(' ', f.Plans)}"),
        .. judgement.Snapshot.OwnPlans.SelectMany(p => judgement.ForMoney(p.Key).Select(f => $"{p.Key} {f.Key} {f.Verdict} {f.Severity}")),
        .. judgement.Snapshot.OwnPlans.Select(p => $"{p.Key} {judgement.LightOf(p)}"),
    ];

    private static RegistryView Synthetic(int number, int plans, DateOnly recordedOn)
    {
        var (nation, municipality) = (SuperiorGenerator.Nation(), SuperiorGenerator.Municipality());
        var district = DistrictGenerator.Generate(number, new SeedOptions(2, plans, 7), new Superiors([.. nation, .. municipality]));
        return new RegistryView([Ledger(DistrictGenerator.CodeOf(number), district), Ledger(DistrictCode.Parse("500000"), municipality),
            Ledger(DistrictCode.Nation, nation)]);

        DistrictRecords Ledger(DistrictCode code, IReadOnlyList<Record> records) =>
            new(code, 1, PlanRegistry.Records.Calendar.BeginOf(recordedOn), records.Select(Recorded));

        Record Recorded(Record row) => row with
        {
            RecordCode = RecordShape.Of(row.GetType()).KeyOf(row), Seq = 1, RecordedAt = PlanRegistry.Records.Calendar.BeginOf(recordedOn),
        };
    }
}
