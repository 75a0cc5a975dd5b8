using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>调整修订 of the development plan after its mid-term, of a few others, and what the plans below declare on it.</summary>
internal sealed class Amendments(DistrictDraft draft, Roster roster, Gauges gauges, Targets targets)
{
    private const int Version = 2;
    private const int AmendedPercent = 4;
    private const int DeclaringPercent = 85;
    private static readonly DateOnly AfterMidTerm = new(2024, 1, 15);
    private static readonly IReadOnlyList<IndicatorMould> Eased = [.. IndicatorMould.Common.Where(m => m.Code is "RESEARCH" or "NURSERY")];

    public void Add(IReadOnlyList<PlanDraft> plans)
    {
        foreach (var plan in plans.Where(p => p.IsPublished && !p.Has(Defect.Secret) && p.Wave.List is not null))
        {
            if (plan.IsDevelopment ? plan.Horizon.From == 2021
                : plan.Has(Defect.UnapprovedAmendment) || draft.Chance.Percent(AmendedPercent))
            {
                Amend(plan);
            }
        }
        foreach (var development in plans.Where(p => p.IsDevelopment))
        {
            Declare(plans, development);
        }
    }

    private void Amend(PlanDraft plan)
    {
        var proposed = plan.IsDevelopment ? AfterMidTerm : draft.Chance.After(plan.PublishedOn, 300, 500);
        if (!World.HasSeen(proposed))
        {
            return;
        }
        var changed = plan.IsDevelopment ? Eased : [.. targets.Of(plan).Take(2).Select(t => t.Mould)];
        draft.Add(new Amendment
        {
            Home = draft.Code, Plan = plan.Key, Version = Version, ProposedOn = proposed, Reason = "根据实施评估情况调整部分指标(示例)",
            Evaluation = draft.Document("评估", proposed.AddDays(-20), $"《{plan.Plan.Title}》实施评估报告", plan.Lead, "报告", plan.Key),
            ChangedIndicators = [.. changed.Select(gauges.Key)],
        });
        targets.AddVersion(plan, Version, m => !changed.Contains(m) ? 0 : plan.IsDevelopment ? -40 : 40);
        Step(plan, ActType.AmendmentProposed, proposed, plan.IsDevelopment ? roster.Government : plan.Lead);
        if (plan.IsDevelopment)
        {
            Step(plan, ActType.PartyAgreed, proposed.AddDays(20), roster.Party);
            Step(plan, ActType.StandingCommitteeApproved, proposed.AddDays(45), roster.StandingCommittee);
        }
        else if (!plan.Has(Defect.UnapprovedAmendment))
        {
            Step(plan, ActType.AmendmentApproved, proposed.AddDays(40), plan.Approver);
        }
    }

    private void Step(PlanDraft plan, ActType type, DateOnly on, Key<Agency> agency) =>
        draft.Act(plan, type, on, agency, a => a with { About = ActAbout.Amendment, Version = Version });

    /// <summary>无需调整: on the amended development plan of their time, and on the next one by plans that reach into its horizon.</summary>
    private void Declare(IReadOnlyList<PlanDraft> plans, PlanDraft development)
    {
        var isAmended = development.Horizon.From == 2021;
        var day = isAmended ? AfterMidTerm.AddDays(45) : development.PublishedOn;
        var against = new PlanVersion(development.Key, isAmended ? Version : null);
        var below = plans.Where(p => !p.IsDevelopment && !p.Has(Defect.Secret) && p.Wave.List is not null && p.IsPublished
            && p.PublishedOn < day && p.Horizon.Overlaps(development.Horizon));
        foreach (var plan in below.Where(_ => draft.Chance.Percent(DeclaringPercent)))
        {
            draft.Act(plan, ActType.NoChangeDeclared, draft.Chance.After(day, 30, 170), plan.Lead, a => a with { Against = against });
        }
    }
}
