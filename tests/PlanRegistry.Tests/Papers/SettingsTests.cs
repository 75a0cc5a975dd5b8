using Microsoft.Extensions.Configuration;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Tests.Papers;

/// <summary>The table of settings has a row for each that is read.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("docs/settings.md")]
    [InlineData("docs/settings.zh-CN.md")]
    public void Each_setting_has_its_row(string path)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("GraphQL:Unknown", "1")]).Build();
        var refusal = FluentActions.Invoking(() => GraphQLConfiguration.Read(configuration)).Should().Throw<SettingException>().Which.Message;
        var known = refusal.Split(" has ")[1].TrimEnd('.').Split(", ");

        var rows = Page.Of(path).Prose.Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1].Split(':')[0]).Distinct();

        rows.Should().BeEquivalentTo(known);
    }
}
