using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Trials;

/// <summary>The wave of an amendment, before anyone signs it.</summary>
public sealed class WaveTests : TrialTest
{
    private const string Amended = "DEV-2026";

    private const string Wave = """
        amendments { version wave { assumedSteps changedIndicators { code }
          outcome { openedCount opened { rule { code } plan { code } } cleared { rule { code } plan { code } }
            dutiesCreated { kind key due } }
          reaches { plan { code } path { code } indicators { code } opened { key } dutiesCreated { key } } } }
        """;

    private int version;

    private async Task<string> Propose()
    {
        var proposal = await Proposal();
        await Write(proposal);
        return proposal.ChangedIndicators!.Single();
    }

    private async Task<ProposeAmendment> Proposal()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8));
        const string held = "subordinates { subordinate { code status targets { indicator { code } } } }";
        var plan = await Plan(Amended, $"amendments {{ version }} targets {{ {Selections.Target} }} {held}");
        version = plan.Amendments.Select(a => a.Version!.Value).Concat(plan.Targets.Select(t => t.Version!.Value)).Max() + 1;
        var figures = plan.Targets.Where(t => t.Value is not null).ToList();
        var indicator = plan.Subordinates.Select(s => s.Subordinate).Where(p => p.Status == "IN_FORCE").SelectMany(p => p.Targets)
            .Select(t => t.Indicator.Code).First(i => figures.Exists(t => t.Indicator.Code == i));
        return new ProposeAmendment(Amended, version, "2026-11-05")
        {
            Reason = "示例:评估认为目标偏低", ChangedIndicators = [indicator],
            Targets = [.. figures.Select(t => new TargetValue(t.Indicator.Code, t.Nature,
                t.Indicator.Code == indicator ? "99.9" : t.Value) { TargetYear = t.TargetYear })],
        };
    }

    private async Task<System.Text.Json.JsonElement> Waves() =>
        (await Ask($"{{ district(code: \"500154\") {{ plan(code: \"{Amended}\") {{ {Wave} }} }} }}")).GetProperty("district")
            .GetProperty("plan").GetProperty("amendments").EnumerateArray()
            .Single(a => a.GetProperty("version").GetInt32() == version).GetProperty("wave");

    [Fact]
    public async Task It_tells_which_plans_it_reaches_by_which_way_and_what_it_obliges_them_to()
    {
        var indicator = await Propose();

        var wave = await Waves();

        Each(wave.GetProperty("changedIndicators"), "code").Should().Contain(indicator);
        wave.GetProperty("assumedSteps").EnumerateArray().Select(s => s.GetString()).Should().Contain("区委同意");
        var reached = wave.GetProperty("reaches").EnumerateArray()
            .First(r => Each(r.GetProperty("indicators"), "code").Contains(indicator)
                && r.GetProperty("dutiesCreated").GetArrayLength() > 0);
        Each(reached.GetProperty("path"), "code").Should().StartWith(Amended)
            .And.EndWith(reached.GetProperty("plan").GetProperty("code").GetString());
        Each(wave.GetProperty("outcome").GetProperty("dutiesCreated"), "due").Should().Contain("2027-05-21", "180 days after today");
    }

    [Fact]
    public async Task A_proposal_that_is_tried_changes_nothing_and_with_its_approval_what_its_wave_would()
    {
        var proposal = await Proposal();
        const string duties = "problems { message } assumedSteps dutiesCreated { kind key due }";

        var alone = await WhatIf([proposal], duties);
        var approved = (await Ask("query($changes: [PlannedChangeInput!]!) { whatIf(district: \"500154\", changes: $changes, "
            + $"assumeApproval: true) {{ {duties} }} }}", new { changes = new[] { Planned(proposal) } })).GetProperty("whatIf");

        Each(alone.GetProperty("problems"), "message").Should().BeEmpty();
        Each(alone.GetProperty("dutiesCreated"), "kind").Should().NotContain("AMENDMENT");
        alone.GetProperty("assumedSteps").GetArrayLength().Should().Be(0);
        approved.GetProperty("assumedSteps").EnumerateArray().Select(s => s.GetString()).Should().Contain("区委同意");
        await Write(proposal);
        Each(approved.GetProperty("dutiesCreated"), "kind", "key", "due").Where(d => d.StartsWith("AMENDMENT", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.BeEquivalentTo(Each((await Waves()).GetProperty("outcome").GetProperty("dutiesCreated"),
                "kind", "key", "due").Where(d => d.StartsWith("AMENDMENT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_is_what_the_approval_does()
    {
        await Propose();
        RecordAct Step(string type, string on) => new(Amended, type, on) { About = "AMENDMENT", Version = version };
        await Write(new RecordAct(Amended, "REPORTED", "2026-11-02") { About = "ANNUAL", Year = 2025 });
        await Write(Step("AMENDMENT_PROPOSED", "2026-11-05") with { Agency = "区政府" });
        await Write(Step("PARTY_AGREED", "2026-11-06"));
        var wave = await Waves();
        wave.GetProperty("assumedSteps").GetArrayLength().Should().Be(0, "every step before the approval was taken");

        var approved = await Write(new ApproveAmendment(Amended, version, "2026-11-22"));

        var outcome = wave.GetProperty("outcome");
        Each(outcome.GetProperty("opened"), "rule.code", "plan.code").Should().BeEquivalentTo(approved.Opened.Select(Told));
        Each(outcome.GetProperty("cleared"), "rule.code", "plan.code").Should().BeEquivalentTo(approved.Cleared.Select(Told));

        static string Told(FindingAnswer finding) => $"{finding.Rule.Code} {finding.Plan?.Code}";
    }

    [Fact]
    public async Task One_that_is_approved_sends_none_any_more()
    {
        var waves = await Ask(
            "{ district(code: \"500154\") { plan(code: \"DEV-2021\") { amendments { version approvedOn wave { assumedSteps } } } } }");

        waves.GetProperty("district").GetProperty("plan").GetProperty("amendments").EnumerateArray()
            .Where(a => a.GetProperty("approvedOn").ValueKind != System.Text.Json.JsonValueKind.Null)
            .Should().NotBeEmpty().And.OnlyContain(a => a.GetProperty("wave").ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_running_plan_that_holds_a_changed_indicator_is_reached_linked_or_not()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8));
        var plan = await Plan(Amended, $"amendments {{ version }} targets {{ {Selections.Target} }}");
        version = plan.Amendments.Select(a => a.Version!.Value).Concat(plan.Targets.Select(t => t.Version!.Value)).Max() + 1;
        await Write(new ProposeAmendment(Amended, version, "2026-11-05")
        {
            Reason = "示例:评估认为目标偏低", ChangedIndicators = ["KZ-HSF"],
            Targets = [.. plan.Targets.Where(t => t.Value is not null).Select(t => new TargetValue(t.Indicator.Code, t.Nature,
                t.Indicator.Code == "KZ-HSF" ? "930000" : t.Value) { TargetYear = t.TargetYear })],
        });

        var reached = (await Waves()).GetProperty("reaches").EnumerateArray()
            .Single(r => r.GetProperty("plan").GetProperty("code").GetString() == "SPE-2021-11");

        Each(reached.GetProperty("indicators"), "code").Should().Contain("KZ-HSF");
        reached.GetProperty("path").GetArrayLength().Should().Be(0, "no link leads there");
    }
}
