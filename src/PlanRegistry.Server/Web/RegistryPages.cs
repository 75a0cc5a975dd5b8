using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Web;

/// <summary>
/// The registry's own pages at /d/DISTRICT/PAGE, the public one at /public/DISTRICT, and /verify for who has a paper. Which page an
/// address names is read in the browser.
/// </summary>
public static class RegistryPages
{
    private static readonly EmbeddedSite Site = new("registry", "pages");

    public static void MapRegistryPages(this WebApplication app, Registry registry)
    {
        app.MapGet("/", () => Results.Redirect(Start(registry)));
        app.MapGet("/d/assets/{file}", Site.SendAsset);
        app.MapGet("/d/{district}/{**page}", Site.SendHome);
        app.MapGet("/verify/{number?}", Site.SendHome);
        app.MapGet("/public/{district}", Site.SendHome);
    }

    /// <summary>
    /// The district that offices work in, where each role begins on a page of its own; an empty registry has none, and GraphiQL says what
    /// there is.
    /// </summary>
    private static string Start(Registry registry)
    {
        var districts = registry.Districts().Select(d => d.Value).ToList();
        var served = districts.Find(d => d == Sample.District) ?? districts.LastOrDefault();
        return served is null ? "/graphql" : $"/d/{served}";
    }
}
