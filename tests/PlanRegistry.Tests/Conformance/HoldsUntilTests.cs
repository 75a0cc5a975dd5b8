using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Generator;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Settlement;
using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// Up to the day until which a judgement holds, full judging comes to the same on each day: asked of the last such day and of one between,
/// from day to day on which something may change.
/// </summary>
public sealed class HoldsUntilTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    public static TheoryData<string> Small => [.. Districts.OfTheCorpus, .. Districts.Made(3)];

    [Theory]
    [MemberData(nameof(Small))]
    public void A_judgement_holds_as_long_as_it_says(string district)
    {
        if (Districts.View(district) is { } view)
        {
            var chance = new Random(district.Length);
            Walk(view, new DateOnly(2021, 1, 1).AddDays(chance.Next(1_800)), turns: 2, chance);
            Walk(view, Today, turns: 1, chance);
        }
    }

    [Theory]
    [InlineData(2021, 6)]
    [InlineData(2024, 6)]
    [InlineData(2026, 8)]
    public void So_does_that_of_the_sample(int year, int turns) =>
        Walk(SampleFindings.View, new DateOnly(year, 2, 20), turns, new Random(year));

    [Theory]
    [InlineData(1, "2026-11-20")]
    [InlineData(2, "2022-06-01")]
    public void So_does_that_of_a_synthetic_district(int number, string recordedOn)
    {
        var view = Synthetic(number, 40, DateOnly.Parse(recordedOn, System.Globalization.CultureInfo.InvariantCulture));

        Walk(view, Today, turns: 6, new Random(number));
        Walk(view, new DateOnly(2023, 11, 5), turns: 4, new Random(number));
    }

    /// <summary>Leave that begins and ends, an exemption, a parameter, a horizon.</summary>
    [Fact]
    public void What_begins_or_ends_on_a_day_ends_what_is_said_before()
    {
        var district = new TestDistrict();
        foreach (var code in new[] { "SPE-1", "SPE-2", "SPE-3" })
        {
            district.Plan(code, PlanKind.Special, 2021, code == "SPE-3" ? 2026 : 2028);
            district.Act(code, ActType.DraftingStarted, "2020-12-01");
        }
        district.Act("SPE-1", ActType.GovernmentApproved, "2021-03-01");
        district.Act("SPE-1", ActType.Published, "2021-03-10", "TRANS");
        var letter = district.Document("LETTER", "GOV", d => d with
        {
            IssuedOn = PartialDate.Parse("2026-07-20"), Plans = [district.Key<Plan>("SPE-1")],
        });
        district.Add(new Waiver
        {
            Code = "W-1", Rule = "REV-001", Plan = district.Key<Plan>("SPE-1"), Document = letter.Key,
            From = PartialDate.Parse("2026-08-01"), To = PartialDate.Parse("2026-10-31"),
        });
        district.Exemption("SPE-2", "GOV", "2026-03-01", e => e with { To = PartialDate.Parse("2026-06-30") });
        district.Policy(PolicyKeys.FindingDueDays, "5;20;40", from: "2026-04-15");

        var stops = Walk(district.View(), new DateOnly(2026, 1, 5), turns: 25, new Random(1));

        foreach (var day in new[] { "2026-03-01", "2026-04-15", "2026-07-01", "2026-08-01", "2026-11-01", "2027-01-01" })
        {
            stops.Should().Contain(DateOnly.ParseExact(day, "yyyy-MM-dd"));
        }
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

    /// <returns>The days on which a judgement before no longer held.</returns>
    private static IReadOnlyList<DateOnly> Walk(RegistryView view, DateOnly start, int turns, Random chance)
    {
        var stops = new List<DateOnly>();
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
            stops.Add(day);
        }
        return stops;
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
