using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Settlement;

/// <summary>
/// A settlement is a record as any other: it is corrected and withdrawn, and no correction makes more of it than a command would.
/// </summary>
public sealed class SettlementCorrectionTests : ServerTest
{
    private const string Unlisted = "SPE-2024-01";

    private async Task<string> Concluded()
    {
        await Write(new RegisterDocument("D-1", "区审计局") { IssuedOn = "2026-06-20", Plans = [Unlisted] });
        var finding = (await Money()).Id;
        (await Write(new SettleFinding(finding, "D-1"))).Finding.Severity.Should().Be("NOTICE");
        return (await Ask($"{{ district(code: \"500154\") {{ plan(code: \"{Unlisted}\") {{ "
            + "findings(filter: { rules: [\"FUN-001\"] }) { settlement { id } } } } }"))
            .At("district.plan.findings")[0].At("settlement.id").GetString()!;
    }

    private async Task<FindingAnswer> Money() =>
        (await Plan(Unlisted, $"findings(filter: {{ rules: [\"FUN-001\"] }}) {{ {Selections.Settled} }}")).Findings.Single();

    [Fact]
    public async Task Withdrawn_it_leaves_the_finding_as_it_was()
    {
        var (before, settlement) = ((await Money()).Sentence, await Concluded());

        await Write(new CorrectRecord(settlement, "通报已撤回"));

        var after = await Money();
        (after.Severity, after.Sentence).Should().Be(("BLOCKING", before));
        after.Settlement.Should().BeNull();
    }

    [Fact]
    public async Task Corrected_to_the_paper_of_a_body_that_is_not_entitled_it_has_no_effect()
    {
        var settlement = await Concluded();
        await Write(new RegisterDocument("D-2", "区财政局") { IssuedOn = "2026-06-20", Plans = [Unlisted] });

        await Write(new CorrectRecord(settlement, "文件登记有误", new FieldValue("document", "D-2")));

        var after = await Money();
        after.Severity.Should().Be("BLOCKING");
        after.Settlement.Should().BeNull();
    }

    [Fact]
    public async Task Its_document_is_not_withdrawn_from_under_it()
    {
        await Concluded();
        var document = (await Ask("{ district(code: \"500154\") { documents(first: 100) { nodes { id code } } } }"))
            .At("district.documents.nodes").EnumerateArray().Single(d => d.At("code").GetString() == "D-1").At("id").GetString()!;

        (await Run(new CorrectRecord(document, "不再需要"))).Problem.Message.Should().Be(
            "文件的记录“500154:D-1”不能撤销或改名：问题办结中仍有记录引用它。");
    }
}
