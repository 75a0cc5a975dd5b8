using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Conformance;

/// <summary>A district in which everything is wrong now and then, the same for the same seed: for what must hold of any district.</summary>
internal sealed class RandomDistrict(int seed, int count)
{
    private static readonly string[] Agencies = ["DRC", "NR", "ECO", "WATER", "FIN", "TRANS", "EDU", "AGR", "GOV", "PARTY", "500000:AGR"];
    private readonly Random random = new(seed);
    private readonly TestDistrict district = new();
    private readonly List<string> plans = [];

    /// <summary>How many a district has where nobody says.</summary>
    public const int Plans = 30;

    public static TestDistrict Build(int seed, int plans = Plans) => new RandomDistrict(seed, plans).Build();

    private TestDistrict Build()
    {
        Superiors();
        Lists();
        foreach (var n in Enumerable.Range(1, count))
        {
            Plan(n);
        }
        foreach (var plan in plans)
        {
            Listing(plan);
            Links(plan);
            Life(plan);
            Targets(plan);
            Money(plan);
        }
        return district;
    }

    private void Superiors()
    {
        foreach (var n in Enumerable.Range(1, 4))
        {
            district.Indicator($"I-{n}", $"指标{n}",
                with: i => i with { Direction = Pick(Direction.Higher, Direction.Lower),
                    Measure = Pick(Measure.Level, Measure.Cumulative) });
        }
        foreach (var from in new[] { 2021, 2026 })
        {
            var code = $"500000:CQ-{from}";
            district.Plan(code, PlanKind.Development, from, from + 4);
            district.Act(code, ActType.CongressApproved, $"{from}-01-24");
            district.Target(code, "I-1", 20 + random.Next(5));
            if (Chance(50))
            {
                district.Stub($"000000:CN-{from}", from, from + 4, $"{from}-03-12");
            }
        }
        district.Add(new Allocation
        {
            Plan = district.Key<Plan>("500000:CQ-2026"), Indicator = district.Key<Indicator>("I-2"), ToDistrict = TestDistrict.Own,
            TargetYear = 2030, TargetValue = 30, Nature = IndicatorNature.Binding,
        });
    }

    private void Lists()
    {
        foreach (var year in new[] { 2021, 2023, 2026 })
        {
            district.List($"SR-{year}", Pick(ListTrack.SpecialAndRegional, ListTrack.Combined),
                year, Chance(80) ? $"{year}-03-20" : $"{year}", l => l with
            {
                Drafter = Agency(), CoDrafters = Chance(70) ? [Agency()] : null,
                Approver = Chance(80) ? district.Key<Agency>("GOV") : Agency(),
                EiaOpinion = Chance(60) ? l.EiaOpinion : null,
                Replaces = year == 2026 && Chance(50) ? district.Key<DirectoryList>("SR-2023") : null,
            });
        }
    }

    private void Plan(int n)
    {
        var kind = Pick(PlanKind.Special, PlanKind.Special, PlanKind.Special, PlanKind.Regional, PlanKind.Spatial, PlanKind.Development);
        var from = Pick(2018, 2021, 2021, 2023, 2026, 2026);
        var code = $"P-{n:00}";
        plans.Add(code);
        district.Plan(code, kind, from, from + Pick(1, 2, 4, 4, 4, 9, 14), p => p with
        {
            DailyWork = Pick<bool?>(null, null, false, true), Secrecy = Chance(5) ? Secrecy.Secret : Secrecy.Public,
            ApprovalLevel = Pick<ApprovalLevel?>(null, null, ApprovalLevel.Government, ApprovalLevel.Department), LeadAgency = Agency(),
        });
    }

    private void Listing(string plan)
    {
        foreach (var list in new[] { "SR-2021", "SR-2023", "SR-2026" }.Where(_ => Chance(25)))
        {
            var linked = Chance(80);
            district.Entry(list, plan,
                e => e with { Plan = linked ? e.Plan : null, Dropped = Pick<bool?>(null, null, null, true),
                    EiaNeeded = Pick<bool?>(true, false, null) });
        }
        if (Chance(20))
        {
            district.Exemption(plan, Pick("GOV", "EDU", "500000:AGR"), "2022-02-02");
        }
    }

