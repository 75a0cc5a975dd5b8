namespace PlanRegistry.Tests.GraphQL;

public sealed class CorrectionsTests : ServerTest
{
    private const string Selection =
        "nodes { entry { seq command reason } values { id field was became } cleared { rule { code } plan { code } } } "
        + "totalCount pageInfo { hasNextPage endCursor }";

    private async Task<System.Text.Json.JsonElement> Corrections(string arguments = "first: 10") =>
        (await Ask($"{{ district(code: \"500154\") {{ corrections({arguments}) {{ {Selection} }} }} }}")).At("district.corrections");

    private async Task<string> Line() =>
        (await Plan("SPE-2024-01", "fundingLines { id arrangedOn }")).FundingLines.Single(l => l.ArrangedOn == "2025-03-14").Id;

    [Fact]
    public async Task A_correction_is_told_with_what_it_cleared()
    {
        var line = await Line();
        await Write(new CorrectRecord(line, "资金来源录错", new FieldValue("money", "UPPER_TRANSFER")) { Document = "开州财函〔2026〕12号" });
        await Write(new RecordAct("SPE-2023-02", "CONSULTED", "2026-06-29"));

        var all = await Corrections();

        all.At("totalCount").GetInt32().Should().Be(1, "to record is no correction");
        all.Text("nodes.0.entry.command").Should().Be("correctRecord");
        all.Text("nodes.0.entry.reason").Should().Be("资金来源录错（开州财函〔2026〕12号）");
        all.At("nodes.0.values").ToString().Should()
            .Be($$"""[{"id":"{{line}}","field":"money","was":"DISTRICT","became":"UPPER_TRANSFER"}]""");
        all.At("nodes.0.cleared").ToString().Should().Be("""[{"rule":{"code":"FUN-001"},"plan":{"code":"SPE-2024-01"}}]""");
    }

    [Fact]
    public async Task Corrections_are_read_in_pages_latest_first_and_by_their_days()
    {
        var line = await Line();
        foreach (var amount in new[] { "1", "2", "3" })
        {
            await Write(new CorrectRecord(line, "金额录错", new FieldValue("amount", amount)));
        }

        var first = await Corrections("first: 2");
        var rest = await Corrections($"first: 2, after: \"{first.Text("pageInfo.endCursor")}\"");

        first.Texts("nodes", "entry.seq").Should().Equal("4", "3");
        first.At("pageInfo.hasNextPage").GetBoolean().Should().BeTrue();
        rest.Texts("nodes", "entry.seq").Should().Equal("2");
        rest.At("pageInfo.hasNextPage").GetBoolean().Should().BeFalse();
        (await Corrections("first: 10, from: \"2026-07-01\"")).At("nodes").GetArrayLength().Should().Be(0);
        (await Corrections("first: 10, from: \"2026-06-30\", to: \"2026-06-30\"")).At("nodes").GetArrayLength().Should().Be(3);
    }

    [Fact]
    public async Task A_record_withdrawn_has_no_field()
    {
        await Write(new CorrectRecord(await Line(), "重复录入"));

        (await Corrections()).Text("nodes.0.values.0.field").Should().BeNull();
    }

    [Fact]
    public async Task Targets_set_again_with_another_figure_need_a_reason()
    {
        await Write(new RegisterPlan("开州区临时规划(示例)") { Code = "SPE-X", LeadAgency = "区教委", DraftingFrom = "2026-06-01" });
        await Write(new SetTargets("SPE-X", new TargetValue("FOREST-COVER", "EXPECTED", "55")));
        var again = new SetTargets("SPE-X", new TargetValue("FOREST-COVER", "EXPECTED", "56"));

        var refused = await Run(again);

        refused.Problem.Code.Should().Be("REASON_REQUIRED");
        refused.Problem.Message.Should().Be("目标值已登记为“55”，改写须说明理由。");
        refused.Problem.Path.Should().Equal("targets", "0", "targetValue");
        await Write(again with { Reason = "衔接意见要求提高" });
    }

    [Fact]
    public async Task A_policy_row_set_again_with_another_value_needs_a_reason()
    {
        await Write(new SetPolicy("review.due_soon_days", "20"));
        var again = new SetPolicy("review.due_soon_days", "10");

        (await Run(again)).Problem.Message.Should().Be("值已登记为“20日”，改写须说明理由。");
        await Write(again with { Reason = "试行后调整" });
        await Write(new SetPolicy("review.due_soon_days", "15", "2027-01-01"));
    }
}
