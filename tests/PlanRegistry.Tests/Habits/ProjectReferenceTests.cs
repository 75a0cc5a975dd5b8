using System.Xml.Linq;

namespace PlanRegistry.Tests.Habits;

public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["GraphQLEngine"] = [],
        ["PlanRegistry"] = [],
        ["PlanRegistry.Rules"] = ["PlanRegistry"],
        ["PlanRegistry.Server"] = ["GraphQLEngine", "PlanRegistry", "PlanRegistry.Rules"],
    };

    [Fact]
    public void Each_project_refers_to_what_the_design_allows_and_nothing_else()
    {
        var found = Repository.Files("src", "*.csproj").Concat(Repository.Files("rules", "*.csproj")).ToDictionary(
            f => Path.GetFileNameWithoutExtension(f)!,
            f => XDocument.Load(f).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)!).Order(StringComparer.Ordinal).ToArray());

        found.Should().BeEquivalentTo(Allowed);
    }

    [Fact]
    public void The_GraphQL_engine_and_the_domain_use_no_package()
    {
        var packages = new[] { "src/GraphQLEngine", "src/PlanRegistry" }
            .SelectMany(folder => Repository.Files(folder, "*.csproj"))
            .SelectMany(f => XDocument.Load(f).Descendants("PackageReference"));

        packages.Should().BeEmpty();
    }

    [Fact]
    public void NRules_is_referred_to_from_the_rules_alone()
    {
        var referring = Repository.Files("", "*.csproj").Where(f => XDocument.Load(f).Descendants("PackageReference").Any(r => r.Attribute("Include")!.Value.StartsWith("NRules", StringComparison.Ordinal)));

        referring.Select(Path.GetFileName).Should().Equal("PlanRegistry.Rules.csproj");
    }
}
