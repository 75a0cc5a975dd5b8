using System.Text.Json;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Trials;

/// <summary>What a rule that is changed would have meant in past years.</summary>
public sealed class RehearsalTests : TrialTest
{
    private static string Rehearsal(int from, int to) => "subscription { rehearsed(district: \"500154\", "
        + "rules: [{ code: \"CAT-001\", from: \"2015-01-01\", inForce: false }], "
        + $"from: {from}, to: {to}) {{ year outcome {{ asOf openedCount clearedCount cleared {{ rule {{ code }} }} }} }} }}";

    [Fact]
    public async Task It_is_told_year_by_year_to_its_end()
    {
        List<(int Year, string AsOf, int Cleared)> told = [];
        using var stream = await EventStream.Open(Http, Rehearsal(2020, 2026));
        for (var year = 2020; year <= 2026; year++)
        {
            var next = JsonDocument.Parse((await stream.Event())!["next ".Length..]).RootElement;
            var answer = next.GetProperty("data").GetProperty("rehearsed");
            var outcome = answer.GetProperty("outcome");
            told.Add((answer.GetProperty("year").GetInt32(), outcome.GetProperty("asOf").GetString()!,
                Each(outcome.GetProperty("cleared"), "rule.code").Count(c => c == "CAT-001")));
        }

        (await stream.Event()).Should().StartWith("complete");
        told.Select(t => t.AsOf).Should().Equal("2020-12-31", "2021-12-31", "2022-12-31", "2023-12-31", "2024-12-31", "2025-12-31",
            "2026-06-30");
        foreach (var (_, asOf, cleared) in told)
        {
            (await District("findings(first: 1, filter: { rules: [\"CAT-001\"] }) { totalCount }", asOf)).Findings.TotalCount
                .Should().Be(cleared, "all that the rule says on {0} is gone without it", asOf);
        }
        told.Sum(t => t.Cleared).Should().BePositive();
    }

    [Theory]
    [InlineData(2027, 2027), InlineData(2024, 2023), InlineData(2001, 2026)]
    public async Task Years_to_come_and_too_many_are_refused(int from, int to)
    {
        using var stream = await EventStream.Open(Http, Rehearsal(from, to));

        (await stream.Event()).Should().Contain("参数“from”至“to”应为1至20年，不晚于今年。");
    }
}
