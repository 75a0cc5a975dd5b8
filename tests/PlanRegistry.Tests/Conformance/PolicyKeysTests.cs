using System.Reflection;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>One table of parameters: each is read, and docs/policy.md is made from it.</summary>
public sealed class PolicyKeysTests
{
    private static readonly (string Name, string Text)[] Sources =
    [
        .. Repository.Files("src/PlanRegistry", "*.cs").Where(f => Path.GetFileName(f) != "PolicyKeys.cs")
            .Select(f => (Path.GetRelativePath(Repository.Path("src/PlanRegistry"), f)[..^3], File.ReadAllText(f))),
    ];

    private static readonly Dictionary<string, string> Fields = typeof(PolicyKeys).GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(f => ((PolicyKey)f.GetValue(null)!).Name, f => f.Name);

    public static TheoryData<string> Names() => [.. PolicyKeys.All.Select(k => k.Name)];

    [Fact]
    public void The_table_has_every_key_once() =>
        PolicyKeys.All.Select(k => k.Name).Should().Equal(Fields.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_key_is_read(string name) => ReadersOf(PolicyKeys.Find(name)!).Should().NotBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_default_fits_and_says_where_it_is_from(string name)
    {
        var defaults = PolicyKeys.Defaults(DistrictCode.Parse("500154"), new DateOnly(2026, 11, 22)).Where(d => d.Key == name).ToList();

        defaults.Should().NotBeEmpty().And.OnlyContain(d => PolicyKeys.Find(name)!.Fits(d.Value) && d.Clause != null);
        defaults.Should().ContainSingle(d => d.Kind == null, "it holds for plans of every kind");
    }

    [Theory]
    [InlineData("catalogue.listing_from", "2020-09-15", "2020年9月15日", "2020-09-15")]
    [InlineData("review.annual.due", "06-30", "6月30日", "06-30")]
    [InlineData("review.mid_term.year", "floor((from+to)/2)", "规划期中间一年（年数为双数的取前一年）",
        "the middle year of the horizon, the earlier one of two")]
    [InlineData("review.mid_term.year", "3", "规划期第3年", "year 3 of the horizon")]
    [InlineData("review.mid_term.min_months", "18", "18个月", "18 months")]
    [InlineData("review.spatial.cycle_years", "5", "5年", "5 years")]
    [InlineData("review.final.year_offset", "1", "第1年", "1 year after")]
    [InlineData("review.final.year_offset", "0", "当年", "the last year itself")]
    [InlineData("report.mid_term.counts_from", "horizon/3", "规划期满3分之一之日", "the day on which 1/3 of the horizon is over")]
    [InlineData("report.mid_term.counts_from", "year-1", "中期评估年度之前第1年的1月1日", "01-01, 1 year before the mid-term year")]
    [InlineData("amendment.cascade.due_days", "180", "180日", "180 days")]
    [InlineData("deviation.alert", "0.20", "20%", "20%")]
    [InlineData("disclosure.public_directory", "off", "否", "no")]
    [InlineData("finding.due_days", "10;30;60", "禁止办理10日、应整改30日、预警60日", "blocking 10 days, error 30 days, warning 60 days")]
    [InlineData("funding.conditional_on", "none", "无", "none")]
    [InlineData("funding.conditional_on", "CAT-001;IND-001", "CAT-001、IND-001", "CAT-001, IND-001")]
    [InlineData("funding.preliminary_study", "NOT_ELIGIBLE", "不得安排", "not eligible")]
    public void A_value_is_said_to_people_in_words_with_its_unit(string key, string value, string zh, string en) =>
        PolicyKeys.Find(key)!.Words(value).Should().Be(new Text(zh, en));

    [Theory]
    [InlineData("disclosure.public_directory", "是", "on")]
    [InlineData("disclosure.public_directory", "no", "off")]
    [InlineData("funding.preliminary_study", "核实后安排", "CONDITIONAL")]
    [InlineData("funding.conditional_on", "无", "none")]
    [InlineData("funding.conditional_on", "CAT-001、IND-001", "CAT-001;IND-001")]
    [InlineData("waiver.max_days", "90天", "90")]
    [InlineData("waiver.max_days", "90 days", "90")]
    [InlineData("deviation.alert", "12.5%", "0.125")]
    [InlineData("review.annual.due", "6月30日", "06-30")]
    [InlineData("review.mid_term.year", "规划期中间一年（年数为双数的取前一年）", "floor((from+to)/2)")]
    [InlineData("report.mid_term.counts_from", "规划期满3分之一之日", "horizon/3")]
    [InlineData("finding.due_days", "禁止办理10日、应整改30日、预警60日", "10;30;60")]
    [InlineData("disclosure.public_directory", "公开", null)]
    [InlineData("waiver.max_days", "90年", null)]
    public void A_value_that_is_said_in_words_is_read_back(string key, string text, string? written) =>
        PolicyWords.Read(PolicyKeys.Find(key)!, text).Should().Be(written);

    [Fact]
    public void No_hint_of_a_form_names_a_parameter_by_its_key_in_chinese()
    {
        var hints = Repository.Files("schema/graphql", "*.graphql").SelectMany(File.ReadAllLines)
            .SelectMany(line => line.Split('"').Where(part => part.Contains(" / ", StringComparison.Ordinal)))
            .Select(hint => hint.Split(" / ")[0]).ToList();

        hints.Should().NotBeEmpty().And.NotContain(hint => PolicyKeys.All.Any(k => hint.Contains(k.Name, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_amended_development_plan_gives_its_followers_days_that_are_named_in_words() =>
        RuleBook.Of("AME-003").Bases.Select(b => b.Clause).Should().Equal("三、(五)", "“发展规划调整后相关规划的期限”");

    [Fact]
    public void Nothing_that_the_sample_says_to_people_names_a_parameter_by_its_key()
    {
        var judgement = SampleFindings.On(new DateOnly(2026, 11, 22));
        var duties = OwedDuty.Of(judgement.Snapshot, judgement.Snapshot.OwnPlans, judgement.Findings).ToList();
        Text[] said =
        [
            .. judgement.Findings.SelectMany(f => f.Facts.Select(x => x.Text).Append(f.Sentence).Concat(f.Remedies.Select(r => r.Text))),
            .. judgement.Findings.SelectMany(f => f.Basis).Concat(
                RuleBook.Cards.SelectMany(c => c.Bases).Select(b => new Basis(b.Document, b.Clause))).Select(b => (Text)b.Clause),
            .. RuleBook.Cards.SelectMany(c => new[] { c.Sentence, c.Name }),
            .. duties.Select(d => d.Reason()), .. duties.SelectMany(d => d.Missing()), .. new Coverage(judgement).Sentences,
        ];

        said.Should().HaveCountGreaterThan(100);
        said.Where(t => PolicyKeys.All.Any(k => (t.Zh + t.En).Contains(k.Name, StringComparison.Ordinal)) || t.Zh.Contains("floor"))
            .Should().BeEmpty();
    }

    [Fact]
    public void The_page_of_parameters_is_made_from_the_table() => Approved.Matches("docs/policy.md", $"""
        # 参数 / Policy

        本页由参数表(`src/PlanRegistry/Conformance/PolicyKeys.cs`)生成,由测试核对。
        Made from the table of parameters; a test compares it.
        各区首次录入时按默认值写入 `policy`,以 `setPolicy` 或 policy.csv 另行设定。
        A district's first entry writes the defaults into `policy`; `setPolicy` or policy.csv sets others.

        | 参数 Key | 决定 Decides | 写法 Written as | 默认 Default | 依据 Clause | 读取 Read by |
        |---|---|---|---|---|---|
        {string.Join('\n', PolicyKeys.All.Select(Row))}

        """.ReplaceLineEndings("\n"));

    private static string Row(PolicyKey key) =>
        $"| {key.Name} | {key.Label.Zh}<br>{key.Label.En} | {key.Wanted.Zh}<br>{key.Wanted.En} "
        + $"| {Lines(key, d => (d.Value ?? "首次录入之日 the day of the first entry") + Kind(d))} "
        + $"| {Lines(key, d => d.Clause)} | {string.Join("<br>", ReadersOf(key))} |";

    private static string Kind(PolicyDefault one) => one.Kind is { } kind ? $" ({Terms.Of(kind).Zh} {Records.Names.Of(kind)})" : "";

    private static string Lines(PolicyKey key, Func<PolicyDefault, string> say) => string.Join("<br>", key.Defaults.Select(say));

    private static IEnumerable<string> ReadersOf(PolicyKey key) =>
        Sources.Where(s => System.Text.RegularExpressions.Regex.IsMatch(s.Text, $@"\bPolicyKeys\.{Fields[key.Name]}\b"))
            .Select(s => s.Name);
}
