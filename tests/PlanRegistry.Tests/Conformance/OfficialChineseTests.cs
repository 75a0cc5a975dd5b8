using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>Every Chinese sentence that a district yields is official Chinese, whatever the district.</summary>
public sealed class OfficialChineseTests
{
    public static TheoryData<string> Districts() => FindingHabitsTests.Districts();

    [Theory]
    [MemberData(nameof(Districts))]
    public void What_a_finding_says(string district)
    {
        foreach (var snapshot in FindingHabitsTests.Snapshots(district))
        {
            string.Join("\n", FaultsOfFindings(snapshot).Distinct()).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Districts))]
    public void Why_money_may_or_may_not_be_arranged(string district)
    {
        foreach (var snapshot in FindingHabitsTests.Snapshots(district))
        {
            string.Join("\n", FaultsOfReasons(snapshot).Distinct()).Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("sample")]
    [InlineData("first day")]
    [InlineData("seed 1")]
    [InlineData("seed 2")]
    public void Why_a_rule_finds_nothing(string district)
    {
        var snapshot = FindingHabitsTests.Snapshots(district).Last();
        var chinese = new OfficialChinese(snapshot.View);

        var reasons = RuleBook.Cards.SelectMany(c => c.IsAboutLists
            ? snapshot.View.Of<DirectoryList>().SelectMany(l => WhyNotReasons.Of(snapshot, c.Code, l))
            : snapshot.OwnPlans.Take(20).SelectMany(p => WhyNotReasons.Of(snapshot, c.Code, p))).ToList();

        reasons.Should().HaveCountGreaterThan(100);
        reasons.SelectMany(r => chinese.InSentence(r.Sentence.Zh)).Distinct().ToList().Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Districts))]
    public void What_is_said_of_the_whole_and_of_duties(string district)
    {
        foreach (var snapshot in FindingHabitsTests.Snapshots(district))
        {
            var chinese = new OfficialChinese(snapshot.View);
            var duties = snapshot.OwnPlans.SelectMany(p => p.ReviewDuties.Select(d => d.Reason)).Select(r => r.Zh);
            new Coverage(Judge.JudgementOf(snapshot)).Sentences.Select(s => s.Zh).Concat(duties)
                .SelectMany(chinese.InSentence).Distinct().ToList().Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Corpus.CorpusTests.Districts), MemberType = typeof(Corpus.CorpusTests))]
    public void What_is_said_of_a_district_of_the_corpus(string name)
    {
        using var district = new Corpus.CorpusDistrict(Repository.Path($"tests/PlanRegistry.Tests/Corpus/{name}"));
        var snapshots = district.Snapshots().ToList();

        string.Join("\n", snapshots.SelectMany(s => FaultsOfFindings(s).Concat(FaultsOfReasons(s))).Distinct()).Should().BeEmpty();
    }

    internal static IEnumerable<string> FaultsOfFindings(Snapshot snapshot)
    {
        var chinese = new OfficialChinese(snapshot.View);
        return Judge.JudgementOf(snapshot).Findings.SelectMany(f =>
            chinese.InSentence(f.Sentence.Zh)
                .Concat(f.Remedies.SelectMany(r => chinese.InSentence(r.Text.Zh)))
                .Concat(f.Facts.SelectMany(m => chinese.InFact(m.Text.WithInnerQuotes().Zh)))
                .Select(fault => $"{f.Rule} {fault}"));
    }

    internal static IEnumerable<string> FaultsOfReasons(Snapshot snapshot)
    {
        var (chinese, judgement) = (new OfficialChinese(snapshot.View), Judge.JudgementOf(snapshot));
        return from plan in snapshot.OwnPlans
               from purpose in Enum.GetValues<FundingPurpose>()
               from money in new FundingMoney?[] { null, FundingMoney.District, FundingMoney.Other }
               from reason in FundingReview.Of(judgement, plan, new FundingQuestion(purpose, money, null)).Reasons
               from fault in chinese.InSentence(reason.Sentence.Zh)
               select $"{reason.Code} {fault}";
    }
}
