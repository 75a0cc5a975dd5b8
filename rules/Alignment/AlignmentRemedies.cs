using PlanRegistry.Alignment;
using PlanRegistry.Indicators;

namespace PlanRegistry.Rules.Alignment;

internal static class AlignmentRemedies
{
    public static Remedy Meet(Comparison comparison)
    {
        var (plan, enough, amount) = (comparison.Of, comparison.Enough, comparison.TheirAmount);
        var target = TargetOf(comparison);
        if (comparison.Ours.Year != comparison.Year)
        {
            // The year compared lies on the plan's path, between its base and its own target year.
            return Change(plan, comparison.IsInGrace, target,
                $"为“{comparison.Demand.Indicator.Name}”增设{comparison.Year}年阶段目标（{enough.Zh}{amount.Zh}），或相应调整{comparison.Ours.Year}年目标值",
                $"sets a target of {comparison.Year} for {comparison.Demand.Indicator.Name} to "
                    + $"{enough.En} {amount.En}, or changes that of {comparison.Ours.Year} accordingly");
        }
        return Change(plan, comparison.IsInGrace, target,
            $"将“{comparison.Demand.Indicator.Name}”{comparison.Year}年目标值调整为{enough.Zh}{amount.Zh}",
            $"sets the target of {comparison.Year} for {comparison.Demand.Indicator.Name} to {enough.En} {amount.En}");
    }

    public static Remedy MakeBinding(Comparison comparison) =>
        Change(comparison.Of, comparison.IsInGrace,
            Target(comparison.Ours, IndicatorNature.Binding, comparison.Ours.Year, comparison.Ours),
            $"将“{comparison.Demand.Indicator.Name}”改列为约束性指标", $"makes {comparison.Demand.Indicator.Name} a binding indicator");

    public static Remedy TakeUp(PlanOnDay plan, AllocationOnDay allocation, bool isInGrace) =>
        Change(plan, isInGrace,
            new(allocation.Allocation.Indicator, allocation.Allocation.Nature, allocation.Year, allocation.Figure.Unit,
                allocation.Allocation.TargetValue),
            $"将分解下达的“{allocation.Indicator.Name}”（{allocation.Year}年{allocation.Figure.Amount.Zh}）纳入规划目标",
            $"takes up {allocation.Indicator.Name} ({allocation.Year}: {allocation.Figure.Amount.En}) as allocated");

    public static Remedy MakeComparable(Comparison comparison) =>
        Remedies.Of(Operation.CorrectRecord, comparison.Of.LeadAgency,
            $"由{Remedies.Name(comparison.Of.LeadAgency)}会同区发展改革委核对“{comparison.Demand.Indicator.Name}”的目标记录并补正",
            $"{Remedies.NameEn(comparison.Of.LeadAgency)} checks the recorded targets of "
                + $"{comparison.Demand.Indicator.Name} with the reform commission and mends them.")
            with { Input = new() { Record = comparison.Ours.Source.Id } };

    /// <summary>The reform commission receives what the municipality hands down.</summary>
    public static Remedy RecordAllocations(Unallocated unallocated)
    {
        var commission = unallocated.Of.Snapshot.Agency(AgencyRole.ReformCommission);
        return Remedies.Of(Operation.AllocateTargets, commission,
            $"由{Remedies.Name(commission)}向市级主管部门核实并录入{unallocated.Superior.Named.Zh}分解下达本区的数值及下达文件：{unallocated.Names.Zh}",
            $"{Remedies.NameEn(commission)} records what {unallocated.Superior.Title} "
                + $"allocated to the district, with its document: {unallocated.Names.En}.")
            with { Input = new() { Allocations = new(unallocated.Superior.Key, unallocated.Indicators) } };
    }

    /// <summary>A draft is set right before it is submitted; what is approved changes only by an amendment.</summary>
    private static Remedy Change(PlanOnDay plan, bool isInGrace, RemedyTarget target, string zh, string en)
    {
        var (lead, leadEn) = (Remedies.Name(plan.LeadAgency), Remedies.NameEn(plan.LeadAgency));
        return !plan.IsApproved && !plan.IsPublished
            ? Remedies.Of(Operation.SetTargets, plan.LeadAgency,
                plan.Status == PlanStatus.Submitted ? $"由{lead}撤回送审稿，{zh}后再报批" : $"由{lead}在报批前{zh}",
                plan.Status == PlanStatus.Submitted ? $"{leadEn} takes the draft back, {en} and submits it again."
                    : $"{leadEn} {en} before the plan is submitted.")
                with { Input = new() { Plan = plan.Key, Target = target } }
            : Remedies.Of(Operation.ProposeAmendment, plan.LeadAgency,
                $"由{lead}{(isInGrace ? "适时调整" : "提出调整修订")}，{zh}，按原规划审批程序报批",
                $"{leadEn} {(isInGrace ? "adjusts the plan in due time and" : "proposes an amendment that")} {en},"
                    + " by the original approval procedure.")
                with { Input = Remedies.NextVersionOf(plan) with { Target = target } };
    }

    /// <summary>What would do, where both are told in one unit: else the plan's own unit is for who acts to work out.</summary>
    private static RemedyTarget TargetOf(Comparison comparison)
    {
        var (ours, theirs) = (comparison.Ours, comparison.Theirs);
        return theirs.Year == comparison.Year && theirs.Unit == ours.Unit
            ? Target(ours, ours.Nature, comparison.Year, theirs)
            : Target(ours, ours.Nature, comparison.Year, null);
    }

    private static RemedyTarget Target(Figure ours, IndicatorNature nature, int year, Figure? amount) =>
        new(KeyOf(ours.Indicator), nature, year, ours.Unit, amount?.Value, amount?.Low, amount?.High)
        {
            BaseYear = ours.BaseYear, BaseValue = ours.BaseValue,
        };

    private static Key<Indicator> KeyOf(Indicator indicator) => new(indicator.Home, indicator.Code);
}
