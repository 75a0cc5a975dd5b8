using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Settlement;

/// <summary>
/// confirmExemption and settleFinding on the sample: SPE-2025-01 is exempted, money was spent on SPE-2024-01, which is unlisted.
/// </summary>
public sealed class SettlementTests : ServerTest
{
    private const string Exempted = "SPE-2025-01", Unlisted = "SPE-2024-01";

    private async Task<FindingAnswer> Finding(string plan, string rule, string? asOf = null) =>
        (await Plan(plan, $"findings(filter: {{ rules: [\"{rule}\"] }}) {{ {Selections.Settled} }}", asOf)).Findings.Single();

    private async Task<string> Document(string? issuer, string? issuedOn = "2026-06-20", string code = "D-1", string[]? plans = null)
    {
        await Write(new RegisterDocument(code, issuer) { IssuedOn = issuedOn, Plans = plans ?? [Exempted, Unlisted] });
        return code;
    }

    [Fact]
    public async Task A_confirmed_exemption_stays_visible_and_leaves_the_light()
    {
        var finding = await Finding(Exempted, "CAT-001");
        finding.Remedies.Select(r => r.Act).Should().Equal("confirmExemption");

        var confirmed = (await Write(new ConfirmExemption(finding.Id, await Document("区发展改革委")))).Finding;

        confirmed.Verdict.Should().Be("CONDITIONAL");
        confirmed.Due.Should().BeNull();
        confirmed.Remedies.Should().BeEmpty();
        confirmed.Sentence.Should().Be(finding.Sentence + "此情形已于2026年6月29日由《核查情况的通报(示例)》确认。");
        confirmed.Settlement.Should().BeEquivalentTo(new { Kind = "CONFIRMED", On = "2026-06-29", Document = new { Code = "D-1" } });
        (await Finding(Exempted, "CAT-001", "2026-06-28")).Settlement.Should().BeNull("it was not confirmed on the day before");
    }

    [Fact]
    public async Task The_light_is_green_once_all_is_confirmed_and_money_says_so()
    {
        const string asked = "light findings { rule { code } verdict severity } "
            + "fundingEligibility(purpose: DRAFTING) { verdict reasons { code sentence } }";
        (await Plan(Exempted, asked)).Light.Should().Be("YELLOW");

        await Write(new ConfirmExemption((await Finding(Exempted, "CAT-001")).Id, await Document("区发展改革委")));
        var one = await Plan(Exempted, asked);
        await Write(new ConfirmExemption((await Finding(Exempted, "FUN-001")).Id, await Document("区财政局", code: "D-2")));
        var both = await Plan(Exempted, asked);

        one.Light.Should().Be("YELLOW", "the money is not confirmed");
        both.Light.Should().NotBe("YELLOW").And.NotBe("RED");
        both.FundingEligibility.Verdict.Should().Be("CONDITIONAL");
        both.FundingEligibility.Reasons.Select(r => r.Sentence).Should().Contain(s => s.EndsWith("》未列入目录清单，但有关单位已明确要求编制，例外情形已确认，核实后安排。"));
    }

    [Theory]
    [InlineData("区财政局", "2026-06-20", "例外情形须由重庆市开州区发展和改革委员会确认，文件的印发单位是重庆市开州区财政局。")]
    [InlineData(null, "2026-06-20", "文件“D-1”未录入印发单位，请先补录。")]
    [InlineData("区发展改革委", null, "文件“D-1”未录入印发日期，请先补录。")]
    public async Task A_confirmation_by_another_or_by_a_paper_that_does_not_say_whose_it_is_is_refused(string? issuer, string? on,
        string message)
    {
        var refused = await Run(new ConfirmExemption((await Finding(Exempted, "CAT-001")).Id, await Document(issuer, on)));

        refused.Problem.Message.Should().Be(message);
        (await Finding(Exempted, "CAT-001")).Settlement.Should().BeNull();
    }

    [Fact]
    public async Task What_is_no_exception_is_not_confirmed_and_what_may_be_mended_is_not_settled()
    {
        var document = await Document("区发展改革委");

        (await Run(new ConfirmExemption((await Finding(Unlisted, "CAT-001")).Id, document))).Problem.Message.Should().Be(
            "只有例外情形和存疑的清单关联可以确认，这一问题须按办理建议整改。");
        (await Run(new SettleFinding((await Finding(Unlisted, "CAT-001")).Id, document))).Problem.Message.Should().Be(
            "只有已经支出的资金和作为审计线索保留的问题可以作核查结论，这一问题须按办理建议整改。");
        (await Run(new SettleFinding("bm90aGluZw", document))).Problem.Message.Should().Be("没有这一问题，或者它已经消除。");
        (await Run(new ConfirmExemption((await Finding(Exempted, "CAT-001")).Id, "NONE"))).Problem.Message.Should().Be("没有文件“NONE”，请先登记。");
        (await Run(new ConfirmExemption((await Finding(Exempted, "CAT-001")).Id, document) { On = "2026-07-01" })).Problem.Message
            .Should().Be(
            "日期2026年7月1日尚未到来。");
    }

