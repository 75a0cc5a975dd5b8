using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>The acts that lead a plan from drafting to publication and filing, as far as it gets.</summary>
internal sealed class LifeCycle(DistrictDraft draft, Roster roster)
{
    public void Add(PlanDraft plan)
    {
        if (plan.Has(Defect.Secret) || plan.Stage == Stage.Proposed)
        {
            return;
        }
        Draft(plan);
        if (plan.Stage >= Stage.Submitted)
        {
            Submit(plan);
        }
        if (plan.Stage >= Stage.Approved)
        {
            Approve(plan);
        }
        if (plan.Stage == Stage.Published)
        {
            Publish(plan);
        }
    }

    private void Draft(PlanDraft plan)
    {
        if (plan.IsDevelopment)
        {
            draft.Act(plan, ActType.PartyProposal, plan.DraftingFrom.AddDays(-20), roster.Party);
        }
        draft.Act(plan, ActType.DraftingStarted, plan.DraftingFrom, plan.Lead);
        draft.Act(plan, ActType.Consulted, plan.DraftingFrom.AddDays(60), plan.Lead);
        draft.Act(plan, ActType.Argued, plan.DraftingFrom.AddDays(85), plan.Lead, a => a with { Result = ActResult.Pass });
        draft.Act(plan, ActType.Aligned, plan.DraftingFrom.AddDays(100), roster.ReformCommission, a => a with { Result = ActResult.Pass });
    }

    private void Submit(PlanDraft plan)
    {
        draft.Act(plan, ActType.LegalityReviewed, plan.SubmittedOn.AddDays(-6), roster.Justice, a => a with { Result = ActResult.Pass });
        if (plan.IsDevelopment && roster.MunicipalReformCommission is { } municipal)
        {
            draft.Act(plan, ActType.AlignmentReplied, plan.SubmittedOn.AddDays(-3), municipal, a => a with { Result = ActResult.Pass });
        }
        draft.Act(plan, ActType.Submitted, plan.SubmittedOn, plan.Lead, a => a with { Hosts = [plan.Lead, roster.ReformCommission] });
    }

    private void Approve(PlanDraft plan)
    {
        var type = plan.Plan.ApprovalLevel switch
        {
            ApprovalLevel.Congress => ActType.CongressApproved,
            ApprovalLevel.Municipal => ActType.MunicipalApproved,
            ApprovalLevel.Department => ActType.DepartmentApproved,
            _ => ActType.GovernmentApproved,
        };
        if (plan.IsDevelopment)
        {
            draft.Act(plan, ActType.GovernmentExamined, plan.ApprovedOn.AddDays(-25), roster.Government);
            draft.Act(plan, ActType.PartyReviewed, plan.ApprovedOn.AddDays(-12), roster.Party);
        }
        if (plan.IsApproved)
        {
            var document = draft.Document("府批", plan.ApprovedOn, $"关于《{plan.Plan.Title}》的批复", roster.Government, "批复", plan.Key);
            draft.Act(plan, type, plan.ApprovedOn, plan.Approver, a => a with { Document = document });
        }
    }

    private void Publish(PlanDraft plan)
    {
        if (plan.IsPublished)
        {
            var document = draft.Document("府办发", plan.PublishedOn, $"关于印发《{plan.Plan.Title}》的通知", roster.Government, "通知", plan.Key);
            var publisher = plan.IsDevelopment ? roster.Government : plan.Lead;
            draft.Act(plan, ActType.Published, plan.PublishedOn, publisher, a => a with { Document = document });
            var filed = plan.PublishedOn.AddDays(draft.Chance.Between(5, 29));
            draft.Act(plan, ActType.Filed, filed, plan.Lead, a => a with { Recipients = [roster.ReformCommission] });
        }
    }
}
