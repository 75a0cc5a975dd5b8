using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>
/// May this plan receive money on the judgement's day? 003 takes money from unlisted plans only, and no other clause does,
/// so nothing else says no. NOT_ELIGIBLE goes before UNKNOWN before CONDITIONAL before ELIGIBLE; every reason is listed.
/// </summary>
public static class FundingReview
{
    private static readonly Basis Notice = new("开州府办发〔2020〕95号", "三、(一)");
    private static readonly FundingVerdict[] Precedence =
        [FundingVerdict.NotEligible, FundingVerdict.Unknown, FundingVerdict.Conditional, FundingVerdict.Eligible];

    public static FundingEligibility Of(Judgement judgement, PlanOnDay plan, FundingQuestion question)
    {
        var reasons = new List<FundingReason>();
        reasons.AddRange(Life(plan, question.Purpose));
        reasons.AddRange(Budget(plan, question));
        reasons.AddRange(ListingOf(judgement, plan, question));
        reasons.AddRange(Conditions(judgement, plan));
        var verdict = Precedence.First(v => reasons.Any(r => r.Verdict == v));
        var told = reasons.Select(r => r.Finding).OfType<Finding>().ToHashSet();
        return new FundingEligibility(verdict, plan.AsOf, reasons, [.. judgement.Of(plan.Key).Where(f => !told.Contains(f))]);
    }

    private static IEnumerable<FundingReason> Life(PlanOnDay plan, FundingPurpose purpose)
    {
        switch (plan.Status)
        {
            case PlanStatus.Withdrawn:
                yield return Reason(FundingReasonCode.Withdrawn, FundingVerdict.NotEligible,
                    $"“{plan.Title}”已于{plan.StatusSince:yyyy-MM-dd}终止。", $"{plan.Title} was withdrawn on {plan.StatusSince:yyyy-MM-dd}.");
                break;
            case PlanStatus.Superseded:
                yield return Reason(FundingReasonCode.Superseded, FundingVerdict.NotEligible,
                    $"“{plan.Title}”已于{plan.StatusSince:yyyy-MM-dd}被替代。", $"{plan.Title} was superseded on {plan.StatusSince:yyyy-MM-dd}.");
                break;
            case PlanStatus.Expired when purpose is FundingPurpose.Evaluation or FundingPurpose.FinalPayment:
                yield return Reason(FundingReasonCode.Expired, FundingVerdict.Conditional,
                    $"“{plan.Title}”规划期已于{plan.Horizon.LastDay:yyyy-MM-dd}届满,{Terms.Of(purpose).Zh}经费须核实后安排。",
                    $"The horizon of {plan.Title} ended on {plan.Horizon.LastDay:yyyy-MM-dd};"
                        + $" money for {Terms.Of(purpose).En} is arranged after a check.");
                break;
            case PlanStatus.Expired:
                yield return Reason(FundingReasonCode.Expired, FundingVerdict.NotEligible,
                    $"“{plan.Title}”规划期已于{plan.Horizon.LastDay:yyyy-MM-dd}届满,不再安排{Terms.Of(purpose).Zh}经费。",
                    $"The horizon of {plan.Title} ended on {plan.Horizon.LastDay:yyyy-MM-dd}; no more money for {Terms.Of(purpose).En}.");
                break;
        }
    }

    private static IEnumerable<FundingReason> Budget(PlanOnDay plan, FundingQuestion question) =>
        plan.Funding
            .Where(f => question.Project is not null && TitleKey.Of(f.Project) == TitleKey.Of(question.Project)
                && f.Purpose == question.Purpose && (question.Money is null || f.Money == question.Money)
                && f.BudgetYear == (question.BudgetYear ?? plan.AsOf.Year) && f.Budgeted == false)
            .Take(1)
            .Select(f => Reason(FundingReasonCode.NotBudgeted, FundingVerdict.NotEligible,
                $"项目“{f.Project}”未列入{f.BudgetYear}年预算。",
                $"The project {f.Project} is not in the budget of {f.BudgetYear}.", new Basis("中华人民共和国预算法", "第十三条")));

