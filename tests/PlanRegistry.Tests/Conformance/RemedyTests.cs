using System.Text.RegularExpressions;
using PlanRegistry.Conformance;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>A remedy is something that one can do: by an operation of the contract, and somebody's.</summary>
public sealed partial class RemedyTests
{
    private static readonly Lazy<HashSet<string>> Mutations = new(() =>
        [.. Repository.Files("schema/graphql", "*.graphql").SelectMany(f => MutationType().Matches(File.ReadAllText(f)))
            .SelectMany(m => MutationField().Matches(m.Value)).Select(m => m.Groups[1].Value)]);

    [Fact]
    public void Each_operation_is_a_mutation_of_the_contract() =>
        Enum.GetValues<Operation>().Select(Remedies.NameOf).Should().BeSubsetOf(Mutations.Value);

    [Theory]
    [MemberData(nameof(FindingHabitsTests.Districts), MemberType = typeof(FindingHabitsTests))]
    public void Each_remedy_of_each_finding_names_one_and_whose_it_is(string district)
    {
        var findings = FindingHabitsTests.Snapshots(district).SelectMany(s => Judge.JudgementOf(s).Findings).ToList();

        findings.Should().NotBeEmpty();
        foreach (var finding in findings)
        {
            finding.Remedies.Should().NotBeEmpty(finding.Key);
            finding.Remedies.Should().OnlyContain(r => Mutations.Value.Contains(r.Act) && r.Agency != null, finding.Key);
            // A person confirms what is conditional, and that a link means the plan (RULE-CODES, changes after use 9).
            var isToConfirm = finding.Verdict == Verdict.Conditional
                || finding.Sentence.Zh.Contains("关联，但尚不能认定二者为同一规划", StringComparison.Ordinal);
            isToConfirm.Should().Be(finding.Remedies.Any(r => r.Act == "confirmExemption"), finding.Key);
        }
    }

    [GeneratedRegex(@"type Mutation \{.*?\n\}", RegexOptions.Singleline)]
    private static partial Regex MutationType();

    [GeneratedRegex(@"^  (?:"".*"" )?(\w+)\(""", RegexOptions.Multiline)]
    private static partial Regex MutationField();
}
