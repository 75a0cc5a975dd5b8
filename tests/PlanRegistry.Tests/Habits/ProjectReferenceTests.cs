using System.Xml.Linq;

namespace PlanRegistry.Tests.Habits;

public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["RuleEngine"] = [],
        ["GraphQLEngine"] = [],
        ["PlanRegistry"] = [],
        ["PlanRegistry.Rules"] = ["PlanRegistry", "RuleEngine"],
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
    public void The_engines_and_the_domain_use_no_package()
    {
        var packages = new[] { "src/RuleEngine", "src/GraphQLEngine", "src/PlanRegistry" }
            .SelectMany(folder => Repository.Files(folder, "*.csproj"))
            .SelectMany(f => XDocument.Load(f).Descendants("PackageReference"));

        packages.Should().BeEmpty();
    }

    [Fact]
    public void Only_one_file_of_the_rules_names_the_engine()
    {
        var naming = Repository.Files("rules", "*.cs").Where(f => File.ReadAllText(f).Contains("using RuleEngine", StringComparison.Ordinal)).Select(Path.GetFileName);

        naming.Should().Equal("GlobalUsings.cs");
    }
}
