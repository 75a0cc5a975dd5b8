using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Habits;

public sealed partial class RulesPageTests
{
    private const string Versions = "rules/versions.approved.txt";

    [Fact]
    public void The_rules_page_is_made_from_the_rules() => Approved.Matches("rules/RULES.md", RulesPage.Render());

    [Fact]
    public void A_rule_that_changes_raises_its_version()
    {
        var current = RuleBook.Cards.ToDictionary(c => c.Code, c => (c.Version, Print: Fingerprint(c)));
        var approved = ApprovedVersions();

        foreach (var (code, now) in current)
        {
            if (approved.TryGetValue(code, out var then) && then.Version == now.Version)
            {
                now.Print.Should().Be(then.Print,
                    "the file, the sentences or the approved findings of {0} have changed:"
                        + " raise its [RuleVersion], then approve with APPROVE=1", code);
            }
        }
        approved.Keys.Should().BeSubsetOf(current.Keys, "a rule code is never removed or reused");
        Approved.Matches(Versions,
            string.Concat(current.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value.Version} {c.Value.Print}\n")));
    }

    private static Dictionary<string, (int Version, string Print)> ApprovedVersions() =>
        File.Exists(Repository.Path(Versions))
            ? File.ReadLines(Repository.Path(Versions)).Select(l => l.Split(' ')).ToDictionary(p => p[0], p => (int.Parse(p[1]), p[2]))
            : [];

    /// <summary>Of the rule's file without comments and white space, its sentences, and its findings of the sample district.</summary>
    private static string Fingerprint(RuleCard card)
    {
        var file = Repository.Files("rules", "*.cs")
            .Single(f => card.Classes.Any(c => File.ReadAllText(f).Contains($"class {c.Name} ", StringComparison.Ordinal)));
        var source = Comments().Replace(File.ReadAllText(file), "");
        var sentences = string.Join('\n', Conformance.Sentences.All.Where(m => m.Code == card.Code).Select(m => m.ToString()));
        var findings = string.Join('\n', SampleFindings.Of(card.Code));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Space().Replace(source, "") + sentences + findings)))[..16];
    }

    [GeneratedRegex(@"//.*?$|/\*.*?\*/", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
