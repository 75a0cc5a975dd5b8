using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Conformance;

/// <summary>A row of policy counts only with a document of those who may set it (RULE-CODES, changes after use 17).</summary>
public sealed class IdlePolicyTests
{
    private const string Today = "2026-11-22";

    private readonly TestDistrict district = new();

    private void Set(PolicyKey key, string value, string? issuer, bool hasDocument = true) => district.Add(new PolicyValue
    {
        Key = key.Name, From = PartialDate.Parse("2024-01-01"), Value = value,
        Document = hasDocument ? district.Document("LETTER", issuer).Key : null,
    });

    private IEnumerable<string> Idle => new Coverage(district.Judge(Today)).Sentences.Select(s => s.Zh)
        .Where(s => s.StartsWith("参数", StringComparison.Ordinal));

    [Theory]
    [InlineData("GOV")]
    [InlineData("GOVOFFICE")]
    [InlineData("PARTY")]
    [InlineData("DRC")]
    public void With_such_a_document_it_counts(string issuer)
    {
        Set(PolicyKeys.MinYears, "4", issuer);

        district.On(Today).Policy.Of(PolicyKeys.MinYears, new DateOnly(2026, 11, 22)).Should().Be(4);
        Idle.Should().BeEmpty();
    }

    [Theory]
    [InlineData(null, false, "文件未录入")]
    [InlineData(null, true, "文件的印发单位未录入")]
    [InlineData("FIN", true, "区财政局无权办理，应为区政府或者区政府办公室或者区委或者区发展改革委")]
    public void Without_one_it_has_no_effect_and_the_summary_says_so(string? issuer, bool hasDocument, string why)
    {
        Set(PolicyKeys.DeviationAlert, "0.90", issuer, hasDocument);

        district.On(Today).Policy.Of(PolicyKeys.DeviationAlert, new DateOnly(2026, 11, 22)).Should().Be(0.20m);
        Idle.Should().Equal($"参数“指标进度预警线”（2024年1月1日起为90%）不生效：{why}。");
    }

    [Fact]
    public void The_default_needs_no_document()
    {
        Set(PolicyKeys.DeviationAlert, "0.20", null, hasDocument: false);

        Idle.Should().BeEmpty();
    }

    [Fact]
    public void Listing_is_demanded_no_later_whoever_says_so()
    {
        Set(PolicyKeys.ListingFrom, "2024-01-01", "GOV");

        district.On(Today).Policy.Of(PolicyKeys.ListingFrom, new DateOnly(2026, 11, 22)).Should().Be(new DateOnly(2020, 9, 15));
        Idle.Should().Equal("参数“自何日起须列入目录清单”（2024年1月1日起为2024年1月1日）不生效：不得晚于2020年9月15日。");
    }

    [Theory]
    [InlineData("2020-01-01", "2020-01-01", 0)]
    [InlineData("2024-01-01", "2021-01-01", 1)]
    public void Records_begin_only_earlier(string value, string from, int idle)
    {
        Set(PolicyKeys.RecordsFrom, value, "GOV");

        district.On(Today).RecordsFrom.Should().Be(DateOnly.ParseExact(from, "yyyy-MM-dd"));
        Idle.Should().HaveCount(idle);
    }
}
