using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Consultation;
using PlanRegistry.Experts;
using PlanRegistry.Funding;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>
/// What else runs on the day: public consultations, disputes, experts who were asked, exemptions that are about to end, certificates that
/// wait for a second account, and the investment plan that the budget is held against. Nobody is late by any of them: a day that no text
/// sets is one to go by, a certificate and an exemption end with their day, and what is missing after the day a rule tells.
/// </summary>
internal static class AwaitedMatters
{
    public static IEnumerable<OwedDuty> Of(PlanOnDay plan) => plan.Plan.IsSecret ? []
        : [.. Consulted(plan), .. Disputed(plan), .. Asked(plan), .. Exempted(plan)];

    public static IEnumerable<OwedDuty> Of(Snapshot snapshot) => [.. Certificates(snapshot), .. InvestmentPlans(snapshot)];

    /// <summary>While it runs: closed earlier it is too short.</summary>
    private static IEnumerable<OwedDuty> Consulted(PlanOnDay plan) =>
        from round in RoundOnDay.Of(plan.Snapshot.View, plan.Key, plan.AsOf)
        where round is { IsClosed: false, Round.Audience: Audience.Public } && Began(plan.Snapshot, round.Round.OpenedOn)
        let opened = round.Round.OpenedOn
        let days = plan.Snapshot.Policy.Of(PolicyKeys.PublicDays, opened.First, plan.Kind)
        let due = round.Round.DueOn?.Last ?? opened.Last.AddDays(days)
        where due >= plan.AsOf
        select Dated(plan.Snapshot, DutyKind.PublicConsultation, round.Round, due) with
        {
            Plan = plan.Key, Agency = plan.LeadAgency,
            Reason = () => new($"{opened.InWords().Zh}起公开征求意见（{round.Round.Code}），至{due.InWords().Zh}；期限为{days}日，"
                + "确需缩短的应当说明。", $"The public is consulted ({round.Round.Code}) from {opened} to {due:yyyy-MM-dd}; the term is "
                + $"{days} days, and a shorter one is explained."),
        };

    /// <summary>Until it is settled, or the plan is approved in spite of it.</summary>
    private static IEnumerable<OwedDuty> Disputed(PlanOnDay plan) =>
        from dispute in DisputeOnDay.Unresolved(plan)
        let opened = dispute.Dispute.OpenedOn
        where Began(plan.Snapshot, opened) && !(plan.IsApproved && plan.History.ApprovedOn?.Last >= opened.First)
        let policy = plan.Snapshot.Policy
        let days = policy.Of(PolicyKeys.DisputeDays, opened.First)
        select Reckoned(plan.Snapshot, DutyKind.Dispute, dispute.Dispute, opened.First.AddDays(days)) with
        {
            Plan = plan.Key, Agency = plan.LeadAgency, Missing = () => dispute.MissingParts,
            Reason = () => new($"{opened.InWords().Zh}提出的争议（{dispute.Dispute.Code}）尚未解决；解决的期限为{days}日，"
                + $"{policy.Of(PolicyKeys.DisputeEscalateDays, opened.First)}日内未定的应提请协调（参考值），不据以认定逾期。",
                $"The dispute {dispute.Dispute.Code}, raised on {opened}, is not settled: {days} days are for it, and it goes to superiors "
                + $"after {policy.Of(PolicyKeys.DisputeEscalateDays, opened.First)} (reference values), by which nobody is late."),
        };

    /// <summary>Until what they were asked about is approved or reported: later their word serves nothing.</summary>
    private static IEnumerable<OwedDuty> Asked(PlanOnDay plan) =>
        from expert in ExpertOnDay.On(plan)
        where expert is { Draw: not null, Opinion: null } && !IsOver(plan, expert)
        let days = plan.Snapshot.Policy.Of(PolicyKeys.RoundDays, expert.AskedOn.First)
        select Reckoned(plan.Snapshot, DutyKind.ExpertOpinion, expert.Draw!, expert.AskedOn.Last.AddDays(days)) with
        {
            Plan = plan.Key, Agency = plan.LeadAgency, Person = expert.Expert.Form == ExpertForm.Person ? expert.Expert.Name : null,
            Missing = () => [new($"{expert.Matter.Zh}的专家意见", $"an expert's opinion on the {expert.Matter.En}")],
            Reason = () => new($"{expert.AskedOn.InWords().Zh}征求专家意见（{expert.Matter.Zh}）；"
                + $"文件未规定期限，按{days}日计（参考值），不据以认定逾期。",
                $"An expert was asked on {expert.AskedOn} ({expert.Matter.En}); no text sets a day, {days} days are a reference value, "
                    + "by which nobody is late."),
        };

