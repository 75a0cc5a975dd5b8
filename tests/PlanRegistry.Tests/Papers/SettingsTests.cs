using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Tests.Papers;

/// <summary>The tables of settings and variables have a row for each that is read.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("docs/settings.md")]
    [InlineData("docs/settings.zh-CN.md")]
    public void Each_setting_has_its_row(string path)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("GraphQL:Unknown", "1")]).Build();
        var reading = FluentActions.Invoking(() => GraphQLConfiguration.Read(configuration));
        var known = reading.Should().Throw<SettingException>().Which.Message.Split(" has ")[1].TrimEnd('.').Split(", ");

        var keys = Page.Of(path).Rows.Select(cells => cells[0].Trim()).Where(key => key.StartsWith('`'));
        var rows = keys.Select(key => key.Trim('`').Split(':')[0]).Distinct();

        rows.Should().BeEquivalentTo(known);
    }

    [Theory]
    [InlineData("docs/operation.md")]
    [InlineData("docs/operation.zh-CN.md")]
    public void Each_variable_of_OpenTelemetry_that_is_looked_at_has_its_row(string path)
    {
        var source = File.ReadAllText(Repository.Path("src/PlanRegistry.Server/Web/Telemetry.cs"));
        var read = Regex.Matches(source, "\"(OTEL_[A-Z_]+)\"").Select(m => m.Groups[1].Value).Distinct().ToList();

        var told = Page.Of(path).Rows.SelectMany(cells => Regex.Matches(cells[0], "OTEL_[A-Z_]+")).Select(m => m.Value);

        read.Should().HaveCountGreaterThan(5).And.BeSubsetOf(told);
    }
}
