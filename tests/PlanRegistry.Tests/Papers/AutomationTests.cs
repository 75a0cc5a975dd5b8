using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Papers;

/// <summary>What runs at GitHub: pinned, with least rights, the same as anywhere else.</summary>
public sealed class AutomationTests
{
    private static readonly string Workflow = File.ReadAllText(Repository.Path(".github/workflows/ci.yml"));

    [Fact]
    public void An_action_is_pinned_by_its_commit()
    {
        var actions = Regex.Matches(Workflow, "uses: (.*)").Select(m => m.Groups[1].Value).ToList();

        actions.Should().NotBeEmpty().And.AllSatisfy(a =>
            a.Should().MatchRegex("^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$"));
    }

    [Fact]
    public void It_runs_what_every_CI_runs_and_may_read_only()
    {
        Workflow.Should().Contain("\n      - run: .ci/run\n").And.Contain("\npermissions:\n  contents: read\n\n");
        Regex.Matches(Workflow, ": write").Should().BeEmpty();
    }

    [Fact]
    public void Updates_are_looked_for_wherever_packages_are_named()
    {
        var updates = File.ReadAllText(Repository.Path(".github/dependabot.yml"));
        var folders = Repository.Files("", "package.json").Select(f => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(f)!));

        var looked = Regex.Matches(updates, "package-ecosystem: (.*)\n *directory: /(.*)")
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value));

        looked.Should().BeEquivalentTo(folders.Select(f => ("npm", f)).Concat([("nuget", ""), ("github-actions", "")]));
    }
}
