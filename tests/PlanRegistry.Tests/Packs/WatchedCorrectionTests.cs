using System.Text.Json;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Packs;

/// <summary>An unlisted plan with district money, and what somebody would do about it (RULE-CODES, "Changes after use", 16).</summary>
public sealed class WatchedCorrectionTests : PackTest
{
    private const string Refused = "Nothing was written: 1 problem.\n";
    private const string FundingCsv = "code,plan,project,amount,money,purpose,arranged_on\n"
        + "F-1,P-1,水库(示例),100000,DISTRICT,DRAFTING,2026-10-10\n";
    private static readonly string Others = FundingCsv.Replace("DISTRICT,", "UPPER_TRANSFER,");

    private Registry District()
    {
        var registry = NewRegistry();
        Import(registry, Folder(("agencies.csv", AgenciesCsv), ("plans.csv", PlansCsv.Replace("2021,2025", "2026,2030").Replace("2020-10",
            "2026-09")),
            ("directory_lists.csv", "code,track,year,drafter,co_drafters,approver,approved_on\n"
                + "L-1,SPECIAL_AND_REGIONAL,2026,,,区政府,2026-01-10\n"),
            ("funding.csv", FundingCsv))).Exit.Should().Be(0);
        return registry;
    }

    [Fact]
    public void A_pack_that_overwrites_needs_a_reason()
    {
        var registry = District();

        Import(registry, Folder(("funding.csv", Others))).Should().Be((1,
            "funding.csv:2: money is recorded as \"district money\" and is overwritten only with a reason.\n" + Refused));
        Import(registry, Folder(("funding.csv", Others)), reason: " ").Exit.Should().Be(1);
        Import(registry, Folder(("funding.csv", Others)), reason: "无").Exit.Should().Be(1, "a placeholder is no reason");
        registry.Head(Kaizhou).Should().Be(1, "nothing was written");
    }

    [Fact]
    public void With_a_reason_it_is_written_and_the_entry_has_it()
    {
        var registry = District();

        Import(registry, Folder(("funding.csv", Others)), reason: "资金来源录错").Output
            .Should().Be("500154: 0 rows recorded, 1 corrected, 0 withdrawn in ledger entry 2.\n");

        registry.Entry(Kaizhou, 2)!.Reason.Should().Be("资金来源录错");
        registry.View(Kaizhou)!.Own.Of<FundingLine>().Single().Money.Should().Be(FundingMoney.UpperTransfer);
    }

    [Fact]
    public void A_dry_run_is_refused_as_the_import_would_be()
    {
        var registry = District();

        Import(registry, Folder(("funding.csv", Others)), dryRun: true).Exit.Should().Be(1);
        Import(registry, Folder(("funding.csv", Others)), dryRun: true, reason: "资金来源录错").Output.Should().Contain("clears  FUN-001");
    }

    [Fact]
    public void After_thirty_days_what_a_breach_rests_on_takes_a_document_too()
    {
        var registry = District();
        Clock.Advance(TimeSpan.FromDays(31));

        Import(registry, Folder(("funding.csv", Others)), reason: "资金来源录错").Should().Be((1,
            "funding.csv:2: money is recorded as \"district money\" (first on 2026-11-22), "
                + "and findings stand that concern it (CAT-001, FUN-001): "
            + "it is overwritten only with a document beside the reason.\n" + Refused));
        Import(registry, Folder(("funding.csv", Others)), reason: "资金来源录错", document: "开州财函〔2026〕12号").Exit.Should().Be(0);

        registry.Entry(Kaizhou, 2)!.Reason.Should().Be("资金来源录错（开州财函〔2026〕12号）");
        registry.View(Kaizhou)!.Own.Of<Document>().Single().Number.Should().Be("开州财函〔2026〕12号");
    }

    [Fact]
    public void On_the_thirtieth_day_a_reason_is_enough()
    {
        var registry = District();
        Clock.Advance(TimeSpan.FromDays(30));

        Import(registry, Folder(("funding.csv", Others)), reason: "资金来源录错").Exit.Should().Be(0);
    }

    [Fact]
    public void An_earlier_correction_makes_no_record_younger()
    {
        var registry = District();
        Clock.Advance(TimeSpan.FromDays(29));
        Import(registry, Folder(("funding.csv", FundingCsv.Replace("100000", "120000"))), reason: "金额录错").Exit.Should().Be(0);
        Clock.Advance(TimeSpan.FromDays(2));

        Import(registry, Folder(("funding.csv", Others)), reason: "资金来源录错").Exit.Should().Be(1);
    }

    [Fact]
    public void Where_no_breach_concerns_it_a_reason_is_enough_however_old_it_is()
    {
        var registry = District();
        Clock.Advance(TimeSpan.FromDays(400));

        Import(registry, Folder(("agencies.csv", "code,name,aliases\nGOV,开州区人民政府,政府\nWATER,开州区水利局,区水利局\n")), reason: "简称有误").Exit
            .Should().Be(0);
    }