    [Fact]
    public async Task It_is_confirmed_once_and_a_dry_run_writes_nothing()
    {
        var (finding, document) = (await Finding(Exempted, "CAT-001"), await Document("区发展改革委"));

        var tried = await Run(new ConfirmExemption(finding.Id, document) { DryRun = true });
        tried.Finding.Should().BeNull();
        (await Finding(Exempted, "CAT-001")).Settlement.Should().BeNull();
        await Write(new ConfirmExemption(finding.Id, document));

        (await Run(new ConfirmExemption(finding.Id, document))).Problem.Code.Should().Be("DUPLICATE");
    }

    [Fact]
    public async Task A_confirmation_falls_with_the_exemption_that_it_rests_on()
    {
        var finding = await Finding(Exempted, "CAT-001");
        await Write(new ConfirmExemption(finding.Id, await Document("区发展改革委")));
        var exemption = (await Ask($"{{ district(code: \"500154\") {{ plan(code: \"{Exempted}\") {{ exemptions {{ id }} }} }} }}"))
            .At("district.plan.exemptions")[0].At("id").GetString()!;

        await Write(new CorrectRecord(exemption, "起日有误", new FieldValue("from", "2024-12-25")));

        var fallen = await Finding(Exempted, "CAT-001");
        fallen.Settlement.Should().BeNull();
        fallen.Sentence.Should().Be(finding.Sentence);
        (await Write(new ConfirmExemption(fallen.Id, await Document("区发展改革委", code: "D-2")))).Finding.Settlement.Document.Code.Should()
            .Be("D-2");
    }

    [Theory]
    [InlineData("区审计局")]
    [InlineData("区政府")]
    [InlineData("区委")]
    public async Task Money_spent_is_concluded_and_stays_as_a_notice(string issuer)
    {
        var finding = await Finding(Unlisted, "FUN-001");
        (finding.Verdict, finding.Severity).Should().Be(("FAIL", "BLOCKING"));

        var settled = await Write(new SettleFinding(finding.Id, await Document(issuer)));

        (settled.Finding.Verdict, settled.Finding.Severity).Should().Be(("FAIL", "NOTICE"));
        settled.Finding.Due.Should().BeNull();
        settled.Finding.Sentence.Should().Be(finding.Sentence + "此事已于2026年6月29日由《核查情况的通报(示例)》作出核查结论。");
        settled.ClearedRules.Should().Equal("FUN-001");
        (await Plan(Unlisted, "light")).Light.Should().Be("RED", "the plan is unlisted still");
    }

    [Theory]
    [InlineData("区财政局", "2026-06-20", "核查结论须由审计机关、政府或者党委作出，文件的印发单位是重庆市开州区财政局。")]
    [InlineData("区审计局", "2025-01-10", "核查结论不能早于问题的起始日2025年3月14日。")]
    public async Task A_conclusion_by_another_or_older_than_the_money_is_refused(string issuer, string on, string message) =>
        (await Run(new SettleFinding((await Finding(Unlisted, "FUN-001")).Id, await Document(issuer, on)))).Problem.Message.Should()
            .Be(message);

    [Fact]
    public async Task The_lead_agency_concludes_nothing_and_a_paper_about_another_plan_neither()
    {
        var lead = (await Plan(Unlisted, "leadAgency { name }")).LeadAgency.Name;
        var finding = (await Finding(Unlisted, "FUN-001")).Id;

        (await Run(new SettleFinding(finding, await Document(lead)))).Problem.Message.Should().Be($"核查结论不能由规划的牵头单位{lead}作出。");
        (await Run(new SettleFinding(finding, await Document("区审计局", code: "D-2", plans: [Exempted])))).Problem.Message.Should()
            .StartWith("文件“D-2”未写明《");
    }

    [Fact]
    public async Task A_paper_that_names_no_plan_or_is_older_than_the_demand_confirms_nothing()
    {
        var (finding, title) = ((await Finding(Exempted, "CAT-001")).Id, (await Plan(Exempted, "title")).Title);
        await Write(new RegisterDocument("D-0", "区发展改革委") { IssuedOn = "2026-06-20" });

        (await Run(new ConfirmExemption(finding, "D-0"))).Problem.Message.Should().Be($"文件“D-0”未写明《{title}》。");
        (await Run(new ConfirmExemption(finding, await Document("区发展改革委", "2024-01-05")))).Problem.Message.Should()
            .StartWith("确认的文件不能早于所确认的文件（");
    }

    [Fact]
    public async Task A_conclusion_falls_when_the_money_is_recorded_anew()
    {
        await Write(new SettleFinding((await Finding(Unlisted, "FUN-001")).Id, await Document("区审计局")));
        var line = (await Plan(Unlisted, "fundingLines { id code }")).FundingLines.Single(f => f.Code == "F-2025-01").Id;

        await Write(new CorrectRecord(line, "金额有误", new FieldValue("amount", "3600000")));

        (await Finding(Unlisted, "FUN-001")).Severity.Should().Be("BLOCKING");
    }
}
