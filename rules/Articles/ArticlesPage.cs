using System.Text;

namespace PlanRegistry.Rules.Articles;

/// <summary>docs/articles.md, made from the paragraphs and from the rules that cite them.</summary>
public static class ArticlesPage
{
    /// <param name="tests">Which tests hold a rule, by its code.</param>
    public static string Render(Func<string, IReadOnlyList<string>> tests)
    {
        var page = new StringBuilder("""
            # 条文对照 / Articles and rules

            本页由条文数据(`rules/Articles/*.json`)和规则自身的依据生成,由测试核对。
            Made from the paragraphs and from what the rules cite; a test compares it.

            - 每一条文恰为三者之一:已编为规则、以其他方式承载、未编码并说明理由。Each paragraph is encoded by rules, carried otherwise, or not encoded for a reason.
            - 规则引到条款(如 三、(一)),本页细到句:某句由哪些规则编码,由数据指明;规则自己引用该条款的才算编码,引用其他条款的列为“另由”。
              Rules cite a clause, this page goes down to its sentences: which of them a rule is about is said by the data; only a rule
              that cites the clause encodes it, one that cites another is told as carrying it.
            - 测试要求:每条规则引用的每一条款都有该规则编码的句子。A test demands that each clause that a rule cites has a sentence that it encodes.
            - 通知原文照录(含来源文本的缺损);法律只有摘录,不是全文,以公布的文本为准。英文为大意,不具效力。
              The notice stands as its source has it; laws are excerpts, and what was promulgated counts.
              The English says what they mean, without force.
            - 今日的问题不在本页:见查询 `articles` 的 `findings`,或者网页“条文对照”。Today's findings: `Article.findings`, or the page 条文对照.

            ## 合计 / Totals

            | 文件 Document | 条文 Paragraphs | 已编为规则 Encoded | 以其他方式承载 Carried | 未编码 Not encoded | 可判定,尚未编为规则(含部分) Open, also in part |
            |---|---|---|---|---|---|

            """);
        foreach (var c in ArticleBook.Coverage)
        {
            page.Append($"| {c.Document} | {c.Articles} | {c.Encoded} | {c.Carried} | {c.NotEncoded} | {c.Open} |\n");
        }
        foreach (var c in ArticleBook.Coverage)
        {
            page.Append($"\n## {c.Document}\n\n{(c.IsExcerpt ? "摘录 Excerpts" : $"{c.Title.Zh}<br>{c.Title.En}")}\n\n");
            page.Append("| 条款 Clause | 条文 Text | 编码情况 Status | 规则 Rules | 另由 Also | 说明 In words |\n|---|---|---|---|---|---|\n");
            foreach (var article in ArticleBook.Of(c.Document)!)
            {
                page.Append($"| {article.Locator} | {Both(article.Text)} | {Terms.Of(article.Status).Zh} {Names.Of(article.Status)} ");
                page.Append($"| {string.Join(' ', article.Rules.Select(r => r.Code))} ");
                page.Append($"| {string.Join("<br>", article.CarriedBy.Select(Said))} ");
                page.Append($"| {(article.Reason is { } reason ? Both(reason) : "")} |\n");
            }
        }
        page.Append("\n## 规则的测试 / Tests of the rules\n\n| 规则 Rule | 测试 Tests |\n|---|---|\n");
        foreach (var card in RuleBook.Cards)
        {
            page.Append($"| {card.Code} | {string.Join("<br>", tests(card.Code).GroupBy(t => t.Split('.')[0]).Select(Counted))} |\n");
        }
        return page.ToString();
    }

    private static string Both(Text text) => $"{text.Zh}<br>{text.En}";

    private static string Said(ArticleCarrier carrier) =>
        carrier.Words.Zh == carrier.Name || carrier.Name.EndsWith($".{carrier.Words.Zh}", StringComparison.Ordinal)
            ? $"{Terms.Of(carrier.Kind).Zh} `{carrier.Name}`" : $"{Terms.Of(carrier.Kind).Zh} {carrier.Words.Zh} `{carrier.Name}`";

    private static string Counted(IGrouping<string, string> tests) => $"{tests.Key} ({tests.Count()})";
}
