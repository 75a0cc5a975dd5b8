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
    [InlineData("{ districts(first: 10) { nodes { code name } } }")]
    [InlineData("{ district(code: \"500154\") { name seq vector } }")]
    [InlineData("{ district(code: \"500154\") { plans(first: 50) { totalCount nodes { code title status listed leadAgencyOnDay { name } } } } }")]
    [InlineData("{ district(code: \"500154\") { reviewDuties(first: 20) { nodes { plan { code } kind year due state } } } }")]
    [InlineData("{ district(code: \"500154\") { ledger(first: 10) { nodes { seq hash } } changes(afterSeq: 0, first: 10) { nodes { seq record { id } } } } }")]
    public async Task A_query_for_what_is_recorded_judges_nothing(string query)
    {
        await Ask(query);

        Judged.Should().Be(0);
    }

    [Theory]
    [InlineData("{ district(code: \"500154\") { plan(code: \"DEV-2021\") { light } } }")]
    [InlineData("{ district(code: \"500154\") { conformance { red } } }")]
    [InlineData("{ district(code: \"500154\") { plans(filter: { lights: [RED] }, first: 5) { nodes { code } } } }")]
    [InlineData("{ district(code: \"500154\") { plan(code: \"DEV-2021\") { fundingEligibility { verdict } } } }")]
    public async Task A_query_for_a_judged_field_judges_once(string query)
    {
        await Ask(query);
        await Ask(query);

        Judged.Should().Be(1);
    }

    [Fact]
    public async Task A_mutation_judges_for_a_client_that_asks_what_it_opened_and_for_no_other()
    {
        async Task Record(string on, string selection) =>
            await Ask("mutation($input: RecordActInput!) { recordAct(input: $input) { " + selection + " } }", new { input = new { district = "500154", plan = "SPE-2023-02", type = "REPORTED", about = "ANNUAL", year = 2024, on } });

        await Record("2026-06-28", "seq problems { code message } act { id on plan { code status } }");
        Judged.Should().Be(0);

        await Record("2026-06-29", "seq opened { rule { code } }");
        Judged.Should().Be(2, "what stood before and what stands after");
    }
}
