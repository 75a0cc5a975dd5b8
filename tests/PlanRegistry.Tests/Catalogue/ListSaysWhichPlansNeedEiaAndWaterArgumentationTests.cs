using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

[Trait("Rule", nameof(ListSaysWhichPlansNeedEiaAndWaterArgumentation))]
public sealed class ListSaysWhichPlansNeedEiaAndWaterArgumentationTests
{
    private const string Today = "2026-11-22";

    private static TestDistrict District(string? approvedOn = "2026-03-20", Func<DirectoryList, DirectoryList>? with = null)
    {
        var district = new TestDistrict();
        district.List("L-1", ListTrack.SpecialAndRegional, 2026, approvedOn, with);
        return district;
    }

    private static DirectoryEntry Entry(TestDistrict district, string number, Func<DirectoryEntry, DirectoryEntry>? with = null) =>
        district.Entry("L-1", null, e => (with ?? (x => x))(e with { Code = number, Title = $"规划{number}" }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_letter_of_each_bureau_may_cover_all(bool needed)
    {
        var district = District();
        Entry(district, "1", e => e with { EiaNeeded = needed, WaterNeeded = needed });
        Entry(district, "2");

        district.Findings("CAT-005", Today).Should().BeEmpty();
    }

    [Fact]
    public void Each_entry_may_have_its_own_opinion()
    {
        var district = District(with: l => l with { EiaOpinion = null, WaterOpinion = null });
        Entry(district, "1",
            e => e with { EiaOpinion = district.Document("E", "ECO").Key, WaterOpinion = district.Document("W", "WATER").Key });

        district.Findings("CAT-005", Today).Should().BeEmpty();
    }

    [Fact]
    public void What_is_not_said_is_unknown_and_an_error()
    {
        var district = District();
        Entry(district, "1", e => e with { EiaNeeded = null });
        Entry(district, "2", e => e with { EiaNeeded = null, WaterNeeded = null });
        Entry(district, "3");

        var finding = district.Finding("CAT-005", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Error);
        finding.Plan.Should().BeNull();
        finding.Sentence.Zh.Should().Be("2026年度专项和区域规划编制目录清单（L-1）的环境影响评价、水资源论证意见不齐：第1项《规划1》、第2项《规划2》未说明是否需要环境影响评价；第2项《规划2》未说明是否需要水资源论证。");
        finding.Sentence.En.Should().Be(
            "The opinions on the entries of the 2026 directory list of special and regional plans (L-1) are incomplete: "
                + "whether environmental impact assessment is needed is not said for entry 1 (规划1), entry 2 (规划2);"
                + " whether water-resources argumentation is needed is not said for entry 2 (规划2).");
        finding.Since.Should().Be(new DateOnly(2026, 3, 20));
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Select(r => r.Agency!.Name).Should().Equal("区生态环境局", "区水利局");
    }

    [Fact]
    public void A_word_without_an_opinion_is_unknown()
    {
        var district = District(with: l => l with { WaterOpinion = null });
        Entry(district, "1");

        var finding = district.Finding("CAT-005", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Error);
        finding.Sentence.Zh.Should().EndWith("意见不齐：第1项《规划1》无区水利局关于水资源论证的意见。");
        finding.Remedies.Select(r => r.Agency!.Name).Should().Equal("区水利局");
    }

    [Fact]
    public void An_opinion_without_an_issuer_is_unknown()
    {
        var district = District();
        district.Document("L-1-EIA");
        Entry(district, "1");

        district.Finding("CAT-005", Today).Sentence.Zh.Should().EndWith("意见不齐：第1项《规划1》的环境影响评价意见未注明出具单位。");
    }

    [Fact]
    public void An_opinion_of_another_bureau_is_in_breach()
    {
        var district = District();
        district.Document("L-1-EIA", "WATER");
        Entry(district, "1");
        Entry(district, "2", e => e with { WaterNeeded = null });

        var finding = district.Finding("CAT-005", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Error);
        finding.Sentence.Zh.Should().Be("2026年度专项和区域规划编制目录清单（L-1）的环境影响评价、水资源论证意见出具单位不符：第1项《规划1》、第2项《规划2》的环境影响评价意见由区水利局出具，应由区生态环境局出具。");
        finding.Sentence.En.Should().Be(
            "An opinion on the entries of the 2026 directory list of special and regional plans (L-1) was given by another bureau: "
                + "the opinion on environmental impact assessment for entry 1 (规划1),"
                + " entry 2 (规划2) was given by 区水利局 and not by 区生态环境局.");
        finding.Facts.Should().Contain(f => f.Name == "gap" && f.Text.Zh == "第2项《规划2》未说明是否需要水资源论证");
    }

    [Fact]
    public void Many_entries_are_named_by_their_numbers()
    {
        var district = District();
        foreach (var n in Enumerable.Range(1, 11))
        {
            Entry(district, $"{n}", e => e with { EiaNeeded = null });
        }
        Entry(district, "12");

        district.Finding("CAT-005", Today).Sentence.Zh.Should().EndWith("意见不齐：第1、2、3、4、5、6、7、8、9、10、11项未说明是否需要环境影响评价。");
    }

    [Fact]
    public void What_both_matters_lack_of_the_same_entries_is_said_once()
    {
        var district = District();
        foreach (var n in Enumerable.Range(1, 6))
        {
            Entry(district, $"{n}", e => e with { EiaNeeded = null, WaterNeeded = null });
        }

        var finding = district.Finding("CAT-005", Today);
        finding.Sentence.Zh.Should().EndWith("意见不齐：全部6项未说明是否需要环境影响评价和水资源论证。");
        finding.Sentence.En.Should().EndWith("are incomplete: whether environmental impact assessment and "
            + "water-resources argumentation is needed is not said for all 6 entries.");
    }

    [Fact]
    public void A_dropped_entry_is_not_judged()
    {
        var district = District();
        Entry(district, "1", e => e with { EiaNeeded = null, Dropped = true });

        district.Findings("CAT-005", Today).Should().BeEmpty();
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("2026-10-10", null, true)]
    [InlineData("2026-10-10", "2026-10-30", true)]
    public void Submitted_and_approved_lists_are_judged_and_drafts_are_not(string? submittedOn, string? approvedOn, bool judged)
    {
        var district = District(approvedOn, l => l with { SubmittedOn = submittedOn is null ? null : PartialDate.Parse(submittedOn) });
        Entry(district, "1", e => e with { EiaNeeded = null });

        district.Findings("CAT-005", Today).Should().HaveCount(judged ? 1 : 0);
    }

    [Theory]
    [InlineData("2020-12-31", false)]
    [InlineData("2021-01-01", true)]
    public void Lists_approved_before_records_are_complete_are_not_judged(string approvedOn, bool judged)
    {
        var district = District(approvedOn);
        Entry(district, "1", e => e with { EiaNeeded = null });

        district.Findings("CAT-005", Today).Should().HaveCount(judged ? 1 : 0);
    }
}