    /// <summary>
    /// The listing matters for district money, and where it is not said whose money it is, only when it would stand in the way.
    /// </summary>
    private static IEnumerable<FundingReason> ListingOf(Judgement judgement, PlanOnDay plan, FundingQuestion question)
    {
        if (question.Money is FundingMoney.UpperTransfer or FundingMoney.Other)
        {
            yield return Reason(FundingReasonCode.OtherMoney, FundingVerdict.Eligible,
                $"{Terms.Of(question.Money).Zh}不属区级财政性资金,不以列入目录清单为前提。",
                $"This is {Terms.Of(question.Money).En}, not district money; listing is no condition.", Notice);
            yield break;
        }
        if (question.Purpose == FundingPurpose.PreliminaryStudy)
        {
            yield return Reason(FundingReasonCode.NotSubject, FundingVerdict.Eligible,
                "前期研究经费不以列入目录清单为前提。", "Money for a preliminary study needs no listing.", Notice);
            yield break;
        }
        var listing = ForDistrictMoney(judgement, plan);
        var isOpen = question.Money is null && listing.Verdict != FundingVerdict.Eligible;
        // Whose money it is decides whether the listing stands in the way: until that is known, neither is a no.
        yield return isOpen ? listing with { Verdict = FundingVerdict.Unknown } : listing;
        if (isOpen)
        {
            yield return Reason(FundingReasonCode.MoneyUnknown, FundingVerdict.Unknown,
                "未说明资金是否为区级财政性资金,请核实资金来源。",
                "It is not said whether this is district money; check its source.");
        }
    }

    private static FundingReason ForDistrictMoney(Judgement judgement, PlanOnDay plan)
    {
        var finding = judgement.ForMoney(plan.Key).FirstOrDefault(f => f.Rule == judgement.MoneyRules.Listing.Code);
        return ListingForMoney.On(plan, plan.AsOf, judgement.MoneyRules.Money) switch
        {
            ListingStanding.NotSubject => Reason(FundingReasonCode.NotSubject, FundingVerdict.Eligible,
                $"“{plan.Title}”不属须列入目录清单的规划。", $"{plan.Title} is no plan that must be listed.", Notice),
            ListingStanding.Listed => Reason(FundingReasonCode.Listed, FundingVerdict.Eligible,
                $"“{plan.Title}”列入目录清单{plan.Entry!.List.Code}第{plan.Entry.Code}项。",
                $"{plan.Title} is entry {plan.Entry.Code} of directory list {plan.Entry.List.Code}.", Notice),
            ListingStanding.Exempted => Reason(FundingReasonCode.Exempted, FundingVerdict.Conditional,
                $"“{plan.Title}”未列入目录清单,但有关单位已明确要求编制,须核实例外情形。",
                $"{plan.Title} is unlisted, but a body entitled to it demands the plan; check the exemption.", Notice, finding),
            ListingStanding.NoListYet => Reason(FundingReasonCode.Unlisted, FundingVerdict.Conditional,
                $"“{plan.Title}”所属类别尚无经批准的目录清单,须核实后安排。",
                $"No directory list of the track of {plan.Title} is approved yet; arrange after a check.", Notice, finding),
            ListingStanding.Unlisted => Reason(FundingReasonCode.Unlisted, FundingVerdict.NotEligible,
                $"“{plan.Title}”未列入规划编制目录清单,不得安排和使用区级财政性资金。",
                $"{plan.Title} stands on no approved directory list; district money is neither arranged for nor used on it.",
                Notice, finding),
            _ => Reason(FundingReasonCode.ListingUnknown, FundingVerdict.Unknown,
                $"“{plan.Title}”是否列入目录清单未记录,请核实。", $"Whether {plan.Title} is listed is not recorded; check it.", Notice, finding),
        };
    }

    /// <summary>A FAIL of a rule that the district's policy funding.conditional_on names.</summary>
    private static IEnumerable<FundingReason> Conditions(Judgement judgement, PlanOnDay plan)
    {
        var row = plan.Snapshot.Policy.Row(PolicyKeys.FundingConditionalOn, plan.AsOf, plan.Kind);
        var rules = PolicyKeys.FundingConditionalOn.Read(row.Value);
        var named = judgement.Of(plan.Key).Where(f => rules.Contains(f.Rule)).ToList();
        // A rule that could not be judged is no rule that the plan has kept.
        var unjudged =
            named.Where(f => f.Verdict == Verdict.Unknown && judgement.Failures.Any(x => x.Rule == f.Rule && x.On == plan.Plan.Code))
                .Select(f => Reason(FundingReasonCode.RuleCondition, FundingVerdict.Unknown, f.Sentence.Zh, f.Sentence.En, f.Basis[0], f));
        return named.Where(f => f.Verdict == Verdict.Fail)
            .Select(f => Reason(FundingReasonCode.RuleCondition, FundingVerdict.Conditional,
                $"按本区参数,存在{f.Rule}问题的规划须核实后安排:{f.Sentence.Zh}",
                $"By the district's policy a plan that fails {f.Rule} is funded after a check: {f.Sentence.En}",
                row.Clause is { } clause ? new Basis(row.Document?.Code ?? row.Key, clause) : f.Basis[0], f))
            .Concat(unjudged);
    }

    private static FundingReason Reason(FundingReasonCode code, FundingVerdict verdict,
        string zh, string en, Basis? basis = null, Finding? finding = null) =>
        new(code, verdict, new Text(zh, en).WithInnerQuotes(), finding, basis is null ? [] : [basis]);
}
