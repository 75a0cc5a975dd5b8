using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Alignment;

/// <summary>
/// Districts made by chance from a seed, with cycles, aliases, several years, versions and allocations: what must hold of every one.
/// </summary>
public sealed class GeneratedDistrictTests
{
    private static readonly string[] Mine = ["ALI-001", "ALI-002", "ALI-003", "ALI-004", "IND-001", "AME-001", "AME-002", "AME-003"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void No_two_activations_yield_one_key(int seed) =>
        Conformance.Activations.Of(Generate(seed).On("2023-08-01")).Where(f => Mine.Contains(f.Rule)).Select(f => f.Key)
            .Should().OnlyHaveUniqueItems();

    [Fact]
    public void Every_finding_has_a_sentence_a_responsible_agency_and_a_remedy_with_an_agency()
    {
        var findings = Seeds.SelectMany(seed => Generate(seed).Judge("2023-08-01").Findings).Where(f => Mine.Contains(f.Rule)).ToList();

        findings.Select(f => f.Rule).Distinct().Order().Should().Equal(Mine.Order(), "each rule has findings in some district");
        findings.Should().OnlyContain(f => f.Responsible != null && f.Remedies.Count > 0 && f.Remedies.All(r => r.Agency != null));
        findings.Should().OnlyContain(f => f.Since <= new DateOnly(2023, 8, 1) && f.Facts.Count > 1);
    }

    internal static TestDistrict Generate(int seed)
    {
        var random = new Random(seed);
        var district = new TestDistrict();
        var plans = Plans(district, random);
        Indicators(district, random);
        foreach (var plan in plans)
        {
            Content(district, random, plan);
        }
        foreach (var plan in plans.Where(p => !p.Contains(':', StringComparison.Ordinal)))
        {
            foreach (var superior in plans.Where(s => s != plan && random.Next(3) == 0))
            {
                district.Link(plan, superior, (PlanLinkKind)random.Next(3), random.Next(2) == 0 ? "2022-02-02" : null);
            }
        }
        return district;
    }

    private static List<string> Plans(TestDistrict district, Random random)
    {
        var plans = new List<string> { "500000:CQ", "500000:ECO", "000000:CN" };
        plans.ForEach(p => district.Plan(p, PlanKind.Development, 2021, 2025));
        for (var i = 0; i < 8; i++)
        {
            var kind = i < 2 ? PlanKind.Development : (PlanKind)random.Next(4);
            var code = $"P{i}";
            district.Plan(code, kind, 2021 + random.Next(3), 2024 + random.Next(12),
                p => p with { ApprovalLevel = random.Next(2) == 0 ? ApprovalLevel.Government : null });
            plans.Add(code);
        }
        return plans;
    }

    /// <summary>Six codes, of which some share a name or an alias, here and at the municipality.</summary>
    private static void Indicators(TestDistrict district, Random random)
    {
        for (var i = 0; i < 6; i++)
        {
            var (name, measure, direction) = ($"指标{i % 4}", (Measure)(random.Next(6) / 2 % 4), (Direction)(random.Next(5) / 2));
            district.Indicator($"I{i}", name, random.Next(5) == 0 ? "万元" : "亿元",
                x => x with { Measure = measure, Direction = direction,
                    Aliases = i == 5 ? ["指标0"] : null, ReadingBasis = ReadingBasis.Year });
            district.Indicator($"500000:M{i}", name, "亿元", x => x with { Measure = measure, Direction = direction });
        }
    }

    private static void Content(TestDistrict district, Random random, string plan)
    {
        var isOwn = !plan.Contains(':', StringComparison.Ordinal);
        if (random.Next(6) > 0)
        {
            var isDevelopment = !isOwn || plan is "P0" or "P1";
            district.Act(plan, isDevelopment ? ActType.CongressApproved : ActType.GovernmentApproved,
                $"2021-0{random.Next(1, 9)}-10", isOwn ? isDevelopment ? "CONGRESS" : "GOV" : null);
            district.Act(plan, ActType.Published, "2021-10-10");
        }
        for (var i = 0; i < 8; i++)
        {
            var nature = (IndicatorNature)random.Next(2);
            var year = 2023 + random.Next(4);
            if (isOwn)
            {
                district.Target(plan, $"I{random.Next(6)}", random.Next(8) == 0 ? null : random.Next(50, 60),
                    nature, year, random.Next(5) == 0 ? 2 : 1,
                    t => t with { BaseYear = random.Next(3) > 0 ? 2020 : null, BaseValue = 50, TargetLow = 40, TargetHigh = 60 });
                district.Reading(plan, $"I{random.Next(6)}", 2021 + random.Next(2), random.Next(40, 60), (ReadingSource)random.Next(4));
            }
            else
            {
                district.Target(plan, $"500000:M{random.Next(6)}", random.Next(50, 60), nature, year);
                district.Allocation(plan, $"500000:M{random.Next(6)}", random.Next(50, 60), year, nature,
                    a => a with { Home = random.Next(2) == 0 ? TestDistrict.Own : TestDistrict.Municipality });
            }
        }
        if (isOwn && random.Next(2) == 0)
        {
            district.Amendment(plan, 2, "2022-03-01");
            district.Act(plan, (ActType)random.Next((int)ActType.StandingCommitteeApproved, (int)ActType.NoChangeDeclared),
                "2022-05-01", random.Next(3) == 0 ? "GOV" : "SC", ActAbout.Amendment, with: a => a with { Version = 2 });
            district.Act(plan, ActType.AmendmentApproved, random.Next(3) == 0 ? "2022" : "2022-06-01",
                random.Next(3) == 0 ? null : "SC", ActAbout.Amendment, with: a => a with { Version = 2 });
        }
    }
}
