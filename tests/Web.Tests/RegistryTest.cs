using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Storage;

namespace Web.Tests;

/// <summary>The registry's own pages with the sample, and what is asked of each of them.</summary>
public abstract class RegistryTest(params (string Key, string? Value)[] settings) : BrowserTest(settings)
{
    protected const string District = "/d/500154/";

    private static readonly string Axe = File.ReadAllText(AxeFile());

    protected ILocator Main => Page.Locator("main");

    protected ILocator Banner => Page.Locator(".past");

    /// <summary>Opens a page and waits until it has been read.</summary>
    protected Task Open(string page) => Open(Page, page);

    protected async Task Open(IPage browser, string page)
    {
        await browser.GotoAsync(Address + District + page);
        await Read(browser);
    }

    protected Task Read() => Read(Page);

    /// <summary>The accounts of the demonstration; from then on nobody is here without one.</summary>
    protected void HaveAccounts()
    {
        Demonstration.Found(Service<IAccessStorage>(), TimeProvider.System);
        Service<Callers>().Refresh();
    }

    /// <summary>Signs in where everyone begins, until their page is there: the page of signing in has a heading too.</summary>
    protected async Task SignIn(string name)
    {
        await Page.GotoAsync(Address);
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Assertions.Expect(Page.Locator(".person")).ToContainTextAsync(name);
        await Read();
    }

    /// <summary>Until the page that begins anew is there: who goes elsewhere before cuts it off.</summary>
    protected async Task SignOut()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "退出", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.Locator("main.sign-in")).ToBeVisibleAsync();
        await Read();
    }

    private static async Task Read(IPage browser)
    {
        await Assertions.Expect(browser.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(browser.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>What our own API says beside the pages.</summary>
    protected async Task<JsonElement> Ask(string fields)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        using var answer = await http.PostAsJsonAsync("/graphql", new { query = $"{{ district(code: \"500154\") {{ {fields} }} }}" });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("district");
    }

    /// <summary>Writes as somebody else would, beside the page.</summary>
    protected async Task Write(string mutation)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        var query = $"mutation {{ {mutation} {{ problems {{ message }} }} }}";
        using var answer = await http.PostAsJsonAsync("/graphql", new { query });
        (await answer.Content.ReadAsStringAsync()).Should().EndWith("""{"problems":[]}}}""");
    }

    /// <summary>What axe-core calls serious or critical once the page has read all it shows and its colours stand still.</summary>
    protected async Task<string[]> SeriousFaults()
    {
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await Page.EvaluateAsync("""
            () => Promise.allSettled(document.getAnimations()
                .filter(a => a.effect.getComputedTiming().endTime !== Infinity).map(a => a.finished))
            """);
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(Axe);
        }
        return await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.nodes[0].html}`)
            """);
    }

    /// <summary>
    /// Elements that are shown and whose text is wider than they are; tables, and the line of anchors of a narrow page, may be scrolled
    /// sideways.
    /// </summary>
    protected Task<string[]> Overflowing() => Page.EvaluateAsync<string[]>("""
        () => [document.documentElement, ...document.querySelectorAll('body *')]
            .filter(e => e.checkVisibility() && e.clientWidth > 0)
            .filter(e => !e.closest('.unseen, .scroll, .anchors, svg') && getComputedStyle(e).display !== 'inline')
            .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`)
        """);

    private static string AxeFile([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../src/web/registry/node_modules/axe-core/axe.min.js");
}
