using System.Reflection;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>A district is judged when somebody asks for what only a judgement tells, and not before.</summary>
public sealed class JudgingWhenAskedTests : ServerTest
{
    private static readonly FieldInfo Kept = typeof(Judgements).GetField("judged", BindingFlags.NonPublic | BindingFlags.Instance)!;

    private int Judged => ((Recent<(Vector, DateOnly), Judgement>)Kept.GetValue(Judgements)!).Count;

    [Theory]
    [InlineData("name seq vector")]
    [InlineData("plans(first: 50) { totalCount nodes { code title status listing leadAgency { name } } }")]
    [InlineData("reviewDuties(first: 20) { nodes { plan { code } kind year due state } }")]
    [InlineData("ledger(first: 10) { nodes { seq hash } } changes(afterSeq: 0, first: 10) { nodes { seq record { id } } }")]
    public async Task A_query_for_what_is_recorded_judges_nothing(string selection)
    {
        await District(selection);
        await Ask("{ districts(first: 10) { nodes { code name } } }");

        Judged.Should().Be(0);
    }

    [Theory]
    [InlineData("plan(code: \"DEV-2021\") { light }")]
    [InlineData("conformance { red }")]
    [InlineData("plans(filter: { lights: [RED] }, first: 5) { nodes { code } }")]
    [InlineData("plan(code: \"DEV-2021\") { fundingEligibility { verdict } }")]
    public async Task A_query_for_a_judged_field_judges_once(string selection)
    {
        await District(selection);
        await District(selection);

        Judged.Should().Be(1);
    }

    [Fact]
    public async Task A_mutation_judges_for_a_client_that_asks_what_it_opened_and_for_no_other()
    {
        Task Record(string on, string selection)
        {
            var input = new RecordAct("SPE-2023-02", "REPORTED", on) { About = "ANNUAL", Year = 2024 };
            return Ask($"mutation($input: RecordActInput!) {{ recordAct(input: $input) {{ {selection} }} }}", new { input });
        }

        await Record("2026-06-28", "seq problems { code message } act { id on plan { code status } }");
        Judged.Should().Be(0);

        await Record("2026-06-29", "seq opened { rule { code } }");
        Judged.Should().Be(2, "what stood before and what stands after");
    }
}
