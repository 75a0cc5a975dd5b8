using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>Every Chinese sentence that a district yields is official Chinese, whatever the district.</summary>
public sealed class OfficialChineseTests
{
    public static TheoryData<string> Some => FindingHabitsTests.Some;

    [Theory]
    [MemberData(nameof(Some))]
    public void What_a_finding_says(string district)
    {
        foreach (var judgement in FindingHabitsTests.Judgements(district))
        {
            string.Join("\n", FaultsOfFindings(judgement).Distinct()).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Some))]
    public void Why_money_may_or_may_not_be_arranged(string district)
    {
        foreach (var judgement in FindingHabitsTests.Judgements(district))
        {
            string.Join("\n", FaultsOfReasons(judgement).Distinct()).Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("sample")]
    [InlineData("first day")]
    [InlineData("seed 1")]
    [InlineData("seed 2")]
    public void Why_a_rule_finds_nothing(string district)
    {
        var snapshot = FindingHabitsTests.Judgements(district).Last().Snapshot;
        var chinese = new OfficialChinese(snapshot.View);

        var reasons = RuleBook.Cards.SelectMany(c => c.IsAboutLists
            ? snapshot.View.Of<DirectoryList>().SelectMany(l => WhyNotReasons.Of(snapshot, c.Code, l))
            : snapshot.OwnPlans.Take(20).SelectMany(p => WhyNotReasons.Of(snapshot, c.Code, p))).ToList();

        reasons.Should().HaveCountGreaterThan(100);
        reasons.SelectMany(r => chinese.InSentence(r.Sentence.Zh)).Distinct().ToList().Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Some))]
    public void What_is_said_of_the_whole_and_of_duties(string district)
    {
        foreach (var judgement in FindingHabitsTests.Judgements(district))
        {
            var snapshot = judgement.Snapshot;
            var chinese = new OfficialChinese(snapshot.View);
            var duties = snapshot.OwnPlans.SelectMany(p => p.ReviewDuties.Select(d => d.Reason)).Select(r => r.Zh);
            new Coverage(judgement).Sentences.Select(s => s.Zh).Concat(duties)
                .SelectMany(chinese.InSentence).Distinct().ToList().Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Corpus.CorpusTests.Districts), MemberType = typeof(Corpus.CorpusTests))]
    public void What_is_said_of_a_district_of_the_corpus(string name)
    {
        List<Judgement> judgements = Districts.View(Districts.OfCorpus(name)) is not { } view ? []
            : [.. Corpus.CorpusDistrict.DaysOf(Corpus.CorpusTests.FolderOf(name)).Select(d => Judge.JudgementOf(new Snapshot(view, d)))];

        string.Join("\n", judgements.SelectMany(j => FaultsOfFindings(j).Concat(FaultsOfReasons(j))).Distinct()).Should().BeEmpty();
    }

    internal static IEnumerable<string> FaultsOfFindings(Judgement judgement)
    {
        var chinese = new OfficialChinese(judgement.Snapshot.View);
        return judgement.Findings.SelectMany(f =>
            chinese.InSentence(f.Sentence.Zh)
                .Concat(f.Remedies.SelectMany(r => chinese.InSentence(r.Text.Zh)))
                .Concat(f.Facts.SelectMany(m => chinese.InFact(m.Text.WithInnerQuotes().Zh)))
                .Select(fault => $"{f.Rule} {fault}"));
    }

    internal static IEnumerable<string> FaultsOfReasons(Judgement judgement)
    {
        var chinese = new OfficialChinese(judgement.Snapshot.View);
        return from plan in judgement.Snapshot.OwnPlans
               from purpose in Enum.GetValues<FundingPurpose>()
               from money in new FundingMoney?[] { null, FundingMoney.District, FundingMoney.Other }
               from reason in FundingReview.Of(judgement, plan, new FundingQuestion(purpose, money, null)).Reasons
               from fault in chinese.InSentence(reason.Sentence.Zh)
               select $"{reason.Code} {fault}";
    }
}
