using PlanRegistry.Funding;

namespace PlanRegistry.Rules.Funding;

/// <summary>How the rule on money begins a finding.</summary>
internal static class FundingFindings
{
    public static FindingDraft OfMoney(this IContext context, PlanOnDay plan, MoneyDay money) => context.Finding(plan).About(money.Line)
        .With("project", money.Line.Project).With("day", money.InWords)
        .JudgedOn(money.Day.Last).Since(money.Since)
        .Responsible(plan.Snapshot.Agency(AgencyRole.Finance));
}

internal static class FundingRemedies
{
    /// <summary>What was spent stays spent: it is looked into, and what came of that is a document.</summary>
    public static Remedy Recover(PlanOnDay plan) => Remedies.LookInto(plan,
        "核查、追回该笔资金或依规补办手续", "looks into this money, has it paid back or made good by the rules,");

    /// <summary>Money for a plan since listed stays an audit lead.</summary>
    public static Remedy FollowUp(PlanOnDay plan) => Remedies.LookInto(plan, "将该笔资金作为审计线索核查", "follows this money up as an audit lead");

    public static Remedy Stop(PlanOnDay plan)
    {
        var finance = plan.Snapshot.Agency(AgencyRole.Finance);
        return Remedies.Of(Operation.CorrectRecord, finance,
            $"由{Remedies.Name(finance)}撤销该笔资金的安排，待{plan.Named.Zh}列入目录清单后再行办理",
            $"{Remedies.NameEn(finance)} takes back the arrangement of this money until {plan.Title} is listed.");
    }

    public static Remedy RecordTheListOfItsTime(PlanOnDay plan)
    {
        var commission = plan.Snapshot.Agency(AgencyRole.ReformCommission);
        return Remedies.Of(Operation.ApproveDirectoryList, commission,
            $"由{Remedies.Name(commission)}补录当时的目录清单，或将条目与{plan.Named.Zh}关联",
            $"{Remedies.NameEn(commission)} records the list of that time, or links its entry to {plan.Title}.")
            with { Input = new() { Entry = plan.Plan } };
    }

    public static Remedy RecordTheSource(PlanOnDay plan, MoneyDay money)
    {
        var finance = plan.Snapshot.Agency(AgencyRole.Finance);
        return Remedies.Of(Operation.CorrectRecord, finance,
            $"由{Remedies.Name(finance)}补录项目“{money.Line.Project}”的资金来源",
            $"{Remedies.NameEn(finance)} records whose money the project {money.Line.Project} was paid from.")
            with { Input = new() { Record = money.Line.Id } };
    }

    public static Remedy CheckTheDays(PlanOnDay plan, MoneyDay money)
    {
        var finance = plan.Snapshot.Agency(AgencyRole.Finance);
        return Remedies.Of(Operation.CorrectRecord, finance,
            $"由{Remedies.Name(finance)}核对项目“{money.Line.Project}”的申请、安排、支出日期和预算年度，有误的予以更正",
            $"{Remedies.NameEn(finance)} checks the days and the budget year "
                + $"of the project {money.Line.Project} and corrects what is wrong.")
            with { Input = new() { Record = money.Line.Id } };
    }

    public static Remedy LookIntoTheOrder(PlanOnDay plan) => Remedies.LookInto(plan,
        "对日期无误的，核查先支出后安排、先安排后申请等情况",
        "looks into the order in which it was asked for, arranged and spent, where the days are right,");

    public static Remedy RecordTheDay(PlanOnDay plan, MoneyDay money)
    {
        var finance = plan.Snapshot.Agency(AgencyRole.Finance);
        return Remedies.Of(Operation.CorrectRecord, finance,
            $"由{Remedies.Name(finance)}补录项目“{money.Line.Project}”{(money.IsSpending ? "支出" : "安排")}的具体日期",
            $"{Remedies.NameEn(finance)} records the exact day of {(money.IsSpending ? "spending" : "arranging")} "
                + $"of the project {money.Line.Project}.")
            with { Input = new() { Record = money.Line.Id } };
    }
}
