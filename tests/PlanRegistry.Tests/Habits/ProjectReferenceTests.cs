using System.Xml.Linq;

namespace PlanRegistry.Tests.Habits;

public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["GraphQLEngine"] = [],
        ["PlanRegistry"] = [],
        ["PlanRegistry.Generator"] = ["PlanRegistry", "PlanRegistry.Server"],
        ["PlanRegistry.Rules"] = ["PlanRegistry"],
        ["PlanRegistry.Server"] = ["GraphQLEngine", "PlanRegistry", "PlanRegistry.Rules"],
    };

    [Fact]
    public void Each_project_refers_to_what_the_design_allows_and_nothing_else()
    {
        var found = new[] { "src", "rules", "seed" }.SelectMany(folder => Repository.Files(folder, "*.csproj")).ToDictionary(
            f => Path.GetFileNameWithoutExtension(f)!,
            f => Included(f, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r)!).Order(StringComparer.Ordinal).ToArray());

        found.Should().BeEquivalentTo(Allowed);
    }

    [Fact]
    public void The_GraphQL_engine_and_the_domain_use_no_package()
    {
        var packages = new[] { "src/GraphQLEngine", "src/PlanRegistry" }
            .SelectMany(folder => Repository.Files(folder, "*.csproj"))
            .SelectMany(f => Included(f, "PackageReference"));

        packages.Should().BeEmpty();
    }

    [Theory]
    [InlineData("NRules", "PlanRegistry.Rules.csproj")]
    [InlineData("Bogus", "PlanRegistry.Generator.csproj")]
    public void A_package_with_one_use_is_referred_to_from_there_alone(string package, string project)
    {
        var referring = Repository.Files("", "*.csproj")
            .Where(f => Included(f, "PackageReference").Any(r => r.StartsWith(package, StringComparison.Ordinal)));

        referring.Select(Path.GetFileName).Should().Equal(project);
    }

    private static IEnumerable<string> Included(string file, string kind) =>
        XDocument.Load(file).Descendants(kind).Select(r => r.Attribute("Include")!.Value);
}
