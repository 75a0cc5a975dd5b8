using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Hierarchy;
using PlanRegistry.Rules;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Tests.Conformance;

namespace PlanRegistry.Tests.Habits;

/// <summary>A rule owns itself: what is true of one rule is said in its file, once, and nowhere else.</summary>
public sealed partial class RuleHabitsTests
{
    private static readonly string[] RuleFiles =
        [.. Repository.Files("rules", "*.cs").Where(f => Path.GetDirectoryName(f) != Repository.Path("rules"))];

    [Fact]
    public void A_rules_code_stands_once_in_its_file_and_in_no_other()
    {
        var codes = Repository.Files("rules", "*.cs").SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value));

        codes.Order(StringComparer.Ordinal).Should().Equal(RuleBook.Cards.Select(c => c.Code));
    }

    [Fact]
    public void The_domain_names_no_rule() =>
        Repository.Files("src/PlanRegistry", "*.cs").Where(f => Code().IsMatch(File.ReadAllText(f))).Should().BeEmpty();

    /// <summary>RULE-CODES, "Whom" and "Exemption".</summary>
    [Fact]
    public void Rules_say_which_plans_they_judge_beside_the_ordinary_and_what_an_exemption_covers()
    {
        RuleBook.Cards.Where(c => c.Reach.Expired).Select(c => c.Code).Should().Equal(
            "ALI-005", "AME-001", "AME-002", "AME-003", "APR-002", "APR-003", "APR-004", "APR-005", "APR-007", "APR-008", "APR-009",
            "APR-010", "APR-011", "APR-012", "CAT-001", "FUN-001", "HIE-006", "PUB-001", "PUB-002",
            "REV-001", "REV-002", "REV-003", "REV-004", "REV-005", "REV-006", "REV-007");
        RuleBook.Cards.Where(c => c.Reach.Secret).Select(c => c.Code).Should().Equal(
            "AME-001", "AME-002", "APR-012", "CAT-001", "CAT-002", "FUN-001", "PUB-001", "REV-003", "REV-004", "REV-005");
        RuleBook.Cards.Where(c => c.Classes.Any(t => RuleBook.ReachOf(t).Ended)).Select(c => c.Code).Should().Equal(
            new[]
            {
                "ALI-005", "AME-001", "AME-002", "AME-003", "APR-002", "APR-003", "APR-004", "APR-005", "APR-007", "APR-008", "APR-009",
                "APR-010", "APR-011", "APR-012", "FUN-001", "HIE-006", "PUB-001", "REV-001", "REV-002", "REV-003", "REV-004",
                "REV-005",
            },
            "they judge what was done or paid, or was overdue by then");
        RuleBook.Cards.Where(c => c.Reach.IsExemptible).Select(c => c.Code).Should().Equal("CAT-001", "CAT-002", "FUN-001");
    }

    [Fact]
    public void Exemptions_are_asked_for_by_the_rules_that_they_cover_alone() =>
        RuleBook.Cards.Where(c => c.Reach.IsExemptible).Select(c => c.Code).Should().Equal(
            Judge.Rules.Definitions.Where(d => Patterns.Of(d.LeftHandSide).Any(p => p.ValueType == typeof(ExemptionOnDay)))
                .Select(d => RuleBook.CodeOf(d.Name)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_attribute_on_a_rule_is_read_by_the_rule_book()
    {
        var used = RuleBook.Cards.SelectMany(c => c.Classes).SelectMany(c => c.GetCustomAttributesData()).Select(a => a.AttributeType)
            .Where(t => t.Namespace != "System.Runtime.CompilerServices").Distinct().ToList();
        var ours = typeof(RuleBook).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Attribute)));
        var book = File.ReadAllText(Repository.Path("rules/RuleBook.cs"));

        used.Should().BeEquivalentTo(ours);
        used.Should().OnlyContain(t => book.Contains(t.Name));
    }

    [Fact]
    public void Each_remedy_names_a_mutation_of_the_schema()
    {
        var answer = JsonDocument.Parse(RegistrySchema.Build(new EngineOptions { Limits = Limits.None })
            .ExecuteToJson("{ __type(name: \"Mutation\") { fields { name } } }"));
        var mutations = answer.RootElement.GetProperty("data").GetProperty("__type").GetProperty("fields")
            .EnumerateArray().Select(f => f.GetProperty("name").GetString());

        Enum.GetValues<Operation>().Select(Remedies.NameOf).Should().BeSubsetOf(mutations);
    }

    [Fact]
    public void Each_operation_is_asked_for_by_a_remedy()
    {
        var sources = string.Concat(Repository.Files("rules", "*.cs").Select(File.ReadAllText));

        Enum.GetNames<Operation>().Where(o => !sources.Contains($"Operation.{o},", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("APR-012", typeof(PlanRegistry.Approval.ApprovalDoubt))]
    [InlineData("CAT-001", typeof(UnlistedReason))]
    [InlineData("CAT-002", typeof(PlanUnworthiness))]
    [InlineData("HIE-001", typeof(WayUpGap))]
    // Where links and the superior are recorded, a development plan's superior is unnamed and never open.
    [InlineData("HIE-004", typeof(WayUpGap), nameof(WayUpGap.OpenEnd))]
    [InlineData("HIE-006", typeof(FollowingDoubt))]
    public void Each_reason_that_facts_give_has_its_sentence(string code, Type reasons, string? never = null) =>
        Sentences.All.Where(m => m.Code == code).Select(m => m.Key).Should().Contain(Enum.GetNames(reasons).Where(n => n != never));

    [Fact]
    public void No_rule_has_the_key_of_a_sentence_from_the_domain() =>
        RuleFiles.Where(f => KeyCompared().IsMatch(File.ReadAllText(f))).Should().BeEmpty();

    [GeneratedRegex("\"([A-Z]{3}-[0-9]{3})[\"/]")]
    private static partial Regex Code();

    [GeneratedRegex("[=!]= \"")]
    private static partial Regex KeyCompared();
}
