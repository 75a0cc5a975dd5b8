using System.Text;

namespace PlanRegistry.Rules;

/// <summary>RULES.md, made from the rules themselves.</summary>
public static class RulesPage
{
    public static string Render()
    {
        var page = new StringBuilder("""
            # 规则 / Rules

            本页由规则生成(`plan-registry rules`),由测试核对。Made from the rules by `plan-registry rules`; a test compares it.
            规则代码永不重编、永不复用;含义变化时版本加一。Codes are never renumbered or reused; the version goes up when the meaning changes.


            """);
        page.Append("| 代码 Code | 版本 Version | 规则内容 Obligation | 最高严重程度 Severity | 依据 Basis ");
        page.Append("| 生效 Effective | 板块 Capability | 另评判 Also judges | 例外 Exemptible |\n");
        page.Append("|---|---|---|---|---|---|---|---|---|\n");
        foreach (var card in RuleBook.Cards)
        {
            page.Append($"| {card.Code} | {card.Version} | {card.Sentence.Zh}<br>{card.Sentence.En} ");
            page.Append($"| {Terms.Of(card.Severity).Zh} {Names.Of(card.Severity)} ");
            page.Append($"| {string.Join("<br>", card.Bases.Select(b => $"{b.Document} {b.Clause}"))} ");
            page.Append($"| {card.EffectiveFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}– ");
            page.Append($"{card.EffectiveTo?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)} ");
            page.Append($"| {card.Capability} ");
            page.Append($"| {string.Join("<br>", AlsoJudged(card))} | {(card.Reach.IsExemptible ? "可 yes" : "")} |\n");
        }
        return page.ToString();
    }

    private static IEnumerable<string> AlsoJudged(RuleCard card)
    {
        var reaches = card.Classes.Select(RuleBook.ReachOf).ToList();
        if (reaches.Exists(r => r.Expired))
        {
            yield return "期满规划 expired plans";
        }
        if (reaches.Exists(r => r.Secret))
        {
            yield return "涉密规划 secret plans";
        }
        if (reaches.Exists(r => r.Ended))
        {
            yield return "终止、被替代规划 ended plans";
        }
    }
}
