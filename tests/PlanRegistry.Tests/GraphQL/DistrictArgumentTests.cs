using System.Text.RegularExpressions;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Tests.GraphQL;

public sealed class DistrictArgumentTests : ServerTest
{
    [Theory]
    [InlineData("{ district(code: \"KZ\") { name } }")]
    [InlineData("{ rules { whyNot(district: \"KZ\", plan: \"DEV-2021\") { reasons { sentence } } } }")]
    [InlineData("{ publicPlans(district: \"KZ\") { name } }")]
    [InlineData("{ whatIf(district: \"KZ\", changes: []) { vector } }")]
    [InlineData("subscription { rehearsed(district: \"KZ\", from: 2020, to: 2021) { year } }")]
    [InlineData("{ articles { findings(district: \"KZ\", first: 1) { totalCount } } }")]
    [InlineData("{ me { lastSeenSeq(district: \"KZ\") } }")]
    [InlineData("{ me { lastSeenAt(district: \"KZ\") } }")]
    public async Task What_is_no_district_code_is_refused(string query) =>
        (await Refused(query)).Should().Contain("\"KZ\" is no district code: six digits of GB/T 2260, like \"500154\".");

    [Fact]
    public void Every_field_that_takes_a_district_is_among_those_tried() =>
        RegistrySchema.Documents().Select(d => Regex.Replace(d.Text, "\"[^\"]*\"", ""))
            .SelectMany(text => Regex.Matches(text, @"(\w+)\([^()]*\bdistrict: String")).Select(m => m.Groups[1].Value)
            .Should().BeEquivalentTo("whyNot", "findingChanged", "publicPlans", "lastSeenSeq", "lastSeenAt", "whatIf", "rehearsed",
                "findings");
}
