using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>Why a plan's making is worth none.</summary>
public enum PlanUnworthiness { Short, DailyWork, DailyWorkAndShort }

/// <summary>
/// Whether what a plan is made for is worth one: 属区级各部门日常工作或任务实施期限少于3年的,原则上不编制规划 (003 三、(一)).
/// Calendar years, both ends counted: 2026-2028 is three. Daily work that is not recorded is not judged.
/// </summary>
public sealed record PlanWorth(PlanOnDay Plan, int MinimumYears) : IFact
{
    public Key<Plan> Of => Plan.Key;

    public RecordId Id => new("plan_worths", Plan.Id.District, Plan.Id.Code);

    public bool IsDailyWork => Plan.Plan.DailyWork == true;

    public bool IsShort => Plan.Horizon.Years < MinimumYears;

    /// <summary>Why it is worth none; asked where it is.</summary>
    public PlanUnworthiness WhyNone =>
        !IsDailyWork ? PlanUnworthiness.Short : IsShort ? PlanUnworthiness.DailyWorkAndShort : PlanUnworthiness.DailyWork;

    /// <summary>The making of a plan is judged by the law of the day it was decided; of one not yet decided, by today's.</summary>
    public AsOfDay MadeOn => (Plan.History.ApprovedOn ?? Plan.History.PublishedOn)?.Last is { } day && day < Plan.AsOf ? day : Plan.AsOf;

    public static PlanWorth On(PlanOnDay plan) => new(plan, plan.Snapshot.Policy.Of(PolicyKeys.MinYears, plan.AsOf, plan.Kind));

    public FactLine Say()
    {
        var (zh, en) = Plan.Plan.DailyWork switch { true => ("是", "yes"), false => ("否", "no"), null => ("未录入", "not recorded") };
        return new("PlanWorth", null, new Text(
            $"规划期{Plan.Horizon.InWords.Zh}：首尾年份均计入为{Plan.Horizon.Years}年，末年减首年为{Plan.Horizon.Years - 1}年；日常工作：{zh}",
            $"horizon {Plan.Horizon}: {Plan.Horizon.Years} calendar years with both ends counted,"
                + $" {Plan.Horizon.Years - 1} as their difference; daily work: {en}"));
    }
}
