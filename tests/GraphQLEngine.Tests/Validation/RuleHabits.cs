using System.Reflection;
using System.Runtime.CompilerServices;
using GraphQLEngine.Validation;

namespace GraphQLEngine.Tests.Validation;

/// <summary>One file per validation rule, one test file per rule: what is valid, what is not, with whole messages and exact locations.</summary>
public class RuleHabits
{
    public static TheoryData<string> Rules() => [.. typeof(ValidationRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ValidationRule))).Select(type => type.Name).Order(StringComparer.Ordinal)];

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_its_file_and_its_tests(string rule)
    {
        File.Exists(Path.Combine(Here(), $"../../../src/GraphQLEngine/Validation/Rules/{rule}.cs")).Should().BeTrue();
        var tests = File.ReadAllText(Path.Combine(Here(), $"Rules/{rule}Tests.cs"));
        tests.Should().Contain($"Errors<{rule}>").And.Contain("BeEmpty()", "some document is valid").And.MatchRegex(@"""\(?\d+:\d+", "some document is not, and its message and locations are told");
    }

    [Fact]
    public void Every_rule_runs()
    {
        var rules = (Array)typeof(DocumentValidator).GetField("Rules", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        rules.Length.Should().Be(Rules().Count);
    }
}
