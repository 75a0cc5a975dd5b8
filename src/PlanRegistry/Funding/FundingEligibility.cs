using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>What is asked: money of which source, for what, for which project of which budget year.</summary>
public sealed record FundingQuestion(FundingPurpose Purpose, FundingMoney? Money, string? Project = null, int? BudgetYear = null);

/// <summary>规划经费安排审核: the verdict on a day with every reason, and the plan's other findings, which change nothing.</summary>
public sealed record FundingEligibility(FundingVerdict Verdict, DateOnly On,
    IReadOnlyList<FundingReason> Reasons, IReadOnlyList<Finding> Notes);

/// <summary>审核理由: what it comes to by itself, with its finding and clause.</summary>
public sealed record FundingReason(FundingReasonCode Code, FundingVerdict Verdict,
    Text Sentence, Finding? Finding, IReadOnlyList<Basis> Basis);

public enum FundingReasonCode
{
    Unlisted, Listed, Exempted, NotSubject, ListingUnknown, MoneyUnknown,
    OtherMoney, Withdrawn, Superseded, Expired, NotBudgeted, RuleCondition,
}
