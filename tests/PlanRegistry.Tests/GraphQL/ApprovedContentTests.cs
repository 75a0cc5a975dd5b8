namespace PlanRegistry.Tests.GraphQL;

/// <summary>What an approval binds, from the ledger as it is written and as it is loaded again.</summary>
public sealed class ApprovedContentTests : ServerTest
{
    private const string Selection =
        "approvedContent { version hash boundSeq holds approval { type } changed { on record field was became words } }"
        + " findings(filter: { rules: [\"AME-001\"] }) { id key verdict sentence settlement { kind } }";

    private async Task<System.Text.Json.JsonElement> Content() =>
        (await Ask($"{{ district(code: \"500154\") {{ plan(code: \"SPE-2023-01\") {{ {Selection} }} }} }}")).At("district.plan");

    private async Task<string> Target() => (await Ask(
        "{ district(code: \"500154\") { plan(code: \"SPE-2023-01\") { targets { id } } } }")).At("district.plan.targets.0.id").GetString()!;

    [Fact]
    public async Task A_corrected_target_is_told_until_it_is_confirmed_by_a_document_and_again_when_it_is_corrected_again()
    {
        var before = await Content();
        before.At("approvedContent.holds").GetBoolean().Should().BeTrue();
        before.Text("approvedContent.approval.type").Should().Be("GOVERNMENT_APPROVED");

        await Write(new CorrectRecord(await Target(), "原件为92", new FieldValue("targetValue", "92")));

        var after = await Content();
        after.At("approvedContent.holds").GetBoolean().Should().BeFalse();
        after.Text("approvedContent.hash").Should().Be(before.Text("approvedContent.hash"), "that is what was approved");
        after.At("approvedContent.changed.0").ToString().Should().Be("""
            {"on":"2026-06-30","record":"《开州区中小学幼儿园布局规划(2023—2027年)(示例)》“普惠性幼儿园覆盖率”2027年","field":"目标值","was":"93%","became":"92%",
            """.Trim() + $"\"words\":{after.At("approvedContent.changed.0.words").GetRawText()}}}");
        after.Text("findings.0.verdict").Should().Be("CONDITIONAL");
        using (var again = PlanRegistry.Server.Ledger.Registry.Open(Storage.TestHome.Of(File), Clock))
        {
            var view = again.View(PlanRegistry.Records.DistrictCode.Parse("500154"))!;
            view.Own.Outdated.Should().ContainSingle("loaded anew it is remembered as well").Which.Until.Should().Be(view.Own.Seq);
        }

        await Write(new RegisterDocument("D-CONFIRM", "区发展改革委")
            { Title = "关于目标值录入差错的说明(示例)", IssuedOn = "2026-06-29", Plans = ["SPE-2023-01"] });
        await Write(new ConfirmExemption(after.Text("findings.0.id")!, "D-CONFIRM"));
        (await Content()).Text("findings.0.settlement.kind").Should().Be("CONFIRMED");

        await Write(new CorrectRecord(await Target(), "再次更正", new FieldValue("targetValue", "91")));
        var third = await Content();
        third.Text("findings.0.settlement").Should().BeNull("what was confirmed is not what stands");
        third.Text("findings.0.key").Should().NotBe(after.Text("findings.0.key"));
    }
}
