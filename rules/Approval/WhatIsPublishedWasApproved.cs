namespace PlanRegistry.Rules.Approval;

[Rule("APR-012")]
[Basis("开州府办发〔2020〕95号", "三、(三)", From = "2020-09-15")]
[Severity(Severity.Blocking, Stays = true), Judges(Expired = true, Secret = true, Ended = true), RuleVersion(2)]
public sealed class WhatIsPublishedWasApproved : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        PublicationOnDay publication = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => publication, p => p.Plan == plan.Key, p => p.IsUnapproved);

        Then()
            .Yield(c => c.Finding(plan).About(publication)
                .At(plan.IsRunning ? Severity.Blocking : Severity.Warning)
                .Unapproved(publication)
                .Since(publication.UnapprovedSince).JudgedOn(publication.Publication.On.Last)
                .Remedies(ApprovalRemedies.Approve(publication)));
    }
}

/// <summary>Approved since: what was done stays told.</summary>
[CaseOf(typeof(WhatIsPublishedWasApproved), "early")]
public sealed class PlanWasPublishedBeforeItsApproval : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        PublicationOnDay publication = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => publication, p => p.Plan == plan.Key, p => p.IsBeforeItsApproval);

        Then()
            .Yield(c => c.Finding(plan).About(publication).At(Severity.Warning)
                .Saying("early").Published(publication).With("approved", publication.Approval!.On.InWords())
                .Fact("approval", publication.Approval)
                .Since(publication.Publication.On.Last).JudgedOn(publication.Publication.On.Last)
                .Remedy(ApprovalRemedies.CheckTheDays(plan))
                .Remedy(Remedies.FollowTheLead(plan)));
    }
}

/// <summary>It was approved while something forbade it: what was done stays told.</summary>
[CaseOf(typeof(WhatIsPublishedWasApproved), "blocked")]
public sealed class PlanWasApprovedAgainstABlockingFinding : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<EarlierBlock> blocks = null!;

        When()
            .Match(() => plan, Judged)
            .Query(() => blocks, q => q.Match<EarlierBlock>(b => b.Plan == plan.Key, b => b.IsBeforeTheApproval).Collect())
            .Having(() => blocks.Any());

        Then()
            .Yield(c => c.Finding(plan).About(blocks.First().Approved!).At(Severity.Warning)
                .Saying("blocked").Blocked(blocks)
                .Since(blocks.First().Approved!.On.Last).JudgedOn(blocks.First().Approved!.On.Last)
                .Remedy(ApprovalRemedies.CheckTheDays(plan))
                .Remedy(Remedies.FollowTheLead(plan)));
    }
}

/// <summary>Whether it was approved as it must be, or in which order, cannot be told.</summary>
[CaseOf(typeof(WhatIsPublishedWasApproved), "unknown")]
public sealed class ApprovalOfWhatIsPublishedIsOpen : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        PublicationOnDay publication = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => publication, p => p.Plan == plan.Key, p => p.IsOpen);

        Then()
            .Yield(c => c.Finding(plan).About(publication).Unknown()
                .Saying(publication.WhyOpen!.Value).Open(publication)
                .Since(publication.OpenSince).JudgedOn(publication.Publication.On.Last)
                .Remedy(ApprovalRemedies.RecordTheApproval(publication)));
    }
}

/// <summary>An act says that the plan has ended, and does not count: it is judged as if the act were not there.</summary>
[CaseOf(typeof(WhatIsPublishedWasApproved), "end")]
public sealed class EndOfThePlanDoesNotCount : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        EndOnDay end = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => end, e => e.Plan == plan.Key);

        Then()
            .Yield(c => c.Finding(plan).About(end).Unknown()
                .Saying("end").With("day", end.End.Act.On.InWords()).With("end", Terms.Of(end.End.Act.Type)).With("why", end.Why)
                .Since(end.End.Act.On.Last).JudgedOn(end.End.Act.On.Last)
                .Remedy(ApprovalRemedies.EndDuly(end)));
    }
}
