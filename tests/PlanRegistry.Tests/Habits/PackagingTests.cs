using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQLEngine;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Habits;

/// <summary>
/// What is given away is told: every package in program and pages stands in the SBOM and in THIRD-PARTY-NOTICES with the version of the
/// lock files and its licence, and nothing else does.
/// </summary>
public sealed partial class PackagingTests : IDisposable
{
    /// <summary>Locked for the program, and no part of it.</summary>
    private static readonly string[] ToBuildWith = ["Microsoft.CodeAnalysis.BannedApiAnalyzers"];

    private static readonly string[] Sites = ["graphiql", "registry"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-tests-");

    public void Dispose() => folder.Delete(recursive: true);

    private sealed record Component(string Kind, string Name, string Version, string Licence, string Hash);

    [Fact]
    public async Task Every_package_of_the_program_is_in_the_SBOM_as_it_is_locked()
    {
        var told = Components(await Make()).Where(c => c.Kind == "nuget").Select(c => (c.Name, c.Version));

        told.Should().BeEquivalentTo(Locked().Where(p => !ToBuildWith.Contains(p.Name)));
    }

    [Fact]
    public async Task Every_package_of_the_pages_is_in_the_SBOM_as_it_is_locked()
    {
        var told = Components(await Make()).Where(c => c.Kind == "npm").ToList();

        told.Select(c => $"{c.Name} {c.Version} ({c.Licence})").Should().BeEquivalentTo(Sites.SelectMany(Bundled).Distinct());
        told.Select(c => (c.Name, c.Version)).Should().BeSubsetOf(Sites.SelectMany(LockedOf))
            .And.Contain(Sites.SelectMany(Asked), "what the pages ask for by name is in them");
    }

    [Fact]
    public async Task The_notices_have_each_with_its_licence_and_nothing_else()
    {
        var components = Components(await Make());

        Head().Matches(Made("THIRD-PARTY-NOTICES")).Select(m => m.Groups[1].Value).Should()
            .BeEquivalentTo(components.Select(c => $"{c.Name} {c.Version} ({c.Licence})")).And.HaveCountGreaterThan(100);
        components.Should().AllSatisfy(c => c.Hash.Should().MatchRegex("^[0-9a-f]{128}$"));
        components.Select(c => c.Licence).Where(l => l.Length == 0).Should().BeEmpty();
    }

    [Fact]
    public async Task The_SBOM_is_a_CycloneDX_whose_references_are_known_and_made_again_it_is_the_same()
    {
        var bom = await Make();
        var first = Made("sbom.cdx.json");

        bom.GetProperty("bomFormat").GetString().Should().Be("CycloneDX");
        bom.GetProperty("specVersion").GetString().Should().Be("1.6");
        bom.GetProperty("serialNumber").GetString().Should()
            .MatchRegex("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$");
        var known = bom.GetProperty("components").EnumerateArray().Append(bom.GetProperty("metadata").GetProperty("component"))
            .Select(c => c.GetProperty("bom-ref").GetString()!).ToList();
        known.Should().OnlyHaveUniqueItems();
        var dependencies = bom.GetProperty("dependencies").EnumerateArray().ToList();
        dependencies.Select(d => d.GetProperty("ref").GetString()).Should().BeEquivalentTo(known);
        dependencies.SelectMany(d => d.GetProperty("dependsOn").EnumerateArray()).Select(d => d.GetString()!).Should().BeSubsetOf(known);

        await Make();
        Made("sbom.cdx.json").Should().Be(first);
    }

    [Fact]
    public void Nginx_of_the_example_takes_in_as_much_as_the_server()
    {
        var sizes = Size().Matches(File.ReadAllText(Repository.Path("deploy/nginx/plan-registry.conf")))
            .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) * (m.Groups[2].Value == "k" ? 1 << 10 : 1 << 20));

        sizes.Should().Contain([new Limits().MaxBodyBytes, DocumentStore.MostBytes, WorkbookLimits.Bytes]);
    }

    private async Task<JsonElement> Make()
    {
        var asked = new ProcessStartInfo("node",
        [
            Repository.Path("packaging/sbom.mjs"), Path.Combine(AppContext.BaseDirectory, "plan-registry.deps.json"),
            folder.FullName, "1.2.3",
        ])
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(asked)!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.Should().Be(0, said);
        return JsonSerializer.Deserialize<JsonElement>(Made("sbom.cdx.json"));
    }

    private string Made(string file) => File.ReadAllText(Path.Combine(folder.FullName, file));

    private static List<Component> Components(JsonElement bom) =>
    [
        .. from c in bom.GetProperty("components").EnumerateArray()
           let licence = c.GetProperty("licenses")[0]
           select new Component(c.GetProperty("purl").GetString()![4..].Split('/')[0], c.GetProperty("name").GetString()!,
               c.GetProperty("version").GetString()!,
               (licence.TryGetProperty("expression", out var e) ? e : licence.GetProperty("license").GetProperty("id")).GetString()!,
               c.GetProperty("hashes")[0].GetProperty("content").GetString()!),
    ];

    private static IEnumerable<(string Name, string Version)> Locked() =>
        from framework in Json("src/PlanRegistry.Server/packages.lock.json").GetProperty("dependencies").EnumerateObject()
        from p in framework.Value.EnumerateObject()
        where p.Value.GetProperty("type").GetString() != "Project"
        select (p.Name, p.Value.GetProperty("resolved").GetString()!);

    private static IEnumerable<(string Name, string Version)> LockedOf(string site) =>
        from p in Json($"src/web/{site}/package-lock.json").GetProperty("packages").EnumerateObject()
        where p.Name.Length > 0
        select (p.Name[(p.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..],
            p.Value.GetProperty("version").GetString()!);

    private static IEnumerable<(string Name, string Version)> Asked(string site) =>
        from d in Json($"src/web/{site}/package.json").GetProperty("dependencies").EnumerateObject()
        select (d.Name, d.Value.GetString()!);

    /// <summary>What the build of the pages noted of itself.</summary>
    private static IEnumerable<string> Bundled(string site)
    {
        using var packed = File.OpenRead(Repository.Path($"src/web/{site}/dist/assets/licences.txt.gz"));
        using var text = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return BundledHead().Matches(text.ReadToEnd()).Select(m => m.Groups[1].Value).ToList();
    }

    private static JsonElement Json(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Repository.Path(file)));

    /// <summary>A head is followed by the package's address.</summary>
    [GeneratedRegex(@"^(\S+ \d\S* \([^)\n]+\))\npkg:", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"(?:\A|\n-{80}\n\n)(\S+ \d\S* \([^)\n]+\))(?=\n|\z)")]
    private static partial Regex BundledHead();

    [GeneratedRegex("client_max_body_size ([0-9]+)([km]);")]
    private static partial Regex Size();
}
