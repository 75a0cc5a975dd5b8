using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Funding;

/// <summary>conformance.byFunding: which plans may not be financed, as each of them answers.</summary>
public sealed class FundingCountTests : ServerTest
{
    [Fact]
    public async Task The_counts_are_those_of_the_plans_and_the_worst_comes_first()
    {
        var district = (await Ask("""
            { district(code: "500154") { conformance { byFunding { verdict count } }
                plans(first: 100) { nodes { light status fundingEligibility { verdict } } } } }
            """)).At("district");
        var verdicts = district.At("plans.nodes").EnumerateArray()
            .Where(p => p.Text("light") is not null && p.Text("status") is not ("EXPIRED" or "SUPERSEDED" or "WITHDRAWN"))
            .Select(p => p.Text("fundingEligibility.verdict")).ToList();

        var counts = district.At("conformance.byFunding").EnumerateArray()
            .Select(c => (c.Text("verdict"), c.At("count").GetInt32())).ToList();

        counts.Should().Equal(new[] { "NOT_ELIGIBLE", "UNKNOWN", "CONDITIONAL", "ELIGIBLE" }
            .Select(v => ((string?)v, verdicts.Count(x => x == v))));
        counts[0].Item2.Should().BePositive("the sample has plans that no list names");
    }
}
