using System.Text.RegularExpressions;
using PlanRegistry.Funding;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>Whose money and what for, as offices write it; the pages read what is pasted by the same words (funding/cells.ts).</summary>
internal static partial class FundingForms
{
    public static Formed Money(string text) => Of<FundingMoney>(text, Plain(text) is var plain && District().IsMatch(plain)
        ? FundingMoney.District : Upper().IsMatch(plain) ? FundingMoney.UpperTransfer : Other().IsMatch(plain) ? FundingMoney.Other : null,
        new("资金来源", "source of money"));

    public static Formed Purpose(string text) => Of<FundingPurpose>(text, Plain(text) is var plain && Study().IsMatch(plain)
        ? FundingPurpose.PreliminaryStudy : Drafting().IsMatch(plain) ? FundingPurpose.Drafting
        : Implementation().IsMatch(plain) ? FundingPurpose.Implementation : Evaluation().IsMatch(plain) ? FundingPurpose.Evaluation
        : Final().IsMatch(plain) ? FundingPurpose.FinalPayment : null, new("用途", "purpose"));

    private static Formed Of<T>(string text, T? meant, Text what) where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        foreach (var value in all)
        {
            if (text == Terms.Of(value).Zh || text == Terms.Of(value).En || text == PlanRegistry.Records.Names.Of(value))
            {
                return PlanRegistry.Records.Names.Of(value);
            }
        }
        return meant is { } found ? new Formed(PlanRegistry.Records.Names.Of(found), true, Shown: Terms.Of(found))
            : new Formed(null, false, new($"{what.Zh}“{SheetWalk.Short(text)}”看不懂，应为{string.Join('、', all.Select(v => Terms.Of(v).Zh))}。",
                $"The {what.En} \"{SheetWalk.Short(text)}\" cannot be read; "
                    + $"it is one of {string.Join(", ", all.Select(v => Terms.Of(v).En))}."));
    }

    private static string Plain(string text) => string.Concat(Width.Fold(text).Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("^(((区|县)?本级|区级|区|县级)(财政)?(性)?(预算)?(内)?(资金|预算)?|财政资金)$")]
    private static partial Regex District();

    [GeneratedRegex("^((上级|中央|省级|市级)(财政)?(专项)?(转移支付|补助)?(资金)?|转移支付(资金)?)$")]
    private static partial Regex Upper();

    [GeneratedRegex("^(其他(资金)?|自筹(资金)?|社会(资本|资金))$")]
    private static partial Regex Other();

    [GeneratedRegex("^前期(研究)?(经费)?$")]
    private static partial Regex Study();

    [GeneratedRegex("^(规划)?编制(经费)?$")]
    private static partial Regex Drafting();

    [GeneratedRegex("^(规划)?实施(经费)?$")]
    private static partial Regex Implementation();

    [GeneratedRegex("^(规划)?评估(经费)?$")]
    private static partial Regex Evaluation();

    [GeneratedRegex("^尾款(支付)?$")]
    private static partial Regex Final();
}
