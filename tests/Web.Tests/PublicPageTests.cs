using System.Text.Json;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>公开目录: for everybody, on a telephone too, and nothing beside it.</summary>
public sealed class PublicPageTests : RegistryTest
{
    [Fact, Trait("Category", "Pages")]
    public async Task It_says_that_it_is_off_and_once_it_is_on_tells_these_fields_and_no_more()
    {
        List<Task<string>> answers = [];
        Page.Response += (_, response) =>
        {
            if (response.Url.EndsWith("/graphql", StringComparison.Ordinal))
            {
                answers.Add(response.TextAsync());
            }
        };
        await Visit("");
        await Assertions.Expect(Main).ToContainTextAsync("该行政区尚未开放公开目录。");
        await Visit("?lang=en", "999999");
        await Assertions.Expect(Main).ToContainTextAsync("This district has no public directory yet.");

        await Write("""
            registerDocument(input: { district: "500154", code: "OPEN", title: "关于公开规划目录的通知（示例）", issuer: "区政府",
                issuedOn: "2026-06-01", secrecy: PUBLIC })
            """);
        await Write("""
            setPolicy(input: { district: "500154", key: "disclosure.public_directory", value: "on", from: "2026-06-02", document: "OPEN" })
            """);
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
        {
            await Page.SetViewportSizeAsync(width, height);
            foreach (var language in new[] { "", "?lang=en" })
            {
                await Visit(language);
                await Assertions.Expect(Page.Locator("tbody tr").First).ToBeVisibleAsync();
                (await SeriousFaults()).Concat(await Overflowing()).Concat(Complaints).Should().BeEmpty($"at {width} {language}");
            }
        }

        (await Task.WhenAll(answers)).SelectMany(a => Names(JsonDocument.Parse(a).RootElement)).Distinct().Should().BeSubsetOf(
            ["data", "publicPlans", "name", "kind", "horizon", "from", "to", "leadAgency", "publishedOn", "progress", "year", "on",
                "document", "__typename"]);
        Requests.Should().OnlyContain(r => r.StartsWith(Address + "/public/") || r.StartsWith(Address + "/d/assets/")
            || r == Address + "/graphql");
    }

    private async Task Visit(string query, string district = "500154")
    {
        await Page.GotoAsync($"{Address}/public/{district}{query}");
        await Read();
    }

    private static IEnumerable<string> Names(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Names(p.Value).Append(p.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
