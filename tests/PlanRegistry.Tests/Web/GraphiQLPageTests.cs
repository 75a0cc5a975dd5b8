using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>Who gets the page at /graphql, and under which headers. What it does in a browser: tests/Web.Tests.</summary>
public sealed class GraphiQLPageTests : ServerTest
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private async Task<HttpResponseMessage> Get(string path, string accept, string encoding = "identity")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        return await Http.SendAsync(request);
    }

    [Fact]
    public async Task A_browser_gets_the_page_under_a_strict_policy()
    {
        using var response = await Get("/graphql", Browser);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        response.Headers.GetValues("Content-Security-Policy").Should().Equal(
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.CacheControl!.NoCache.Should().BeTrue();
        response.Headers.Vary.Should().Equal("Accept", "Accept-Encoding");
        var html = await response.Content.ReadAsStringAsync();
        html.Should().Contain("<html lang=\"zh-CN\">").And.NotContain("//", "nothing comes from another address");
        Regex.Matches(html, "<script(?![^>]* src=)").Should().BeEmpty("no script stands in the page");
    }

    [Fact]
    public async Task What_the_page_names_is_there_compressed_and_for_good()
    {
        using var page = await Get("/graphql", Browser);
        var names = Regex.Matches(await page.Content.ReadAsStringAsync(), "(?:src|href)=\"([^\"]+)\"")
            .Select(m => m.Groups[1].Value).ToList();

        names.Should().HaveCountGreaterThan(3).And.OnlyContain(n => n.StartsWith("/graphql/assets/"));
        foreach (var name in names)
        {
            using var asset = await Get(name, "*/*", "gzip");
            asset.StatusCode.Should().Be(HttpStatusCode.OK);
            asset.Content.Headers.ContentEncoding.Should().Equal("gzip");
            asset.Content.Headers.ContentLength.Should().BePositive();
            asset.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
            asset.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        }
    }

    [Theory]
    [InlineData("/graphql/assets/none.js")]
    [InlineData("/graphql/assets/..%2findex.html")]
    [InlineData("/graphql/assets/")]
    public async Task No_other_file_is_there(string path)
    {
        using var response = await Get(path, "*/*");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/graphql", "*/*")]
    [InlineData("/graphql", "application/json")]
    [InlineData("/graphql", "application/graphql-response+json, application/json;q=0.9")]
    [InlineData("/graphql", "application/json, text/html")]
    [InlineData("/graphql", "text/html;q=0")]
    [InlineData("/graphql?query={__typename}", Browser)]
    public async Task Others_reach_the_API(string path, string accept)
    {
        using var response = await Get(path, accept);

        response.Content.Headers.ContentType!.MediaType.Should().NotBe("text/html");
        (await response.Content.ReadAsStringAsync()).Should().StartWith("{\"errors\":");
    }

    [Fact]
    public async Task Each_example_of_the_page_is_answered_without_errors()
    {
        var examples = Repository.Files("src/web/graphiql/src/examples", "*.graphql").ToList();

        examples.Should().HaveCountGreaterThan(3);
        foreach (var example in examples)
        {
            var text = System.IO.File.ReadAllText(example);
            text.Should().MatchRegex(@"\A# .*\p{IsCJKUnifiedIdeographs}.*\n# [A-Z]",
                "{0} begins with what it asks, in Chinese and in English", example);
            if (!text.Contains("subscription", StringComparison.Ordinal))
            {
                await Ask(text);
            }
        }
    }
}
