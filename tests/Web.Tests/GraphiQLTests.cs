using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>GraphiQL at /graphql, as a browser sees it.</summary>
public sealed class GraphiQLTests : BrowserTest
{
    [Fact]
    public async Task The_page_loads_from_this_server_alone_runs_a_query_and_shows_the_documentation_in_Chinese()
    {
        await Page.GotoAsync(Address + "/graphql");
        await Assertions.Expect(Page.GetByText("query PlansInTrouble")).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Execute query (Ctrl-Enter)" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".graphiql-response")).ToContainTextAsync("开州区");
        await Page.ScreenshotAsync(new() { Path = "/tmp/ide/1.png" });

        await Page.GetByRole(AriaRole.Button, new() { Name = "Show Documentation Explorer" }).ClickAsync();
        await Page.ScreenshotAsync(new() { Path = "/tmp/ide/2.png" });
        await Page.Locator(".graphiql-doc-explorer").GetByRole(AriaRole.Link, new() { Name = "Query" }).ClickAsync();
        await Page.ScreenshotAsync(new() { Path = "/tmp/ide/3.png" });
        await Assertions.Expect(Page.Locator(".graphiql-doc-explorer")).ToContainTextAsync("已登记的行政区");

        Requests.Should().OnlyContain(r => r.StartsWith(Address) || r.StartsWith("data:"));
        Complaints.Should().BeEmpty();
    }
}
