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
    Text Sentence, Finding? Finding, IReadOnlyList<Basis> Basis)
{
    internal static Basis Notice { get; } = new("开州府办发〔2020〕95号", "三、(一)");

    /// <summary>The texts are silent: 本系统默认.</summary>
    internal static Basis Default { get; } = new("本系统默认", "funding");

    internal static FundingReason Of(FundingReasonCode code, FundingVerdict verdict,
        string zh, string en, Basis? basis = null, Finding? finding = null) =>
        new(code, verdict, new Text(zh, en).WithInnerQuotes(), finding, basis is null ? [] : [basis]);
}

public enum FundingReasonCode
{
    Unlisted, Listed, Exempted, Study, NotSubject, ListingUnknown, MoneyUnknown, OtherMoney,
    NotRegistered, NotFound, Ambiguous, OtherDistrict,
    InForce, NotInForce, Withdrawn, Superseded, Expired, NotBudgeted, RuleCondition,
}
