using PlanRegistry.Settlement;
using PlanRegistry.Tests.Packs;

namespace PlanRegistry.Tests.Settlement;

/// <summary>settlements.csv: what has been confirmed and concluded goes out with a district and comes back.</summary>
public sealed class SettlementPackTests : PackTest
{
    private const string Row = "FUN-001|500154/plans/P-1|500154/funding/F-1,CONCLUDED,2026-06-20,D-1\n";

    private string Pack(string row) => Folder(
        ("documents.csv", "code,title,issued_on\nD-1,核查情况的通报(示例),2026-06-20\n"),
        ("settlements.csv", "finding,kind,on,document\n" + row));

    [Fact]
    public void A_settlement_comes_back_as_it_went_out()
    {
        var (first, second, pack) = (NewRegistry(), NewRegistry(), NewPath());
        Import(first, Pack(Row)).Exit.Should().Be(0);

        PlanRegistry.Server.Packs.PackWriter.Write(first.View(Kaizhou)!, pack);
        Files(pack)["settlements.csv"].ReplaceLineEndings("\n").Should().Be("finding,kind,on,document\n" + Row);
        Import(second, pack).Exit.Should().Be(0);

        second.View(Kaizhou)!.Own.Of<FindingSettlement>().Should().ContainSingle()
            .Which.Document.Code.Should().Be("D-1");
    }

    [Fact]
    public void What_is_no_key_of_a_finding_is_refused()
    {
        var registry = NewRegistry();

        var refused = Import(registry, Pack("核查结论,CONCLUDED,2026-06-20,D-1\n"));

        refused.Exit.Should().NotBe(0);
        refused.Output.Should().Be("settlements.csv:2: finding \"核查结论\" is no key of a finding: write it like "
            + "FUN-001|500154/plans/SPE-1|500154/funding/F-1.\nNothing was written: 1 problem.\n");
        registry.View(Kaizhou).Should().BeNull();
    }
}
