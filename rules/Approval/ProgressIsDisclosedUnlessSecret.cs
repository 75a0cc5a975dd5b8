using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Approval;

[Rule("PUB-001")]
[Basis("开州府办发〔2020〕95号", "三、(四)", From = "2020-09-15")]
[Severity(Severity.Blocking, Stays = true), Judges(Expired = true, Secret = true, Ended = true), RuleVersion(2)]
public sealed class ProgressIsDisclosedUnlessSecret : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<DisclosureDuty> missed = null!;

        When()
            .Match(() => plan, Judged)
            .Query(() => missed, q => q.Match<DisclosureDuty>(d => d.Plan == plan.Key, d => d.IsMissed).Collect().OrderBy(d => d.Year))
            .Having(() => missed.Any());

        Then()
            .Yield(c => c.Finding(plan).At(Severity.Warning).Missed(plan).Saying(missed.Count() == 1 ? "one" : "broken")
                .With("years", DisclosureFindings.YearsOf(missed)).With("due", missed.First().Due.InWords())
                .Since(missed.First().Due.AddDays(1)).MendBy(missed.First().Due)
                .JudgedOn(missed.First().Due)
                .Remedy(DisclosureFindings.Disclose(plan, missed)));
    }
}

/// <summary>Years are overdue, and for each of them a disclosure is recorded that may be it.</summary>
[CaseOf(typeof(ProgressIsDisclosedUnlessSecret), "unknown")]
public sealed class DisclosureIsInDoubt : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<DisclosureDuty> doubtful = null!;

        When()
            .Match(() => plan, Judged)
            .Not<DisclosureDuty>(d => d.Plan == plan.Key, d => d.IsMissed)
            .Query(() => doubtful, q => q.Match<DisclosureDuty>(d => d.Plan == plan.Key, d => d.IsDoubtful).Collect().OrderBy(d => d.Year))
            .Having(() => doubtful.Any());

        Then()
            .Yield(c => c.Finding(plan).Unknown()
                .With("years", DisclosureFindings.YearsOf(doubtful)).With("recorded", DisclosureFindings.DaysOf(doubtful))
                .With("why", DisclosureFindings.DoubtAbout(doubtful))
                .Fact("disclosure", doubtful.Select(d => d.Doubt))
                .JudgedOn(doubtful.First().Due).Since(doubtful.First().Due.AddDays(1)).Missed(plan)
                .Remedy(DisclosureFindings.SettleDoubt(plan, doubtful)));
    }
}

/// <summary>What is secret was made public: the plan, its progress, or a report on it.</summary>
[CaseOf(typeof(ProgressIsDisclosedUnlessSecret), "secret"), Judges(Expired = true, Secret = true, Ended = true)]
public sealed class SecretPlanIsNeverDisclosed : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;

        When()
            .Match(() => plan, Judged, p => Disclosures.OfSecret(p).Any());

        Then()
            .Yield(c => c.Finding(plan)
                .Saying("secret")
                .With("code", plan.Plan.Code).With("days", DisclosureFindings.DaysOf(Disclosures.OfSecret(plan)))
                .Fact("disclosure", Disclosures.OfSecret(plan))
                .Since(Disclosures.OfSecret(plan)[0].On.Last)
                .JudgedOn(Disclosures.OfSecret(plan)[0].On.Last)
                .Remedy(DisclosureFindings.Withdraw(plan)));
    }
}
