using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Commands;

/// <summary>What the server says when it listens: what it serves, and one query to paste.</summary>
internal static class Banner
{
    public static void Write(Registry registry, string url, TextWriter output)
    {
        var districts = registry.Districts().Select(d => registry.View(d)?.District).OfType<PlanRegistry.Catalogue.District>().ToList();
        output.WriteLine($"PlanRegistry 规划登记册 serves {url}/graphql from '{registry.Name}' (health: {url}/health/ready).");
        if (districts.Count == 0)
        {
            output.WriteLine(
                "The registry is empty. Import a district pack: plan-registry import PACK (a folder or .zip; seed/README.md shows one), "
                + "or start with --sample.");
            return;
        }
        output.WriteLine($"Districts: {string.Join(", ", districts.Select(d => $"{d.Code} {d.Name}"))}.");
        var code = districts.Find(d => d.Code.Value == Sample.District)?.Code ?? districts[^1].Code;
        output.WriteLine("Paste this:");
        var query = $$"""{ district(code: \"{{code}}\") { name asOf conformance { plans red yellow green grey } """
            + "findings(first: 5) { nodes { rule { code } severity sentence responsible { name } } } } }";
        output.WriteLine($$"""  curl -s {{url}}/graphql -H 'content-type: application/json' -d '{"query":"{{query}}"}'""");
    }
}
