using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules.Amendments;
using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests.Amendments;

/// <summary><see cref="ApprovedContentWasCorrected"/>, <see cref="ApprovedContentOfADevelopmentPlanWasCorrected"/>.</summary>
[Trait("Rule", nameof(ApprovedTargetsChangeOnlyByAmendment))]
[Trait("Rule", nameof(DevelopmentPlanIsAmendedByTheStandingCommittee))]
public sealed class BoundContentTests
{
    private RegistryView view = AmendedDistrict.Build().View();
    private int seq = 1;

    /// <summary>An entry of the district's ledger.</summary>
    private void Write(string day, params Change[] changes)
    {
        var at = new DateTimeOffset(DateOnly.ParseExact(day, "yyyy-MM-dd"), new(9, 0), TimeSpan.FromHours(8));
        seq++;
        view = new RegistryView([view.Own.After(seq, at,
            [.. changes.Select(c => c.Recorded).OfType<Record>().Select(r => r with
            {
                Home = TestDistrict.Own, Seq = seq, RecordedAt = at,
                RecordCode = r.RecordCode.Length > 0 ? r.RecordCode : RecordShape.Of(r.GetType()).KeyOf(r),
            })],
            [.. changes.Select(c => c.Retired).OfType<Record>()]), .. view.Chain.Skip(1)]);
    }

    private Target Target(string plan = "EDU-2021", int version = 1) =>
        view.TargetsOf[new Key<Plan>(TestDistrict.Own, plan)].Single(t => t.Version == version);

    private Plan Plan(string code = "EDU-2021") => view.Plan(new Key<Plan>(TestDistrict.Own, code))!;

    private void Correct(string day, decimal value, string plan = "EDU-2021") =>
        Write(day, Change.Correct(Target(plan) with { TargetValue = value }, Target(plan)));

    private BoundContent? Content(string day, string plan = "EDU-2021") =>
        BoundContent.OfPlan(new Snapshot(view, DateOnly.ParseExact(day, "yyyy-MM-dd")).Plan(new Key<Plan>(TestDistrict.Own, plan))!);

    private List<Finding> Findings(string rule, string day) =>
        [.. PlanRegistry.Rules.Judge.JudgementOf(new Snapshot(view, DateOnly.ParseExact(day, "yyyy-MM-dd")))
            .Findings.Where(f => f.Rule == rule)];

    /// <summary>What a 请示 tells: <see cref="ProposedChange"/>.</summary>
    [Fact]
    public void A_version_that_is_corrected_after_it_was_proposed_has_not_proposed_that()
    {
        var plan = new Key<Plan>(TestDistrict.Own, "EDU-2021");
        var amendment = new Amendment { Home = TestDistrict.Own, Plan = plan, Version = 2, ProposedOn = PartialDate.Parse("2022-01-10") };
        var (kept, other) = (Target() with { Version = 2, RecordCode = "" },
            Target() with { Version = 2, RecordCode = "", Indicator = new(TestDistrict.Own, "COVER"), TargetValue = 50m });
        Write("2022-01-10", Change.Record(amendment), Change.Record(kept), Change.Record(other));
        string Said(ProposedChange change) => $"{change.Indicator.Split('/')[^1]} "
            + $"{change.Before.SingleOrDefault()?.TargetValue}→{change.After.SingleOrDefault()?.TargetValue}";
        IEnumerable<string> Changed() =>
            ProposedChange.Of(new Snapshot(view, new DateOnly(2022, 6, 1)).Plan(plan)!, amendment).Select(Said);
        void CorrectSchool(string day, int version, decimal value)
        {
            var was = view.TargetsOf[plan].Single(t => t.Version == version && t.Indicator.Code == "SCHOOL");
            Write(day, Change.Correct(was with { TargetValue = value }, was));
        }
        var proposed = Changed().ToList();

        CorrectSchool("2022-02-01", 1, 95.5m);

        proposed.Should().ContainSingle().Which.Should().EndWith("COVER →50");
        Changed().Should().Equal(proposed, "the version before it was corrected alone");
        ChangedIndicators.Of(new Snapshot(view, new DateOnly(2022, 6, 1)).Plan(plan)!, amendment).Should()
            .ContainSingle("what a correction made to differ obliges nobody").Which.Should().EndWith("COVER");
        CorrectSchool("2022-02-02", 2, 95.5m);
        Changed().Should().Equal(proposed, "both were corrected alike");
        CorrectSchool("2022-02-03", 2, 97m);
        Changed().Should().HaveCount(2, "what is still to be approved is told as it would be approved")
            .And.Contain(c => c.EndsWith("SCHOOL 95.5→97", StringComparison.Ordinal));
        Write("2022-03-01", Change.Record(new Act
        {
            Home = TestDistrict.Own, Code = "A-V2", Plan = plan, Type = ActType.AmendmentApproved, On = PartialDate.Parse("2022-02-20"),
            Agency = new(TestDistrict.Own, "GOV"), About = ActAbout.Amendment, Version = 2,
        }));
        var approved = Changed().ToList();
        CorrectSchool("2022-03-05", 2, 96.5m);
        Changed().Should().Equal(approved, "it was approved as it stood then");
    }

