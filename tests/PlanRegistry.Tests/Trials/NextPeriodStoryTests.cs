using System.Text.Json;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Trials;

/// <summary>
/// The story of the plans carried on, by the contract alone: the outline is evaluated and amended, its wave seen before anyone signs and
/// come true, a plan that it makes weaker repaired as it was foretold, and the old period handed over to the new one.
/// </summary>
public sealed class NextPeriodStoryTests : TrialTest
{
    private const string Outline = "DEV-2026", Carbon = "000000:CO2-CUT", Draft = "SPE-2026-03";

    [Fact]
    public async Task The_outline_is_amended_its_wave_comes_true_a_plan_is_repaired_and_the_old_period_handed_over()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.FromHours(8));
        await It_is_evaluated_and_a_stricter_target_proposed();
        await Its_wave_is_seen_and_comes_true();
        await What_it_made_weaker_is_repaired_as_foretold();
        await The_old_period_is_handed_over_by_one_signature();
    }

    private async Task It_is_evaluated_and_a_stricter_target_proposed()
    {
        await Write(new RecordAct(Outline, "REPORTED", "2026-11-02") { About = "ANNUAL", Year = 2025 });
        await Write(new ProposeAmendment(Outline, 3, "2026-11-05")
        {
            // By its name: it is the indicator that the target names by its key.
            Reason = "评估认为降碳目标偏低(示例)", ChangedIndicators = ["单位GDP二氧化碳排放降低"],
            Targets = [new TargetValue(Carbon, "BINDING", "18") { TargetYear = 2030 }],
        });
        (await Of(Outline, "amendments { version targets { indicator { code } } }")).GetProperty("amendments").EnumerateArray()
            .Single(a => a.GetProperty("version").GetInt32() == 3).GetProperty("targets").GetArrayLength()
            .Should().BeGreaterThan(10, "what nobody spoke of stays in the new version");
    }

    private async Task Its_wave_is_seen_and_comes_true()
    {
        RecordAct Step(string type, string on) => new(Outline, type, on) { About = "AMENDMENT", Version = 3 };
        await Write(Step("AMENDMENT_PROPOSED", "2026-11-06") with { Agency = "区政府" });
        await Write(Step("PARTY_AGREED", "2026-11-09"));
        var wave = (await Of(Outline, """
            amendments { version wave { assumedSteps outcome { opened { rule { code } plan { code } } }
              reaches { plan { code } path { code } } } }
            """)).GetProperty("amendments").EnumerateArray().Single(a => a.GetProperty("version").GetInt32() == 3).GetProperty("wave");
        wave.GetProperty("assumedSteps").GetArrayLength().Should().Be(0);
        Each(wave.GetProperty("reaches"), "plan.code").Should().Contain([Draft, "SPE-2026-07"]);

        var approved = await Write(new ApproveAmendment(Outline, 3, "2026-11-30"));

        Each(wave.GetProperty("outcome").GetProperty("opened"), "rule.code", "plan.code").Should().NotBeEmpty()
            .And.BeEquivalentTo(approved.Opened.Select(f => $"{f.Rule.Code} {f.Plan?.Code}"));
    }

    private async Task What_it_made_weaker_is_repaired_as_foretold()
    {
        const string blocking = "findings(filter: { severities: [BLOCKING] }) { rule { code } verdict }";
        var before = await Of(Draft,
            $"repair {{ isComplete steps {{ finding {{ rule {{ code }} }} remedy {{ act }} }} standing {{ key }} }} {blocking}");
        Each(before.GetProperty("findings"), "rule.code", "verdict").Should().Equal("ALI-001 FAIL");
        before.GetProperty("repair").GetProperty("isComplete").GetBoolean().Should().BeTrue();
        Each(before.GetProperty("repair").GetProperty("steps"), "finding.rule.code", "remedy.act").Should().Equal("ALI-001 setTargets");

        await Write(new RegisterDocument("REVISED", "区经济信息委")
            { Title = "关于按调整后的纲要修改草案的说明(示例)", IssuedOn = "2026-11-30", Plans = [Draft] });
        (await Ask("""
            mutation { setTargets(input: { district: "500154", plan: "SPE-2026-03", reason: "按调整后的纲要修改草案", document: "REVISED",
                targets: [{ indicator: "000000:CO2-CUT", nature: BINDING, baseYear: 2025, targetYear: 2030, targetValue: "18" }] }) {
                problems { message } cleared { rule { code } } } }
            """)).GetProperty("setTargets").GetProperty("problems").ToString().Should().Be("[]");

        (await Of(Draft, blocking)).GetProperty("findings").GetArrayLength().Should().Be(0, "that is what the repair had said");
    }

    private async Task The_old_period_is_handed_over_by_one_signature()
    {
        const string owed = """
            handover(from: 2026) { ends { code } begins { code } byEvaluation { standing count }
              plans(first: 100, filter: { continuations: [OWED, OVERDUE] }) { nodes { plan { code } continuationWhy } } }
            """;
        var handover = (await Ask($"{{ district(code: \"500154\") {{ {owed} }} }}")).GetProperty("district").GetProperty("handover");
        handover.GetProperty("ends").GetProperty("code").GetString().Should().Be("DEV-2021");
        handover.GetProperty("begins").GetProperty("code").GetString().Should().Be(Outline);
        Each(handover.GetProperty("byEvaluation"), "standing").Should().Contain(["DONE", "OVERDUE"]);
        var left = Each(handover.GetProperty("plans").GetProperty("nodes"), "plan.code");
        left.Should().Contain("SPE-2023-02");

        await Write(new RegisterDocument("DECLARED", "区政府") { Title = "无需调整的说明(示例)", IssuedOn = "2026-11-27" });
        var declared = (await Ask("""
            mutation($input: DeclareNoChangeInput!) { declareNoChange(input: $input) { problems { message } acts { plan { code } } } }
            """, new
        {
            input = new { district = "500154", plans = left, against = Outline, on = "2026-11-27", agency = "区政府", document = "DECLARED" },
        })).GetProperty("declareNoChange");
        declared.GetProperty("problems").ToString().Should().Be("[]");
        Each(declared.GetProperty("acts"), "plan.code").Should().BeEquivalentTo(left);

        (await Ask($"{{ district(code: \"500154\") {{ {owed} }} }}")).GetProperty("district").GetProperty("handover").GetProperty("plans")
            .GetProperty("nodes").GetArrayLength().Should().Be(0);
    }

    private async Task<JsonElement> Of(string plan, string selection) =>
        (await Ask($"{{ district(code: \"500154\") {{ plan(code: \"{plan}\") {{ {selection} }} }} }}")).GetProperty("district")
            .GetProperty("plan");
}