    [Fact]
    public void A_withdrawal_of_what_a_breach_rests_on_takes_both()
    {
        var registry = District();
        Clock.Advance(TimeSpan.FromDays(31));
        var pack = Folder(("funding.csv", FundingCsv.Split('\n')[0] + "\n"));

        Import(registry, pack, replace: true).Should().Be((1,
            "funding.csv: \"F-1\" of funding is recorded and is withdrawn only with a reason.\n" + Refused));
        Import(registry, pack, replace: true, reason: "重复录入").Output.Should().Contain("only with a document beside the reason.");
        Import(registry, pack, replace: true, reason: "重复录入", document: "开州财函〔2026〕12号").Exit.Should().Be(0);
    }

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData("2026-11-23", null, 1)]
    [InlineData("2026-11-24", null, 0)]
    [InlineData(null, "2026-11-22", 0)]
    [InlineData("2026-11-23", "2026-11-23", 1)]
    public void Corrections_are_told_by_their_days(string? from, string? to, int count)
    {
        var registry = District();
        Clock.Advance(TimeSpan.FromDays(1));
        Import(registry, Folder(("funding.csv", Others)), reason: "资金来源录错");
        Clock.Advance(TimeSpan.FromDays(1));
        Import(registry, Folder(("plans.csv", PlansCsv.Replace("P-1", "P-2").Replace("水安全", "防洪"))));

        Corrections(registry, from, to).Should().HaveCount(count);
    }

    [Fact]
    public void A_correction_tells_what_it_overwrote_and_which_findings_it_cleared()
    {
        var registry = District();
        Import(registry, Folder(("funding.csv", Others)), reason: "资金来源录错");
        var output = new StringWriter { NewLine = "\n" };

        new CorrectionsFormat(Language.Zh, Json: false).Write(Corrections(registry), output);

        output.ToString().Should().StartWith(
            "2  2026-11-22  chen  import  资金来源录错\n    经费“F-1”的资金来源：DISTRICT → UPPER_TRANSFER\n    消除FUN-001（禁止办理）：")
            .And.EndWith("更正1次，共消除问题和待核实事项1条。\n");
    }

    [Fact]
    public void A_script_reads_corrections_as_JSON()
    {
        var registry = District();
        Import(registry, Folder(("funding.csv", Others)), reason: "资金来源录错");
        var output = new StringWriter { NewLine = "\n" };

        new CorrectionsFormat(Language.Zh, Json: true).Write(Corrections(registry), output);

        var correction = JsonDocument.Parse(output.ToString()).RootElement.EnumerateArray().Should().ContainSingle().Subject;
        string Text(string name) => correction.GetProperty(name).ToString();
        (Text("seq"), Text("day"), Text("actor"), Text("command"), Text("reason")).Should()
            .Be(("2", "2026-11-22", "chen", "import", "资金来源录错"));
        var value = correction.GetProperty("values").EnumerateArray().Should().ContainSingle().Subject;
        new[] { "record", "field", "was", "became" }.Select(n => value.GetProperty(n).GetString()).Should()
            .Equal("500154/funding/F-1", "money", "DISTRICT", "UPPER_TRANSFER");
        var cleared = correction.GetProperty("cleared").EnumerateArray().Should().ContainSingle().Subject;
        new[] { "rule", "plan", "verdict", "severity", "sentence" }.Select(n => cleared.GetProperty(n).GetString()).Should()
            .Equal("FUN-001", "P-1", "FAIL", "BLOCKING", Cleared(registry).Sentence.Zh);
    }

    [Fact]
    public void An_entry_that_overwrites_nothing_is_no_correction()
    {
        var registry = District();
        Import(registry, Folder(("agencies.csv", AgenciesCsv.Replace("区水利局\n", "区水利局;水利局\n")))).Output
            .Should().Be("500154: 0 rows recorded, 1 corrected, 0 withdrawn in ledger entry 2.\n");
        var output = new StringWriter { NewLine = "\n" };

        new CorrectionsFormat(Language.En, Json: false).Write(Corrections(registry), output);

        output.ToString().Should().Be("0 corrections, which cleared 0 findings.\n");
    }

    /// <summary>What stood before the last correction.</summary>
    private static Finding Cleared(Registry registry) =>
        Judge.JudgementOf(new Snapshot(Corrections(registry)[0].Before, Corrections(registry)[0].Day)).Findings
            .Single(f => f.Rule == "FUN-001");

    private static List<CorrectionEntry> Corrections(Registry registry, string? from = null, string? to = null)
    {
        static DateOnly? Day(string? text) => text is null ? null : PartialDate.Parse(text).First;
        return [.. CorrectionEntry.Of(registry, Judge.JudgementOf, Kaizhou, Day(from), Day(to), registry.Head(Kaizhou))];
    }
}
