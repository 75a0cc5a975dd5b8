using System.Reflection;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

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
