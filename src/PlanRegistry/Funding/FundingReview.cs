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
    /// <summary>The verdicts in their order.</summary>
    public static IReadOnlyList<FundingVerdict> WorstFirst => Precedence;

    private static readonly FundingVerdict[] Precedence =
        [FundingVerdict.NotEligible, FundingVerdict.Unknown, FundingVerdict.Conditional, FundingVerdict.Eligible];

    public static FundingEligibility Of(Judgement judgement, PlanOnDay plan, FundingQuestion question)
    {
        if (!plan.IsOwn || plan.Tier != PlanTier.District)
        {
            return Of(plan.AsOf.Unwatched, [FundingReason.Of(FundingReasonCode.OtherDistrict, FundingVerdict.Unknown,
                $"{plan.Named.Zh}是{Owner(plan).Zh}，不是本区的区级规划，本登记册无从审核其经费，请向其所属地区核实。",
                $"{plan.Title} is {Owner(plan).En} and no plan of the district's own tier; "
                    + "this registry cannot tell, ask where it belongs.")]);
        }
        var reasons = Life(plan, question.Purpose).Concat(Budget(plan, question))
            .Concat(FundingListing.ReasonsOf(judgement, plan, question)).Concat(Conditions(judgement, plan)).ToList();
        var told = reasons.Select(r => r.Finding).OfType<Finding>().ToHashSet();
        return Of(plan.AsOf.Unwatched, reasons) with { Notes = [.. judgement.Of(plan.Key).Where(f => !told.Contains(f))] };
    }

    /// <summary>重庆市的规划; where the district is not recorded, or it is this one, its tier tells.</summary>
    private static Text Owner(PlanOnDay plan) =>
        !plan.IsOwn && plan.Snapshot.View.All<District>().FirstOrDefault(d => d.Code == plan.Plan.Home) is { Name: var name }
            ? new($"{name}的规划", $"a plan of {name}")
            : new($"{Terms.Of(plan.Tier).Zh}规划", $"a {Terms.Of(plan.Tier).En} plan");

    public static bool IsWorse(FundingVerdict one, FundingVerdict other) =>
        Array.IndexOf(Precedence, one) < Array.IndexOf(Precedence, other);

    /// <summary>The verdict that the reasons come to together.</summary>
    internal static FundingEligibility Of(DateOnly on, IReadOnlyList<FundingReason> reasons) =>
        new(Precedence.First(v => reasons.Any(r => r.Verdict == v)), on, reasons, []);

    private static IEnumerable<FundingReason> Life(PlanOnDay plan, FundingPurpose purpose)
    {
        var since = plan.StatusSince?.InWords() ?? default;
        return (plan.Status, purpose) switch
        {
            (PlanStatus.Withdrawn, _) => [FundingReason.Of(FundingReasonCode.Withdrawn, FundingVerdict.NotEligible,
                $"{plan.Named.Zh}已于{since.Zh}终止。", $"{plan.Title} was withdrawn on {since.En}.")],
            (PlanStatus.Superseded, _) => [FundingReason.Of(FundingReasonCode.Superseded, FundingVerdict.NotEligible,
                $"{plan.Named.Zh}已于{since.Zh}被替代。", $"{plan.Title} was superseded on {since.En}.")],
            (PlanStatus.Expired, _) => [Expired(plan.Named, plan.Horizon, purpose)],
            (_, FundingPurpose.Implementation) when !IsInForce(plan) => [FundingReason.Of(FundingReasonCode.NotInForce,
                FundingVerdict.Conditional,
                $"{plan.Named.Zh}尚未依规批准实施，实施经费须核实后安排。",
                $"{plan.Title} is not duly in force; money to implement it is arranged after a check.", FundingReason.Default)],
            (_, FundingPurpose.Drafting) when IsInForce(plan) => [FundingReason.Of(FundingReasonCode.InForce, FundingVerdict.Conditional,
                $"{plan.Named.Zh}已在实施，编制经费须核实后安排。",
                $"{plan.Title} is in force already; money to draft it is arranged after a check.", FundingReason.Default)],
            _ => [],
        };
    }

    internal static FundingReason Expired(Text title, Horizon horizon, FundingPurpose purpose)
    {
        var (what, ended) = (Terms.Of(purpose), horizon.LastDay.InWords());
        return purpose is FundingPurpose.Evaluation or FundingPurpose.FinalPayment
            ? FundingReason.Of(FundingReasonCode.Expired, FundingVerdict.Conditional,
                $"{title.Zh}规划期已于{ended.Zh}届满，{what.Zh}经费须核实后安排。",
                $"The horizon of {title.En} ended on {ended.En}; money for {what.En} is arranged after a check.")
            : FundingReason.Of(FundingReasonCode.Expired, FundingVerdict.NotEligible,
                $"{title.Zh}规划期已于{ended.Zh}届满，不再安排{what.Zh}经费。",
                $"The horizon of {title.En} ended on {ended.En}; no more money for {what.En}.");
    }

    /// <summary>Published, and approved; of what was published before the records begin the approval need not be recorded.</summary>
    private static bool IsInForce(PlanOnDay plan) => plan.Status == PlanStatus.InForce
        && (plan.IsApproved || plan.History.PublishedOn?.Last < plan.Snapshot.RecordsFrom);

    private static IEnumerable<FundingReason> Budget(PlanOnDay plan, FundingQuestion question) =>
        plan.Funding
            .Where(f => question.Project is not null && TitleKey.Of(f.Project) == TitleKey.Of(question.Project)
                && f.Purpose == question.Purpose && (question.Money is null || f.Money == question.Money)
                && f.BudgetYear == (question.BudgetYear ?? plan.AsOf.Year) && f.Budgeted == false)
            .Take(1)
            .Select(f => FundingReason.Of(FundingReasonCode.NotBudgeted, FundingVerdict.NotEligible,
                $"项目“{f.Project}”未列入{f.BudgetYear}年度预算。",
                $"The project {f.Project} is not in the budget of {f.BudgetYear}.", new Basis("中华人民共和国预算法", "第十三条")));

    /// <summary>A FAIL of a rule that the district's policy funding.conditional_on names, put off or not.</summary>
    private static IEnumerable<FundingReason> Conditions(Judgement judgement, PlanOnDay plan)
    {
        var row = plan.Snapshot.Policy.Row(PolicyKeys.FundingConditionalOn, plan.AsOf, plan.Kind);
        var rules = PolicyKeys.FundingConditionalOn.Read(row.Value);
        var named = judgement.Of(plan.Key).Where(f => rules.Contains(f.Rule)).ToList();
        // A rule that could not be judged is no rule that the plan has kept.
        var unjudged =
            named.Where(f => f.Verdict == Verdict.Unknown && judgement.Failures.Any(x => x.Rule == f.Rule && x.On == plan.Plan.Code))
                .Select(f => FundingReason.Of(FundingReasonCode.RuleCondition, FundingVerdict.Unknown, f.Sentence.Zh, f.Sentence.En,
                f.Basis[0], f));
        return named.Where(f => f.IsBroken)
            .Select(f => FundingReason.Of(FundingReasonCode.RuleCondition, FundingVerdict.Conditional,
                $"按本区参数，存在{f.Rule}问题的规划须核实后安排：{f.Sentence.Zh}",
                $"By the district's policy a plan that fails {f.Rule} is funded after a check: {f.Sentence.En}",
                row.Clause is { } clause ? new Basis(row.Document?.Code ?? row.InWords.Name.Zh, clause)
                    : f.Basis[0], f))
            .Concat(unjudged);
    }
}
