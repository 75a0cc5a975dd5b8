using PlanRegistry.Funding;

namespace PlanRegistry.Rules.Funding;

internal static class FundingRemedies
{
    public static Remedy StopAndList(PlanOnDay plan, MoneyDay money) => money.IsListedByNow
        ? new("audit", plan.Snapshot.Agency(AgencyRole.Audit), new Text(
            $"由{Remedies.Name(plan.Snapshot.Agency(AgencyRole.Audit))}将该笔资金作为审计线索核查", $"{Remedies.NameEn(plan.Snapshot.Agency(AgencyRole.Audit))} follows this money up as an audit lead."))
        : new("recordFunding", plan.Snapshot.Agency(AgencyRole.Finance), new Text(
            $"由{Remedies.Name(plan.Snapshot.Agency(AgencyRole.Finance))}停止安排和使用该笔资金,待“{plan.Title}”列入目录清单后再行办理",
            $"{Remedies.NameEn(plan.Snapshot.Agency(AgencyRole.Finance))} stops this money until {plan.Title} is listed."));

    public static Remedy ConfirmExemption(PlanOnDay plan) => Remedies.ConfirmExemption(plan.Snapshot.Agency(AgencyRole.Finance));

    public static Remedy RecordTheListOfItsTime(PlanOnDay plan) => new("approveDirectoryList", plan.Snapshot.Agency(AgencyRole.ReformCommission), new Text(
        $"由{Remedies.Name(plan.Snapshot.Agency(AgencyRole.ReformCommission))}补录当时的目录清单,或将条目与“{plan.Title}”关联", $"{Remedies.NameEn(plan.Snapshot.Agency(AgencyRole.ReformCommission))} records the list of that time, or links its entry to {plan.Title}."));
}
