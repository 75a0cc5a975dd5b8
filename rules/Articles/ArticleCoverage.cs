using PlanRegistry.Articles;

namespace PlanRegistry.Rules.Articles;

/// <summary>How much of a document is encoded.</summary>
/// <param name="Open">Of all of them, those that could be judged, or judged further, on recorded facts.</param>
public sealed record ArticleCoverage(
    string Document, Text Title, bool IsExcerpt, int Articles, int Encoded, int Carried, int NotEncoded, int Open)
{
    public static ArticleCoverage Of(string document, Text title, IReadOnlyList<Article> articles) => new(
        document, title, articles[0].IsExcerpt, articles.Count, articles.Count(a => a.Status == ArticleStatus.Encoded),
        articles.Count(a => a.Status == ArticleStatus.Carried), articles.Count(a => a.Status == ArticleStatus.NotEncoded),
        articles.Count(a => a.Gap == ArticleGap.Open));
}