    [Fact]
    public void What_stands_as_it_was_approved_holds()
    {
        Content("2021-07-01").Should().BeEquivalentTo(new { Version = 1, Holds = true, BoundSeq = 1 });
        Content("2021-07-01")!.HashNow.Should().Be(Content("2021-07-01")!.Hash);
        Findings("AME-001", "2021-07-01").Should().BeEmpty();
        Content("2021-06-01").Should().BeNull("it is not approved yet");
    }

    [Fact]
    public void A_target_corrected_after_the_approval_is_to_be_confirmed_from_the_day_of_the_correction()
    {
        Correct("2021-07-05", 94m);

        var finding = Findings("AME-001", "2021-07-05").Should().ContainSingle().Subject;
        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Conditional, Severity = Severity.Error, Since = new DateOnly(2021, 7, 5) });
        finding.Sentence.Zh.Should().Be("《教育规划》第1版（2021年6月10日批准）的内容在批准后作过更正，此后未再报批，"
            + "须由人工确认为录入差错：《教育规划》“义务教育巩固率”2025年的目标值由“96%”改为“94%”。");
        finding.Remedies.Select(r => r.Act).Should().Equal("confirmExemption");
        Findings("AME-001", "2021-07-04").Should().BeEmpty("on the day before it was not corrected yet");
        Content("2021-07-05")!.Hash.Should().NotBe(Content("2021-07-05")!.HashNow).And.Be(Content("2021-07-04")!.Hash);
    }

    [Fact]
    public void Set_back_to_what_was_approved_it_holds_again()
    {
        Correct("2021-07-05", 94m);
        Correct("2021-07-06", 96.0m);

        Findings("AME-001", "2021-07-06").Should().BeEmpty();
    }

    [Fact]
    public void Each_state_of_it_is_a_finding_of_its_own_so_that_no_confirmation_covers_the_next()
    {
        Correct("2021-07-05", 95m);
        var first = Findings("AME-001", "2021-07-06").Single().Key;
        Write("2021-07-06", Change.Withdraw(Target()));

        var second = Findings("AME-001", "2021-07-06").Single();
        second.Key.Should().NotBe(first);
        second.Sentence.Zh.Should().Contain("《教育规划》“义务教育巩固率”2025年的记录已撤销");
    }

    [Fact]
    public void An_approval_withdrawn_and_recorded_again_binds_since_it_was_first_recorded()
    {
        var approval = view.ActsOf[Plan().Key].Single(a => a.Type == ActType.GovernmentApproved);
        Write("2021-07-05", Change.Withdraw(approval));
        Correct("2021-07-06", 90m);
        Write("2021-07-07", Change.Record(approval with { Code = "AGAIN", RecordCode = "AGAIN" }));

        Content("2021-07-08")!.BoundSeq.Should().Be(1);
        Findings("AME-001", "2021-07-08").Should().ContainSingle(f => f.Verdict == Verdict.Conditional);
    }

    [Fact]
    public void A_later_approval_binds_what_it_finds()
    {
        Write("2021-07-05", Change.Correct(Plan() with { HorizonTo = 2026 }, Plan()));
        Findings("AME-001", "2021-07-05").Single().Severity.Should().Be(Severity.Warning, "no target reads otherwise");
        var home = TestDistrict.Own;
        Write("2021-08-01",
            Change.Record(new Amendment { Home = home, Plan = Plan().Key, Version = 2, ProposedOn = PartialDate.Parse("2021-07-20") }),
            Change.Record(Target() with { Version = 2, TargetValue = 97m, RecordCode = "" }),
            Change.Record(view.ActsOf[Plan().Key].Single(a => a.Type == ActType.GovernmentApproved) with
            {
                Code = "V2", RecordCode = "", Type = ActType.AmendmentApproved, About = ActAbout.Amendment, Version = 2,
                On = PartialDate.Parse("2021-08-01"),
            }));

        Content("2021-08-02").Should().BeEquivalentTo(new { Version = 2, Holds = true, BoundSeq = 3 });
        Findings("AME-001", "2021-08-02").Should().BeEmpty();
    }

    [Fact]
    public void What_is_approved_anew_binds_what_stands_then()
    {
        Correct("2021-07-05", 94m);
        ApproveAgain("2021-07-20", "2021-07-18", "ANEW");

        Content("2021-07-20").Should().BeEquivalentTo(new { Holds = true, BoundSeq = 3 });
        Content("2021-07-17")!.Holds.Should().BeFalse("on that day it was not approved anew yet");
    }

    [Theory]
    [InlineData("2021-07-18", null, "an approval without a paper is the one that there was")]
    [InlineData("2021-07-04", "ANEW", "nobody approves what is corrected only on the next day")]
    public void Recorded_once_more_it_is_no_new_approval(string on, string? paper, string because)
    {
        Correct("2021-07-05", 94m);
        ApproveAgain("2021-07-20", on, paper);

        Content("2021-07-20").Should().BeEquivalentTo(new { Holds = false, BoundSeq = 1 }, because);
        Findings("AME-001", "2021-07-20").Should().ContainSingle();
    }

    [Fact]
    public void What_is_shown_of_a_day_before_the_correction_is_not_told_to_be_what_was_approved()
    {
        Correct("2021-07-05", 94m);

        Content("2021-07-01")!.Holds.Should().BeFalse("the target reads 94 on that day too, as it is known now");
        Findings("AME-001", "2021-07-01").Should().BeEmpty("it was corrected later");
    }

    [Fact]
    public void An_indicator_that_means_something_else_now_is_another_content()
    {
        var indicator = view.Indicator(Target().Indicator)!;
        Write("2021-07-05", Change.Correct(indicator with { Unit = "‰" }, indicator));

        Content("2021-07-05")!.Hash.Should().NotBe(Content("2021-07-05")!.HashNow);
        Findings("AME-001", "2021-07-05").Should().ContainSingle().Which.Sentence.Zh.Should().Contain("计量单位由“%”改为“‰”");
    }

    private void ApproveAgain(string day, string on, string? paper) =>
        Write(day, Change.Record(view.ActsOf[Plan().Key].Single(a => a.Type == ActType.GovernmentApproved) with
        {
            Code = "AGAIN", RecordCode = "", On = PartialDate.Parse(on), Document = paper is null ? null : new(TestDistrict.Own, paper),
        }));

    [Fact]
    public void What_is_first_recorded_later_or_filled_in_is_no_change()
    {
        Write("2021-07-05", Change.Correct(Target() with { BaseYear = 2020, BaseValue = 90m }, Target()));
        Write("2021-07-06", Change.Correct(Plan() with { Field = "教育" }, Plan()));

        Content("2021-07-07")!.Holds.Should().BeTrue();
    }

    [Fact]
    public void Of_a_development_plan_it_is_the_other_rule()
    {
        Correct("2021-07-05", 90m, "DEV-2021");

        Findings("AME-002", "2021-07-06").Should().ContainSingle(f => f.Verdict == Verdict.Conditional);
        Findings("AME-001", "2021-07-06").Should().BeEmpty();
    }

    [Fact]
    public void The_draft_that_was_approved_must_be_there_still()
    {
        var (draft, item) = (Paper("D-1", "a"), new SubmissionItem
        {
            Plan = Plan().Key, Paper = SubmissionPaper.Draft, Document = new(TestDistrict.Own, "D-1"), On = PartialDate.Parse("2021-05-01"),
        });
        view = AmendedDistrict.Build().View();
        var approval = view.ActsOf[Plan().Key].Single(a => a.Type == ActType.GovernmentApproved);
        Write("2021-07-01", Change.Withdraw(approval), Change.Record(draft), Change.Record(item));
        Write("2021-07-02", Change.Record(approval with { On = PartialDate.Parse("2021-07-01") }));
        Write("2021-07-03", Change.Record(Paper("D-2", "b")),
            Change.Record(item with { Document = new(TestDistrict.Own, "D-2"), RecordCode = "" }));
        Content("2021-07-03")!.Holds.Should().BeTrue("the approval is that of 2021-06-10 corrected, and no draft was there");

        Write("2021-07-04", Change.Record(approval with
        {
            Code = "NEW", RecordCode = "", On = PartialDate.Parse("2021-07-04"),
        }), Change.Withdraw(view.ActsOf[Plan().Key].Single(a => a.Type == ActType.GovernmentApproved)));
        Content("2021-07-04").Should().BeEquivalentTo(new { Holds = true, BoundSeq = seq });
        var first = view.Document(new Key<Document>(TestDistrict.Own, "D-1"))!;
        Write("2021-07-05", Change.Correct(first with { Sha256 = new string('c', 64) }, first));

        var change = Content("2021-07-05")!.Changed.Should().ContainSingle().Subject;
        (change.Column!.Property, change.On).Should().Be((nameof(Document.Sha256), new DateOnly(2021, 7, 5)));
        Findings("AME-001", "2021-07-05").Single().Severity.Should().Be(Severity.Warning);

        var corrected = view.Document(new Key<Document>(TestDistrict.Own, "D-1"))!;
        Write("2021-07-06", Change.Correct(corrected with { Sha256 = first.Sha256 }, corrected));
        Content("2021-07-06")!.Holds.Should().BeTrue();
        Write("2021-07-07", Change.Record(Paper("D-3", "d")),
            Change.Record(item with { Document = new(TestDistrict.Own, "D-3"), RecordCode = "" }));
        Content("2021-07-07")!.Changed.Should().ContainSingle("another file was said to be the draft only later").Which.On.Should()
            .Be(new DateOnly(2021, 7, 7));
    }

    [Fact]
    public void Of_a_plan_that_became_a_secret_it_is_not_told_what_it_was_called()
    {
        Write("2021-07-05", Change.Correct(Plan() with { Title = "涉密规划", Secrecy = Secrecy.Secret }, Plan()));

        Content("2021-07-05").Should().BeNull();
        Findings("AME-001", "2021-07-05").Should().BeEmpty();
    }

    private static Document Paper(string code, string letter) => new()
    {
        Code = code, Title = "教育规划（送审稿）", Secrecy = Secrecy.Public, Sha256 = string.Concat(Enumerable.Repeat(letter, 64)),
    };

    [Theory]
    [InlineData("2022-02-01", 0)]
    [InlineData("2022-04-01", 1)]
    public void Of_what_was_approved_before_the_records_began_the_first_days_belong_to_entering_it(string corrected, int findings)
    {
        view = AmendedDistrict.Build().RecordedOn("2022-01-10").View();
        Correct(corrected, 94m);

        Findings("AME-001", corrected).Should().HaveCount(findings);
    }
}