    /// <summary>Told when its last day is near, unless another goes on, or the plan is listed by now.</summary>
    private static IEnumerable<OwedDuty> Exempted(PlanOnDay plan) =>
        from exemption in plan.Snapshot.View.ExemptionsOf[plan.Key]
        where plan is { IsOwn: true, HasEnded: false } && plan.Directory.Listing != PlanListing.Listed
            && exemption.To is not null && exemption.HoldsOn(plan.AsOf)
        let due = exemption.To!.Value.Last
        let days = plan.Snapshot.Policy.Of(PolicyKeys.DueSoonDays, plan.AsOf, plan.Kind)
        where plan.AsOf >= due.AddDays(-days)
            && !plan.Snapshot.View.ExemptionsOf[plan.Key].Any(e => e.From.Last <= due.AddDays(1) && e.HoldsOn(due.AddDays(1)))
        let paper = plan.Snapshot.View.Document(exemption.Document)?.Named ?? (Text)exemption.Document.Code
        select Dated(plan.Snapshot, DutyKind.ExemptionEnding, exemption, due) with
        {
            Plan = plan.Key, Agency = plan.LeadAgency,
            Reason = () => new(
                $"例外情形（{paper.Zh}）于{due.InWords().Zh}到期；请在此前列入目录清单，或者取得延续的明确要求（到期前{days}日起提示，本系统默认）。",
                $"The exemption ({paper.En}) ends with {due:yyyy-MM-dd}: have the plan listed by then, or the demand renewed "
                    + $"(told {days} days ahead, by default)."),
        };

    private static bool IsOver(PlanOnDay plan, ExpertOnDay asked) => asked.About == ActAbout.Plan ? plan.IsApproved || plan.IsPublished
        : plan.ActsAbout(asked.About).Any(a => a.On.Last >= asked.AskedOn.First
            && (a.Type is ActType.Reported or ActType.Published || PlanHistory.IsApprovalType(a.Type)));

    private static IEnumerable<OwedDuty> Certificates(Snapshot snapshot) =>
        from certificate in snapshot.View.Own.Of<FundingCertificate>()
        where certificate.On.First <= snapshot.AsOf && certificate.ValidUntil.Last >= snapshot.AsOf
            && CertificateStanding.StatusOn(snapshot.View, certificate, snapshot.AsOf) == CertificateStatus.Prepared
        let until = certificate.ValidUntil.InWords()
        select Dated(snapshot, DutyKind.CertificateReview, certificate, certificate.ValidUntil.Last) with
        {
            Plan = certificate.Plan, Agency = snapshot.Agency(AgencyRole.Finance), NotBy = certificate.Preparer,
            Reason = () => new($"核验单{certificate.Number}待另一人复核；有效期至{until.Zh}，届满后不能签发。",
                $"Certificate {certificate.Number} waits for another person's review; valid until {until.En}, it is signed no later."),
        };

    /// <summary>While the budget of the year names projects by code and no investment plan of it is recorded.</summary>
    private static IEnumerable<OwedDuty> InvestmentPlans(Snapshot snapshot) =>
        from year in InvestmentBook.Of(snapshot.View).Years
        let due = snapshot.Policy.Of(PolicyKeys.InvestmentPlanDue, new DateOnly(year, 1, 1)).In(year)
        where due >= snapshot.AsOf
        let held = InvestmentYear.On(snapshot, year)
        where !held.IsPlanned && held.Projects.Any(p => p.Budgeted.Count > 0)
        select new OwedDuty
        {
            Kind = DutyKind.InvestmentPlan, Id = $"{DutyKind.InvestmentPlan}|{year}", Year = year, Due = due,
            State = OwedDuty.StateOf(DueDays.UrgencyOf(snapshot, due)), Agency = snapshot.Agency(AgencyRole.Finance),
            Missing = () => [new($"{year}年度政府投资计划尚无记录", $"No investment plan of {year} is recorded")],
            Reason = () => new($"{year}年度预算已列项目，{due.InWords().Zh}之后与政府投资年度计划核对。",
                $"The budget of {year} names projects; after {due:yyyy-MM-dd} it is held against the investment plan."),
        };

    /// <summary>What is past it is due on the day that is asked about, and not late.</summary>
    private static OwedDuty Reckoned(Snapshot snapshot, DutyKind kind, Record about, DateOnly due) =>
        Dated(snapshot, kind, about, due < snapshot.AsOf ? snapshot.AsOf.Unwatched : due) with { Reference = due };

    private static OwedDuty Dated(Snapshot snapshot, DutyKind kind, Record about, DateOnly due) => new()
    {
        Kind = kind, Id = $"{kind}|{about.Id}", Due = due, About = about, State = OwedDuty.StateOf(DueDays.UrgencyOf(snapshot, due)),
        Reason = () => default,
    };

    private static bool Began(Snapshot snapshot, PartialDate day) => day.First >= snapshot.RecordsFrom;
}
