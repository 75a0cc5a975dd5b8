using System.Text.Json;
using System.Xml.Linq;

namespace PlanRegistry.Tests.Habits;

/// <summary>
/// What we build on may be given away with the registry, and asks for nothing
/// but its notice. All packages count, those of tests and benchmarks too.
/// </summary>
public sealed class LicenceTests
{
    /// <summary>Names of SPDX.</summary>
    private static readonly string[] Allowed =
        ["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "PostgreSQL", "PSF-2.0"];

    /// <summary>Packages whose licence is a text and no name, or another one, and why they may be used.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["Bogus"] = "Its text is the MIT licence, with the notices of what it was made from (MIT, BSD-3-Clause).",
        ["Otp.NET"] = "Its text is the MIT licence.",
        ["argparse"] = "Python-2.0, which asks for its notice; a tool that builds the pages uses it, and nobody is given it.",
        ["axe-core"] = "MPL-2.0; it judges the pages in the tests, unchanged, and nobody is given it.",
        ["caniuse-lite"] = "CC-BY-4.0; data that a tool of the build reads, and nobody is given.",
        ["SQLite"] = "It is in the public domain, as its text says.",
    };

    private sealed record Package(string Name, string Version, string? Licence);

    [Fact]
    public void Every_package_from_NuGet_is_under_a_licence_that_is_allowed() =>
        NuGet().Select(Refusal).OfType<string>().Should().BeEmpty();

    [Fact]
    public void Every_package_from_npm_is_under_a_licence_that_is_allowed() => Npm().Select(Refusal).OfType<string>().Should().BeEmpty();

    [Fact]
    public void There_are_packages_of_both_kinds_and_every_exception_is_needed()
    {
        Npm().Should().HaveCountGreaterThan(100);
        NuGet().Concat(Npm()).Where(p => p.Licence is not { } licence || !IsAllowed(licence))
            .Select(p => p.Name).Distinct().Should().BeEquivalentTo(Exceptions.Keys);
    }

    [Theory]
    [InlineData("MIT", null)]
    [InlineData("(GPL-2.0-only OR MIT)", null)]
    [InlineData("Apache-2.0 AND BSD-3-Clause", null)]
    [InlineData("Apache-2.0 AND SSPL-1.0",
        "left-pad 1.3.0 is under 'Apache-2.0 AND SSPL-1.0'; allowed are 0BSD, Apache-2.0, BlueOak-1.0.0,"
            + " BSD-2-Clause, BSD-3-Clause, ISC, MIT, PostgreSQL, PSF-2.0, or an exception with its reason.")]
    [InlineData("GPL-3.0-only",
        "left-pad 1.3.0 is under 'GPL-3.0-only'; allowed are 0BSD, Apache-2.0, BlueOak-1.0.0, "
            + "BSD-2-Clause, BSD-3-Clause, ISC, MIT, PostgreSQL, PSF-2.0, or an exception with its reason.")]
    [InlineData(null,
        "left-pad 1.3.0 names no licence; allowed are 0BSD, Apache-2.0, BlueOak-1.0.0, "
            + "BSD-2-Clause, BSD-3-Clause, ISC, MIT, PostgreSQL, PSF-2.0, or an exception with its reason.")]
    public void A_package_under_another_licence_is_named_in_a_sentence(string? licence, string? sentence) =>
        Refusal(new Package("left-pad", "1.3.0", licence)).Should().Be(sentence);

    private static string? Refusal(Package package) =>
        Exceptions.ContainsKey(package.Name) || package.Licence is { } licence && IsAllowed(licence)
            ? null
            : $"{package.Name} {package.Version} {(package.Licence is null ? "names no licence" : $"is under '{package.Licence}'")};"
                + $" allowed are {string.Join(", ", Allowed)}, or an exception with its reason.";

    /// <summary>One of several by choice, or all of several. What is nested deeper is not allowed until somebody reads it.</summary>
    private static bool IsAllowed(string expression) =>
        expression.Trim('(', ')').Split(" OR ").Any(choice => choice.Split(" AND ").All(licence => Allowed.Contains(licence.Trim())));

    private static IEnumerable<Package> NuGet()
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Repository.Files("", "packages.lock.json")
            .SelectMany(f => Json(f).GetProperty("dependencies").EnumerateObject())
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(p => p.Value.GetProperty("type").GetString() != "Project")
            .Select(p => (p.Name, Version: p.Value.GetProperty("resolved").GetString()!))
            .Distinct()
            .Select(
                p => new Package(p.Name, p.Version,
                    OfNuspec(Path.Combine(folder, p.Name.ToLowerInvariant(),
                        p.Version.ToLowerInvariant(), $"{p.Name.ToLowerInvariant()}.nuspec"))));
    }

    /// <summary>Null where a file of the package, or a page, holds the licence.</summary>
    private static string? OfNuspec(string file) =>
        XDocument.Load(file).Descendants()
            .FirstOrDefault(e => e.Name.LocalName == "license" && e.Attribute("type")?.Value == "expression")?.Value;

    private static IEnumerable<Package> Npm() =>
        from file in Repository.Files("", "package-lock.json")
        from package in Json(file).GetProperty("packages").EnumerateObject()
        where package.Name.Length > 0 && !package.Value.TryGetProperty("link", out _)
        let folder = Path.Combine(Path.GetDirectoryName(file)!, package.Name)
        select new Package(package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..],
            package.Value.GetProperty("version").GetString()!, Licence(package.Value) ?? OfFolder(folder));

    /// <summary>Lock files leave out what a package told in an older form, or not at all.</summary>
    private static string? OfFolder(string folder) =>
        File.Exists(Path.Combine(folder, "package.json")) ? Licence(Json(Path.Combine(folder, "package.json"))) : null;

    private static string? Licence(JsonElement package) =>
        package.TryGetProperty("license", out var licence) && licence.ValueKind == JsonValueKind.String ? licence.GetString() : null;

    private static JsonElement Json(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file));
}
