using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>Under which headers the registry's own pages come, and what they weigh. What they do in a browser: tests/Web.Tests.</summary>
public sealed class RegistryPagesTests : ServerTest
{
    private const int Kilobyte = 1_024;
    private const int MostOfShell = 260 * Kilobyte;
    private const int MostOfPage = 60 * Kilobyte;
    private const int MostOfECharts = 180 * Kilobyte;

    private const string Assets = "registry/assets/";

    private async Task<HttpResponseMessage> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        return await Http.SendAsync(request);
    }

    private async Task<List<string>> Shell()
    {
        var html = await Http.GetStringAsync("/d/500154/plans/SPE-2021-11?lang=en");
        return [.. Regex.Matches(html, "(?:src|href)=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];
    }

    [Fact]
    public async Task Every_address_of_a_page_gets_the_shell_under_a_strict_policy()
    {
        using var response = await Http.GetAsync("/d/500154/findings?severity=BLOCKING");

        response.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        response.Headers.GetValues("Content-Security-Policy").Should().Equal(
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.Headers.CacheControl!.NoCache.Should().BeTrue();
        var html = await response.Content.ReadAsStringAsync();
        html.Should().Contain("<html lang=\"zh-CN\">").And.NotContain("//", "nothing comes from another address");
        html.Should().Contain("浏览器版本过低:请切换到极速模式,或者改用 Chromium 88 以上内核的浏览器。");
        Regex.Matches(html, "<script(?![^>]* src=)").Should().BeEmpty("no script stands in the page");
    }

    [Fact]
    public async Task What_the_shell_names_is_there_compressed_and_for_good()
    {
        var names = await Shell();

        names.Should().HaveCountGreaterThan(2).And.OnlyContain(n => n.StartsWith("/d/assets/"));
        foreach (var name in names)
        {
            using var asset = await Get(name);
            asset.StatusCode.Should().Be(HttpStatusCode.OK);
            asset.Content.Headers.ContentEncoding.Should().Equal("gzip");
            asset.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        }
        using var none = await Get("/d/assets/none.js");
        none.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_shell_and_each_page_keep_to_their_budget()
    {
        var shell = (await Shell()).Select(n => n["/d/".Length..]).ToHashSet();
        var server = typeof(Server.Web.RegistryPages).Assembly;
        var weights = server.GetManifestResourceNames()
            .Where(n => n.StartsWith(Assets, StringComparison.Ordinal) && !n.EndsWith(".txt.gz", StringComparison.Ordinal))
            .ToDictionary(n => n["registry/".Length..^".gz".Length], n => server.GetManifestResourceStream(n)!.Length);

        weights.Where(w => shell.Contains(w.Key)).Sum(w => w.Value).Should().BeInRange(Kilobyte, MostOfShell);
        var pages = weights.Where(w => !shell.Contains(w.Key)).ToList();
        pages.Should().HaveCountGreaterThan(3).And.OnlyContain(w =>
            w.Value <= (w.Key.StartsWith("assets/echarts-", StringComparison.Ordinal) ? MostOfECharts : MostOfPage));
        pages.Should().ContainSingle(w => w.Value > MostOfPage, "ECharts alone comes after a page");
    }
}
