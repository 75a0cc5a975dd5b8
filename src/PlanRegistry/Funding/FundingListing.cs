using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>
/// What the directory lists say to money. The listing matters for district money, and where it is not said whose money it is, only when
/// it would stand in the way.
/// </summary>
internal static class FundingListing
{
    public static IEnumerable<FundingReason> ReasonsOf(Judgement judgement, PlanOnDay plan, FundingQuestion question) =>
        ReasonsOf(question, ForDistrictMoney(judgement, plan, question.Purpose));

    /// <param name="listing">What is said of district money.</param>
    public static IEnumerable<FundingReason> ReasonsOf(FundingQuestion question, FundingReason listing)
    {
        if (question.Money is FundingMoney.UpperTransfer or FundingMoney.Other)
        {
            return [FundingReason.Of(FundingReasonCode.OtherMoney, FundingVerdict.Eligible,
                $"{Terms.Of(question.Money).Zh}不属区级财政性资金，不以列入目录清单为前提。",
                $"This is {Terms.Of(question.Money).En}, not district money; listing is no condition.", FundingReason.Notice)];
        }
        if (question.Money is not null || listing.Verdict == FundingVerdict.Eligible)
        {
            return [listing];
        }
        // Whose money it is decides whether the listing stands in the way: until that is known, neither is a no.
        return [listing with { Verdict = FundingVerdict.Unknown }, FundingReason.Of(FundingReasonCode.MoneyUnknown, FundingVerdict.Unknown,
            "未说明资金是否为区级财政性资金，请核实资金来源。", "It is not said whether this is district money; check its source.")];
    }

    private static FundingReason ForDistrictMoney(Judgement judgement, PlanOnDay plan, FundingPurpose purpose)
    {
        if (plan.Snapshot.View.RuleTrials.FirstOrDefault(t => (t.What == Obliged.Listing || t.What == Obliged.Money)
            && !t.InForceOn(plan.AsOf, isInForce: true)) is { Code: var off })
        {
            return FundingReason.Of(FundingReasonCode.NotSubject, FundingVerdict.Eligible,
                $"试算停用规则{off}，安排经费不以列入目录清单为前提。", $"{off} is tried as if it were not in force: listing is no condition of money.");
        }
        var finding = judgement.ForMoney(plan.Key).FirstOrDefault(f => f.Rule == judgement.MoneyRules.Listing.Code);
        var doubt = ListingForMoney.DoubtOn(plan, plan.AsOf, judgement.MoneyRules.Money);
        var (code, verdict, zh, en) = ListingForMoney.On(plan, plan.AsOf, purpose, judgement.MoneyRules.Money) switch
        {
            ListingStanding.NotSubject => NotSubject(plan),
            ListingStanding.Listed => (FundingReasonCode.Listed, FundingVerdict.Eligible,
                $"{plan.Named.Zh}列入目录清单{plan.Entry!.List.Code}第{plan.Entry.Code}项。",
                $"{plan.Title} is entry {plan.Entry.Code} of directory list {plan.Entry.List.Code}."),
            ListingStanding.Exempted when finding?.IsConfirmed == true => (FundingReasonCode.Exempted, FundingVerdict.Conditional,
                $"{plan.Named.Zh}未列入目录清单，但有关单位已明确要求编制，例外情形已确认，核实后安排。",
                $"{plan.Title} is unlisted, but a body entitled to it demands the plan; "
                    + $"the exemption is confirmed: arrange after a check."),
            ListingStanding.Exempted => (FundingReasonCode.Exempted, FundingVerdict.Conditional,
                $"{plan.Named.Zh}未列入目录清单，但有关单位已明确要求编制，须核实例外情形。",
                $"{plan.Title} is unlisted, but a body entitled to it demands the plan; check the exemption."),
            ListingStanding.Study => (FundingReasonCode.Study, FundingVerdict.Conditional,
                $"{plan.Named.Zh}未列入目录清单；按本区参数，拟编规划的前期研究经费须核实后安排。",
                $"{plan.Title} is unlisted; by the district's policy a preliminary study before drafting is funded after a check."),
            ListingStanding.Unknown when finding?.IsConfirmed == true => (FundingReasonCode.ListingUnknown, FundingVerdict.Conditional,
                $"{plan.Named.Zh}与清单条目的关联存疑，已确认，核实后安排。",
                $"The link of {plan.Title} to its entry was in doubt and is confirmed: arrange after a check."),
            ListingStanding.NoListYet => (FundingReasonCode.ListingUnknown, FundingVerdict.Unknown,
                $"{plan.Named.Zh}所属类别没有经批准的目录清单，是否列入待核实。",
                $"No directory list of the track of {plan.Title} is approved; whether it is listed is to be checked."),
            ListingStanding.Unlisted => (FundingReasonCode.Unlisted, FundingVerdict.NotEligible,
                $"{plan.Named.Zh}未列入规划编制目录清单，不得安排和使用区级财政性资金。",
                $"{plan.Title} stands on no approved directory list; district money is neither arranged for nor used on it."),
            _ => (FundingReasonCode.ListingUnknown, FundingVerdict.Unknown,
                $"{plan.Named.Zh}{doubt.Zh}，请核实是否列入目录清单。", $"{plan.Title} {doubt.En}; check whether it is listed."),
        };
        return FundingReason.Of(code, verdict, zh, en, FundingReason.Notice, verdict == FundingVerdict.Eligible ? null : finding);
    }

    private static (FundingReasonCode, FundingVerdict, string, string) NotSubject(PlanOnDay plan) =>
        plan.Kind != PlanKind.Development && plan.Directory.IsFromBeforeTheNotice
            ? (FundingReasonCode.NotSubject, FundingVerdict.Eligible,
                $"{plan.Named.Zh}在{plan.Directory.ListingFrom.InWords().Zh}须列入目录清单之前已启动编制并获批准，不须列入。",
                $"{plan.Title} was begun and approved before listing was demanded ({plan.Directory.ListingFrom:yyyy-MM-dd}).")
            : (FundingReasonCode.NotSubject, FundingVerdict.Eligible,
                $"{plan.Named.Zh}不属须列入目录清单的规划。", $"{plan.Title} is no plan that must be listed.");
}
