using PlanRegistry.Conformance;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>What holds of the findings of any district: the sample, the first day's, and generated ones.</summary>
public sealed class FindingHabitsTests
{
    private static readonly DateOnly[] Days = [new(2021, 6, 30), new(2024, 2, 29), new(2026, 3, 12), new(2026, 11, 22)];

    public static TheoryData<string> Some => ["sample", "first day", .. Districts.Made(12)];

    internal static IEnumerable<Judgement> Judgements(string district) =>
        (district == "first day" ? Days[^1..] : Days).Select(day => Districts.Judged(district, day));

    [Theory]
    [MemberData(nameof(Some))]
    public void No_two_activations_yield_one_key(string district)
    {
        foreach (var snapshot in Judgements(district).Select(j => j.Snapshot))
        {
            var twice = Activations.Of(snapshot).GroupBy(f => f.Key).Where(g => g.Count() > 1)
                .Select(g => $"{snapshot.AsOf.Unwatched} {g.Key}: {string.Join(" / ", g.Select(f => f.Sentence.Zh))}");

            twice.Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Some))]
    public void Every_finding_tells_all_that_an_officer_needs(string district)
    {
        foreach (var (day, f) in Judgements(district).SelectMany(j => j.Findings.Select(f => (j.Snapshot.AsOf.Unwatched, f))))
        {
            f.Sentence.Zh.Should().EndWith("。", f.Key).And.NotContainAny("{", "}");
            f.Sentence.En.Should().EndWith(".", f.Key).And.NotContainAny("{", "}");
            f.Basis.Should().NotBeEmpty(f.Key);
            f.Facts.Should().HaveCountGreaterThan(1, "{0}: a finding's only fact is never the plan", f.Key);
            f.Remedies.Should().NotBeEmpty(f.Key);
            f.Remedies.Where(r => r.Agency is null).Should().BeEmpty(f.Key);
            f.Responsible.Should().NotBeNull(f.Key);
            f.Since.Should().BeOnOrBefore(day, f.Key);
            f.Plans.Should().OnlyHaveUniqueItems(f.Key);
            f.Subjects.Should().NotBeEmpty(f.Key);
        }
    }

    /// <summary>A finding's facts are not what the author of the rule remembered: NRules says what each match stands on.</summary>
    [Theory]
    [MemberData(nameof(Some))]
    public void A_finding_tells_every_fact_that_its_match_stands_on(string district)
    {
        foreach (var snapshot in Judgements(district).Select(j => j.Snapshot))
        {
            foreach (var (finding, told) in Fired(snapshot))
            {
                told.Should().NotBeEmpty(finding.Key);
                finding.Facts.Should().Contain(told, finding.Key);
            }
        }
    }

    /// <summary>Each finding with what the match that fired was made of; a rule yields once each time it fires.</summary>
    private static IEnumerable<(Finding Finding, IReadOnlyList<MatchedFact> Told)> Fired(Snapshot snapshot)
    {
        var session = Judge.Rules.NewSession();
        var fired = new List<(string Code, List<MatchedFact> Told)>();
        session.Events.RuleFiringEvent +=
            (_, e) => fired.Add((RuleBook.CodeOf(e.Rule.Name),
                [.. e.Facts.SelectMany(m => Facts(m.Value).Select(f => Line(m.Declaration.Name, f, snapshot)))]));
        session.InsertAll(PlanRegistry.Conformance.Facts.Parts(snapshot.View).SelectMany(p => Judge.Facts.Of(snapshot, p).Facts));
        session.Fire();
        var drafts = session.Query<FindingDraft>().ToList();
        drafts.Select(d => d.Code).Should().Equal(fired.Select(f => f.Code));
        return [.. drafts.Zip(fired, (d, f) => (Finding: d.Finish(), f.Told))
            .Where(f => f.Finding is not null).Select(f => (f.Finding!, (IReadOnlyList<MatchedFact>)f.Told))];

        static IEnumerable<object> Facts(object? value) => value is IFact or Records.Record ? [value]
            : value is System.Collections.IEnumerable many and not string ? many.Cast<object?>().SelectMany(Facts) : [];

        static MatchedFact Line(string name, object fact, Snapshot snapshot)
        {
            var line = fact is IFact computed ? computed.Say() : RecordLines.Say((Records.Record)fact, snapshot.View);
            return new MatchedFact(name, line.Type, line.Record, line.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Some))]
    public void Findings_count_in_the_light_of_judged_plans_alone(string district)
    {
        foreach (var judgement in Judgements(district))
        {
            var wrong = from finding in judgement.Findings
                        let reaches = RuleBook.Of(finding.Rule).Classes.Select(RuleBook.ReachOf).ToList()
                        from plan in finding.Plans
                        where !reaches.Exists(judgement.Snapshot.Plan(plan)!.IsJudgedBy)
                        select $"{finding.Key}: {plan}";

            wrong.Should().BeEmpty();
        }
    }
}
