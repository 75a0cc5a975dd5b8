using System.Text.RegularExpressions;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>Every value has its word, every rule its sentences, in both languages, and its tests.</summary>
public sealed partial class WordHabitsTests
{
    // What never stands on a page as a word: the language meant, and codes that are told by a sentence of their own.
    private static readonly Type[] NotWords = [typeof(Language), typeof(ProblemCode), typeof(FundingReasonCode), typeof(ListingStanding),
        typeof(PlanUnworthiness), typeof(UnlistedReason), typeof(ListingDoubt), typeof(ListEffect), typeof(WayUpGap),
        typeof(FollowingDoubt), typeof(EarlierDay), typeof(PlanRegistry.Approval.EntitlementState),
        typeof(PlanRegistry.Approval.ApprovalDoubt), typeof(PlanRegistry.Indicators.Oddity)];

    public static TheoryData<string> Codes() => [.. RuleBook.Cards.Select(c => c.Code)];

    [Fact]
    public void Every_enum_value_of_the_domain_has_a_term()
    {
        var values = typeof(Terms).Assembly.GetExportedTypes()
            .Where(t => t.IsEnum && !NotWords.Contains(t)).SelectMany(t => Enum.GetValues(t).Cast<Enum>());

        values.Where(v => !HasTerm(v)).Select(v => $"{v.GetType().Name}.{v}").Should().BeEmpty();
    }

    private static bool HasTerm(Enum value)
    {
        try
        {
            return Terms.Of(value).Zh.Length > 0;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    [Fact]
    public void The_sentences_belong_to_rules()
    {
        Sentences.All.Select(m => m.Code).Distinct().Should().BeSubsetOf(RuleBook.Cards.Select(c => c.Code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_has_its_sentences_in_both_languages(string code)
    {
        var sentences = Sentences.All.Where(m => m.Code == code).ToList();

        sentences.Select(m => m.Key).Should().Contain("rule").And.HaveCountGreaterThan(1);
        foreach (var (_, key, sentence) in sentences)
        {
            sentence.Zh.Should().EndWith("。", "{0} {1}", code, key);
            sentence.En.Should().EndWith(".", "{0} {1}", code, key);
            Placeholders(sentence.Zh)
                .Should().BeEquivalentTo(Placeholders(sentence.En), "{0} {1} says the same in both languages", code, key);
        }
    }

    [Fact]
    public void A_rules_short_name_is_its_own_and_fits_into_a_list_of_choices()
    {
        var names = RuleBook.Cards.Select(c => c.Name).ToList();

        names.Select(n => n.Zh).Should().OnlyHaveUniqueItems().And.OnlyContain(n => n.Length >= 4 && n.Length <= 20 && !n.EndsWith('。'));
        names.Select(n => n.En).Should().OnlyHaveUniqueItems().And.OnlyContain(n => n.Length >= 4 && n.Length <= 60 && !n.EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_is_named_by_its_tests(string code)
    {
        var main = RuleBook.Of(code).Classes.Single(c => c.IsDefined(typeof(RuleAttribute), false));

        Tests.Value.Contains(main.Name, StringComparison.Ordinal).Should().BeTrue("a test of {0} names {1}", code, main.Name);
        Tests.Value.Contains($"\"{code}\"", StringComparison.Ordinal).Should().BeTrue("a test asks for the findings of {0}", code);
    }

    private static readonly Lazy<string> Tests =
        new(() => string.Concat(Repository.Files("tests/PlanRegistry.Tests", "*Tests.cs").Select(File.ReadAllText)));

    private static string[] Placeholders(string sentence) =>
        [.. Placeholder().Matches(sentence).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Placeholder();
}
