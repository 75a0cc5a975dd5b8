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
    [MemberData(nameof(FindingHabitsTests.Some), MemberType = typeof(FindingHabitsTests))]
    public void Each_remedy_of_each_finding_names_one_and_whose_it_is(string district)
    {
        var findings = FindingHabitsTests.Judgements(district).SelectMany(j => j.Findings).ToList();

        findings.Should().NotBeEmpty();
        foreach (var finding in findings)
        {
            finding.Remedies.Should().NotBeEmpty(finding.Key);
            finding.Remedies.Where(r => !Mutations.Value.Contains(r.Act) || r.Agency is null).Should().BeEmpty(finding.Key);
            // A person confirms what is conditional (what is put off is still to be mended), and that a link means the plan.
            var isToConfirm = finding.AsJudged().Verdict == Verdict.Conditional
                || finding.Sentence.Zh.Contains("关联，但尚不能认定二者为同一规划", StringComparison.Ordinal);
            isToConfirm.Should().Be(finding.Remedies.Any(r => r.Act == "confirmExemption"), finding.Key);
        }
    }

    [Theory]
    [MemberData(nameof(FindingHabitsTests.Some), MemberType = typeof(FindingHabitsTests))]
    public void What_a_remedy_fills_in_are_fields_of_its_acts_input(string district)
    {
        var remedies = FindingHabitsTests.Judgements(district).SelectMany(j => j.Findings).SelectMany(f => f.Remedies).ToList();
        var fields = remedies.Select(r => r.Act).Distinct().ToDictionary(act => act, act => FieldsOf(InputOf(act)).ToHashSet());

        remedies.Should().Contain(r => Filled(r.Input).Any());
        remedies.SelectMany(r => Filled(r.Input).Where(f => !fields[r.Act].Contains(f)).Select(f => $"{r.Act}.{f}: {r.Text.Zh}"))
            .Should().BeEmpty();
    }

    [Fact]
    public void A_target_that_is_to_change_keeps_its_unit_and_base()
    {
        var target = SampleFindings.On(new(2026, 6, 30)).Findings.Where(f => f.Plan?.Code == "SPE-2021-11")
            .SelectMany(f => f.Remedies).Select(r => r.Input.Target).OfType<RemedyTarget>().First(t => t.Indicator.Code == "KZ-FARMLAND");

        (target.Unit, target.BaseYear, target.BaseValue).Should().Be(("公顷", 2020, 92740m));
    }

    [Fact]
    public void Each_field_of_a_remedys_input_is_one_of_an_act_with_the_same_type()
    {
        var acts = Enum.GetValues<Operation>().Select(o => Definition($"input {InputOf(Remedies.NameOf(o))}")).ToList();

        foreach (var (name, type) in TypesIn(Definition("type RemedyInput")))
        {
            var like = type.Replace("Remedy", "", StringComparison.Ordinal).Trim('[', ']', '!');
            acts.SelectMany(TypesIn).Where(f => f.Name == name).Select(f => f.Type).Should()
                .Contain(t => t.Contains(like, StringComparison.Ordinal), name);
        }
        foreach (var (theirs, ours) in new[] { ("TargetInput", "RemedyTarget"), ("AllocationInput", "RemedyAllocation"),
            ("DirectoryEntryInput", "RemedyEntry") })
        {
            FieldsOf(ours, "type").Should().BeSubsetOf(FieldsOf(theirs));
        }
    }

    /// <summary>By the names that the contract has for them.</summary>
    private static IEnumerable<string> Filled(RemedyInput input) => typeof(RemedyInput).GetProperties()
        .Where(p => p.GetValue(input) is not (null or false))
        .Select(p => p.Name switch
        {
            nameof(RemedyInput.Target) => "targets",
            nameof(RemedyInput.Entry) => "entries",
            nameof(RemedyInput.Record) => "id",
            nameof(RemedyInput.IsOfTheFinding) => "finding",
            var name => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name),
        });

    private static string InputOf(string act) => Regex.Match(Contract.Value,
        $@"^  (?:"".*"" )?{act}\("".*"" input: (\w+)!\)", RegexOptions.Multiline)
        .Groups[1].Value;

    private static IEnumerable<string> FieldsOf(string type, string kind = "input") =>
        TypesIn(Definition($"{kind} {type}")).Select(f => f.Name);

    private static string Definition(string head) =>
        Regex.Match(Contract.Value, $@"^{head} \{{.*?^\}}", RegexOptions.Multiline | RegexOptions.Singleline).Value;

    private static IEnumerable<(string Name, string Type)> TypesIn(string definition) =>
        FieldOfType().Matches(definition).Select(m => (m.Groups[1].Value, m.Groups[2].Value));

    private static readonly Lazy<string> Contract = new(() =>
        string.Join('\n', Repository.Files("schema/graphql", "*.graphql").Select(File.ReadAllText)));

    [GeneratedRegex(@"^  (?:"".*"" )?(\w+): ([\w\[\]!]+)", RegexOptions.Multiline)]
    private static partial Regex FieldOfType();

    [GeneratedRegex(@"type Mutation \{.*?\n\}", RegexOptions.Singleline)]
    private static partial Regex MutationType();

    [GeneratedRegex(@"^  (?:"".*"" )?(\w+)\(""", RegexOptions.Multiline)]
    private static partial Regex MutationField();
}
