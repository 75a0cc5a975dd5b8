using PlanRegistry.Funding;

namespace PlanRegistry.Rules.Funding;

internal static class FundingRemedies
{
    /// <summary>Money spent on a plan since listed stays an audit lead: what the audit finds is a document.</summary>
    public static Remedy StopAndList(PlanOnDay plan, MoneyDay money)
    {
        var (audit, finance) = (plan.Snapshot.Agency(AgencyRole.Audit), plan.Snapshot.Agency(AgencyRole.Finance));
        return money.IsListedByNow
            ? Remedies.Of(Operation.RegisterDocument, audit,
                $"由{Remedies.Name(audit)}将该笔资金作为审计线索核查", $"{Remedies.NameEn(audit)} follows this money up as an audit lead.")
            : Remedies.Of(Operation.RecordFunding, finance,
                $"由{Remedies.Name(finance)}停止安排和使用该笔资金,待“{plan.Title}”列入目录清单后再行办理",
                $"{Remedies.NameEn(finance)} stops this money until {plan.Title} is listed.");
    }

    public static Remedy ConfirmExemption(PlanOnDay plan) => Remedies.ConfirmExemption(plan.Snapshot.Agency(AgencyRole.Finance));

    public static Remedy RecordTheListOfItsTime(PlanOnDay plan)
    {
        var commission = plan.Snapshot.Agency(AgencyRole.ReformCommission);
        return Remedies.Of(Operation.ApproveDirectoryList, commission,
            $"由{Remedies.Name(commission)}补录当时的目录清单,或将条目与“{plan.Title}”关联",
            $"{Remedies.NameEn(commission)} records the list of that time, or links its entry to {plan.Title}.");
    }
}
