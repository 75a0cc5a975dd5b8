using PlanRegistry.Server.Access;

namespace PlanRegistry.Server.Web;

/// <summary>GraphiQL at /graphql for browsers.</summary>
public static class GraphiQLPage
{
    private static readonly EmbeddedSite Site = new("graphiql", "GraphQL page");

    /// <summary>Must stand before /graphql is mapped; whoever does not ask for a page reaches the API.</summary>
    public static void UseGraphiQL(this WebApplication app, GraphQLConfiguration configuration)
    {
        app.Use((http, next) => !IsAskedFor(http.Request) ? next(http)
            : configuration.AllowsGraphiQL(Visitor.CallerOf(http)) ? Site.SendHome(http)
            : SentencePage.Send(http, StatusCodes.Status401Unauthorized, AccessWords.SignInFirst));
        app.MapGet("/graphql/assets/{file}", Site.SendAsset);
    }

    /// <summary>A browser's address bar: GET, text/html before JSON, and no document to run.</summary>
    private static bool IsAskedFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path == "/graphql" && PrefersHtml(request)
        && !request.Query.ContainsKey("query") && !request.Query.ContainsKey("documentId") && !request.Query.ContainsKey("extensions");

    private static bool PrefersHtml(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var html = accepted.Where(a => a.MediaType == "text/html").Select(a => a.Quality ?? 1).DefaultIfEmpty(0).Max();
        return html > 0
            && !accepted.Any(
                a => a.MediaType.Value is "application/json" or "application/graphql-response+json" && (a.Quality ?? 1) >= html);
    }
}
