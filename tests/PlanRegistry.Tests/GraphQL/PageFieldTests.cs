namespace PlanRegistry.Tests.GraphQL;

/// <summary>What pages ask beside the lists: one box that finds, counts with what is to be checked apart, names of parameters.</summary>
public sealed class PageFieldTests : ServerTest
{
    private async Task<string[]> Found(string text, int first = 10)
    {
        const string query = """
            query($text: String!, $first: Int!) { district(code: "500154") { search(text: $text, first: $first) {
                __typename ... on Plan { code } ... on Agency { name } ... on Document { number }
                ... on FundingCertificate { certificate: number } } } }
            """;
        return [.. (await Ask(query, new { text, first })).GetProperty("district").GetProperty("search").EnumerateArray()
            .Select(n => string.Join(' ', n.EnumerateObject().Select(p => p.Value.GetString())))];
    }

    [Theory]
    [InlineData("数字经济", "Plan SPE-2024-01")]
    [InlineData("spe-2024-01", "Plan SPE-2024-01")]
    [InlineData("开州示例人发 [2026] 1号", "Document 开州示例人发〔2026〕1号")]
    [InlineData("区发改委", "Agency 重庆市开州区发展和改革委员会")]
    public async Task One_box_finds_plans_agencies_and_documents_by_what_stands_in_them(string text, string found) =>
        (await Found(text)).Should().Contain(found);

    [Fact]
    public async Task Plans_come_first_and_no_more_than_asked()
    {
        var found = await Found("规划", 50);

        found.Should().HaveCount(50);
        found.TakeWhile(f => f.StartsWith("Plan ", StringComparison.Ordinal)).Should()
            .HaveCount(found.Count(f => f.StartsWith("Plan ", StringComparison.Ordinal)));
        (await Found("规划", 3)).Should().Equal(found[..3]);
        (await Found("没有这样的东西")).Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_is_sought_by_nothing() =>
        (await Refused("{ district(code: \"500154\") { search(text: \" “” \") { id } } }")).Should()
            .Be("The argument \"text\" needs a character at least.");

    [Fact]
    public async Task What_is_to_be_checked_is_counted_apart()
    {
        var counts = (await Ask("""
            { district(code: "500154") { conformance { findings unknown
                bySeverity { count unknown } byCapability { count unknown } byAgency { count unknown } } } }
            """)).GetProperty("district").GetProperty("conformance");

        foreach (var by in new[] { "bySeverity", "byCapability" })
        {
            Sum(by, "count").Should().Be(counts.GetProperty("findings").GetInt32());
            Sum(by, "unknown").Should().Be(counts.GetProperty("unknown").GetInt32()).And.BePositive();
        }
        Sum("byAgency", "unknown").Should().BePositive().And.BeLessThan(Sum("byAgency", "count"));

        int Sum(string by, string what) => counts.GetProperty(by).EnumerateArray().Sum(c => c.GetProperty(what).GetInt32());
    }

    [Fact]
    public async Task A_finding_has_one_key_on_whatever_day()
    {
        var keys = new List<string>();
        foreach (var day in new[] { "2026-06-29", "2026-06-30" })
        {
            const string query =
                "query($day: Date!) { district(code: \"500154\", asOf: $day) { findings(first: 1) { nodes { id key } } } }";
            var first = (await Ask(query, new { day })).GetProperty("district").GetProperty("findings").GetProperty("nodes")[0];
            keys.Add(first.GetProperty("key").GetString()!);
        }

        keys.Distinct().Should().ContainSingle().Which.Should().Contain("|500154/");
    }

    [Fact]
    public async Task Every_parameter_says_what_it_decides()
    {
        var policy = (await Ask("""
            { district(code: "500154") { policy { key zh: label(language: ZH) en: label(language: EN) } } }
            """)).GetProperty("district").GetProperty("policy").EnumerateArray().ToList();

        policy.Should().NotBeEmpty().And.OnlyContain(p => p.GetProperty("zh").GetString() != p.GetProperty("key").GetString());
        var due = policy.First(p => p.GetProperty("key").GetString() == "review.annual.due");
        (due.GetProperty("zh").GetString(), due.GetProperty("en").GetString()).Should()
            .Be(("年度监测分析期限（次年）", "due day of annual monitoring, next year"));
    }

    [Fact]
    public async Task A_list_has_its_findings_a_duty_its_report_and_a_district_its_amendments()
    {
        var district = (await Ask("""
            { district(code: "500154") {
                directoryLists { code findings { key subjects { __typename } } }
                reviewDuties(first: 100, filter: { states: [DONE, DONE_LATE] }) { nodes { doneOn report { on about } } }
                amendments(first: 100) { totalCount nodes { proposedOn plan { code } } }
                plans(first: 100) { nodes { amendments { version } } } } }
            """)).GetProperty("district");

        var findings = district.GetProperty("directoryLists").EnumerateArray()
            .SelectMany(l => l.GetProperty("findings").EnumerateArray().Select(f => (List: l.GetProperty("code").GetString(), Finding: f)));
        findings.Should().NotBeEmpty().And.OnlyContain(f =>
            f.Finding.GetProperty("key").GetString()!.Contains($"directory_lists/{f.List}"));
        district.GetProperty("reviewDuties").GetProperty("nodes").EnumerateArray().Should().NotBeEmpty()
            .And.OnlyContain(d => d.GetProperty("report").GetProperty("on").GetString() == d.GetProperty("doneOn").GetString());
        var days = district.GetProperty("amendments").GetProperty("nodes").EnumerateArray()
            .Select(a => a.GetProperty("proposedOn").GetString()).ToList();
        days.Should().NotBeEmpty().And.BeInDescendingOrder(StringComparer.Ordinal);
        days.Should().HaveCount(district.GetProperty("plans").GetProperty("nodes").EnumerateArray()
            .Sum(p => p.GetProperty("amendments").GetArrayLength()));
    }
}
