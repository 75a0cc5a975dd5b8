using PlanRegistry.Rules.Articles;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Articles;

internal static class ArticlesSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<Article>("Article").Type<ArticleCarrier>("ArticleCarrier").Type<ArticleCoverage>("ArticleCoverage")
            .Resolvers(typeof(ArticleQueries)).Resolvers(typeof(ArticleFields)).Resolvers(typeof(ArticleCarrierFields))
            .Resolvers(typeof(ArticleCoverageFields))
            .District("Article.findings(district:)"));
}
