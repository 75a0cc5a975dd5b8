using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Rules.Articles;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Articles;

[Resolves("Query")]
public static class ArticleQueries
{
    public static IReadOnlyList<Article> Articles(string? document)
    {
        if (document is null)
        {
            return ArticleBook.All;
        }
        var named = DocumentNumber.TryParse(document, out var number) ? number.ToString() : document.Trim();
        var known = ArticleBook.Coverage.Select(c => c.Document).ToList();
        return ArticleBook.Of(named) ?? throw RequestErrors.Request(
            $"参数“document”中的“{document}”没有条文，可选{string.Join('、', known)}。",
            $"The argument \"document\" has \"{document}\", which is none of {string.Join(", ", known)}.");
    }

    public static Article? Article(string key) => ArticleBook.Find(key)
        ?? throw RequestErrors.NotFound($"没有条文“{key}”。", $"There is no paragraph \"{key}\".");

    public static IReadOnlyList<ArticleCoverage> ArticleCoverage() => ArticleBook.Coverage;
}

[Resolves("Article")]
public static class ArticleFields
{
    public static string Clause(Article article) => Wording.Clause(article.Clause);

    public static string Locator(Article article) => Wording.Clause(article.Locator);

    public static string Text(Article article, Language? language, [Service] Reader reader) => reader.Told(article.Text, language);

    public static string? Reason(Article article, Language? language, [Service] Reader reader) =>
        article.Reason is { } reason ? reader.Told(reason, language) : null;

    /// <summary>Of its rules those that rest on its clause: a rule may rest on several, and a finding on a default in its place.</summary>
    public static Connection<FindingNode>? Findings(Article article, string district, PartialDate? asOf, DateTimeOffset? knownAt,
        FindingOrder? orderBy, int? first, string? after, [Service] Reach reach)
    {
        if (CatalogueQueries.District(district, asOf, knownAt, reach) is not { } found)
        {
            return null;
        }
        var page = new PageArguments(first, after);
        var scope = found.For("District.findings").At(page);
        var order = orderBy ?? FindingOrder.Severity;
        var codes = article.Rules.Select(r => r.Code).ToHashSet();
        return Connections.Page(
            scope.Findings.Where(f => codes.Contains(f.Rule) && f.Basis.Any(b => article.IsCitedBy(b.Document, b.Clause))),
            f => DistrictConformanceFields.SortText(f, order), scope.Finding, page, $"findings of {article.Key} {order}", scope);
    }
}

[Resolves("ArticleCarrier")]
public static class ArticleCarrierFields
{
    public static string Text(ArticleCarrier carrier, Language? language, [Service] Reader reader) => reader.Told(carrier.Words, language);
}

[Resolves("ArticleCoverage")]
public static class ArticleCoverageFields
{
    public static string Title(ArticleCoverage coverage, Language? language, [Service] Reader reader) =>
        reader.Told(coverage.Title, language);
}