    private void Links(string plan)
    {
        foreach (var other in plans.Where(_ => Chance(6)))
        {
            district.Link(plan, other, Pick(PlanLinkKind.Obeys, PlanLinkKind.Serves, PlanLinkKind.Coordinates));
        }
        if (Chance(40))
        {
            district.Link(plan, Pick("500000:CQ-2021", "500000:CQ-2026"));
        }
    }

    private void Life(string plan)
    {
        var day = new DateOnly(2019, 1, 1).AddDays(random.Next(2000));
        string Next(int days) =>
            (day = day.AddDays(random.Next(days))).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        ActType[] steps =
            [ActType.DraftingStarted, ActType.Submitted, ActType.GovernmentApproved, ActType.CongressApproved, ActType.Published];
        foreach (var step in steps.Take(random.Next(steps.Length + 1)))
        {
            district.Act(plan, step, Chance(90) ? Next(200) : Next(200)[..7], Pick(null, "GOV", "DRC"));
        }
        foreach (var about in new[] { ActAbout.Annual, ActAbout.Annual, ActAbout.MidTerm, ActAbout.Final }.Where(_ => Chance(40)))
        {
            district.Act(plan, ActType.Reported, Next(400), "DRC", about, day.Year - 1, a => a with
            {
                Recipients = Chance(60) ? [Agency()] : null, Copies = Chance(40) ? [Agency()] : null,
                CopiedOn = Chance(40) ? new PartialDate(day.AddDays(random.Next(20))) : null,
            });
        }
        if (Chance(30))
        {
            district.Amendment(plan, 2, Next(100),
                a => a with { ChangedIndicators = Chance(50) ? [district.Key<Indicator>("I-1")] : null });
            district.Act(plan, Pick(ActType.AmendmentApproved, ActType.StandingCommitteeApproved, ActType.AmendmentProposed),
                Next(100), Pick("GOV", "SC", "TRANS"), ActAbout.Amendment, with: a => a with { Version = 2 });
        }
        if (Chance(10))
        {
            district.Act(plan, Pick(ActType.NoChangeDeclared, ActType.ProgressDisclosed, ActType.Withdrawn, ActType.Superseded), Next(300));
        }
    }

    private void Targets(string plan)
    {
        foreach (var n in Enumerable.Range(1, 4).Where(_ => Chance(40)))
        {
            var value = 10 + random.Next(20);
            district.Target(plan, $"I-{n}", value, Pick(IndicatorNature.Binding, IndicatorNature.Expected),
                with: t => t with { BaseYear = 2020, BaseValue = 8 });
            if (Chance(30))
            {
                district.Target(plan, $"I-{n}", value + random.Next(-3, 3), version: 2);
            }
            if (Chance(50))
            {
                district.Add(new Reading
                {
                    Plan = district.Key<Plan>(plan), Indicator = district.Key<Indicator>($"I-{n}"),
                    Year = Pick(2024, 2025), Value = random.Next(30), Source = ReadingSource.Department,
                });
            }
        }
    }

    private void Money(string plan)
    {
        foreach (var n in Enumerable.Range(1, 2).Where(_ => Chance(30)))
        {
            district.Funding($"F-{plan}-{n}", plan, f => f with
            {
                Money = Pick<FundingMoney?>(FundingMoney.District, FundingMoney.District, FundingMoney.UpperTransfer, null),
                Purpose = Pick(FundingPurpose.Drafting, FundingPurpose.Implementation, FundingPurpose.PreliminaryStudy),
                ArrangedOn = PartialDate.Parse("2024-02-10"), SpentOn = Chance(50) ? PartialDate.Parse("2025-02-10") : null,
            });
        }
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    private Key<Agency> Agency() => district.Key<Agency>(Pick(Agencies));
}
