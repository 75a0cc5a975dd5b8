using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Funding;

/// <summary>conformance.byFunding: which plans may not be financed, as each of them answers.</summary>
public sealed class FundingCountTests : ServerTest
{
    [Fact]
    public async Task The_counts_are_those_of_the_plans_and_the_worst_comes_first()
    {
        var district = (await Ask("""
            { district(code: "500154") { conformance { plans byFunding { verdict count } }
                plans(first: 100) { nodes { light fundingEligibility { verdict } } } } }
            """)).At("district");
        var verdicts = district.At("plans.nodes").EnumerateArray().Where(p => p.Text("light") is not null)
            .Select(p => p.Text("fundingEligibility.verdict")).ToList();

        var counts = district.At("conformance.byFunding").EnumerateArray()
            .Select(c => (c.Text("verdict"), c.At("count").GetInt32())).ToList();

        counts.Should().Equal(new[] { "NOT_ELIGIBLE", "UNKNOWN", "CONDITIONAL", "ELIGIBLE" }
            .Select(v => ((string?)v, verdicts.Count(x => x == v))));
        counts.Sum(c => c.Item2).Should().Be(district.At("conformance.plans").GetInt32());
        counts[0].Item2.Should().BePositive("the sample has plans that no list names");
    }
}
