using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Papers;

/// <summary>The numbers that the first page says are those of what is built.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("README.md", @"(\d+) rules made from|The rules are (\d+) ")]
    [InlineData("README.zh-CN.md", @"整理的(\d+)条规则|规则共(\d+)条")]
    public void It_says_how_many_rules_there_are(string path, string pattern)
    {
        var text = File.ReadAllText(Repository.Path(path));

        Regex.Matches(text, pattern).Select(m => m.Groups.Values.Skip(1).Single(g => g.Success).Value).Should()
            .HaveCount(2).And.AllBe(RuleBook.Cards.Select(c => c.Code).Distinct().Count().ToString(CultureInfo.InvariantCulture));
    }
}
