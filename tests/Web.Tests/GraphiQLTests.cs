using System.Net.Http.Json;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>GraphiQL at /graphql, as a browser sees it.</summary>
public sealed class GraphiQLTests : BrowserTest
{
    [Fact]
    public async Task The_page_comes_from_this_server_alone_and_answers_a_query()
    {
        // The worker that completes and checks queries is this server's too.
        await Page.RunAndWaitForRequestAsync(() => Page.GotoAsync(Address + "/graphql"),
            r => r.Url.Contains("/graphql/assets/graphql.worker"));
        await Run();

        await Assertions.Expect(Response).ToContainTextAsync("\"name\": \"开州区\"");
        Requests.Should().Contain(Address + "/graphql").And.OnlyContain(r => r.StartsWith(Address + "/graphql") || r.StartsWith("data:"));
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Each_example_is_a_tab_that_runs()
    {
        await Page.GotoAsync(Address + "/graphql");
        foreach (var (tab, text) in new[] { ("DutiesDue", "\"reviewDuties\""), ("MayBeFunded", "\"eligibility\""),
            ("WhatChanged", "\"recordedAt\""), ("PlansInTrouble", "\"plans\"") })
        {
            await Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Run();
            await Assertions.Expect(Response).ToContainTextAsync(text);
            await Assertions.Expect(Response).Not.ToContainTextAsync("\"errors\"");
        }
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task The_documentation_is_shown_in_Chinese_in_a_font_that_has_it()
    {
        await Page.GotoAsync(Address + "/graphql");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show Documentation Explorer" }).ClickAsync();
        var documentation = Page.Locator(".graphiql-doc-explorer");
        await documentation.GetByRole(AriaRole.Link, new() { Name = "Query", Exact = true }).ClickAsync();

        await Assertions.Expect(documentation).ToContainTextAsync("已登记的行政区 / The districts in the registry");
        // A font without the characters shows boxes, which are all alike.
        (await Page.EvaluateAsync<bool>(Pixels)).Should().BeTrue("two Chinese characters are drawn differently");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_subscription_tells_what_a_write_clears_over_a_WebSocket()
    {
        await Page.GotoAsync(Address + "/graphql");
        await Page.GetByRole(AriaRole.Tab, new() { Name = "FindingsChange" }).ClickAsync();
        await Run();
        await Assertions.Expect(Response).ToContainTextAsync("\"cause\": \"WRITE\"");
        await Assertions.Expect(Response).ToContainTextAsync("\"seq\": 1,");

        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        using var written = await http.PostAsJsonAsync("/graphql", new
        {
            query = """
                mutation { recordAct(input: { district: "500154", plan: "SPE-2022-03", type: REPORTED, about: FINAL, year: 2024,
                    on: "2026-11-20", recipients: ["区商务委"], copies: ["区发展改革委"], copiedOn: "2026-11-20" }) { seq problems { message } } }
                """,
        });

        (await written.Content.ReadAsStringAsync()).Should().Be("""{"data":{"recordAct":{"seq":2,"problems":[]}}}""");
        await Assertions.Expect(Response).ToContainTextAsync("\"seq\": 2,");
        await Assertions.Expect(Response).ToContainTextAsync("\"cleared\": [");
        Requests.Should().Contain(Address.Replace("http:", "ws:") + "/graphql");
        Complaints.Should().BeEmpty();
    }

    private const string Pixels = """
        () => {
          const draw = text => {
            const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
            const context = canvas.getContext('2d');
            context.font = '32px ' + getComputedStyle(document.querySelector('.graphiql-container')).getPropertyValue('--font-family');
            context.fillText(text, 2, 34);
            return canvas.toDataURL();
          };
          return draw('规') !== draw('划');
        }
        """;
}

/// <summary>The same where introspection is off.</summary>
public sealed class GraphiQLWithoutIntrospectionTests() : BrowserTest(("GraphQL:Introspection", "NONE"))
{
    [Fact]
    public async Task The_page_says_what_is_off_and_queries_run()
    {
        await Page.GotoAsync(Address + "/graphql");

        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(
            "本服务器已关闭内省:没有文档与自动补全,查询照常执行。 Introspection is off on this server: "
                + "there is neither documentation nor completion; queries run as ever.");
        await Run();
        await Assertions.Expect(Response).ToContainTextAsync("\"name\": \"开州区\"");
        Complaints.Should().OnlyContain(c => c == "Failed to load resource: the server responded with a status of 400 (Bad Request)",
            "only introspection was refused");
    }
}
