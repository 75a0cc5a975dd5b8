using System.Globalization;
using Microsoft.Playwright;

// PagesBench URL: the first page of a browser that holds nothing, and the next one, in Chromium, of a demonstration served at URL.
const int Runs = 9;
// When the page has been read: a heading, a table, and nothing that is still busy.
const string WhenRead = """
    const isRead = () => document.querySelector('main h1') && document.querySelector('main tbody tr')
        && !document.querySelector('[aria-busy=true]');
    (function look() { if (isRead()) { window.readAt = performance.now(); } else { requestAnimationFrame(look); } })();
    """;
const string Next = """
    async ([link, heading]) => {
        const begun = performance.now();
        [...document.querySelectorAll('nav a')].find(a => a.textContent === link).click();
        const isThere = () => document.querySelector('main h1')?.textContent === heading && document.querySelector('main tbody tr')
            && !document.querySelector('[aria-busy=true]');
        while (!isThere()) {
            await new Promise(done => requestAnimationFrame(done));
        }
        return performance.now() - begun;
    }
    """;

if (args is not [var url])
{
    Console.Error.WriteLine("Usage: PagesBench URL");
    return 2;
}
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
List<(double First, double Kilobytes, double Next)> runs = [];
for (var i = 0; i < Runs; i++)
{
    runs.Add(await Measure());
}
// The first run compiles the server's hot paths.
Say("first page (总览) on a fresh browser", runs.Skip(1).Select(r => r.First), 1_500, "ms");
Say("what that took over the line, compressed", runs.Skip(1).Select(r => r.Kilobytes), 500, "KB");
Say("the next page (问题台)", runs.Skip(1).Select(r => r.Next), 300, "ms");
return 0;

async Task<(double First, double Kilobytes, double Next)> Measure()
{
    await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 } });
    var ways = (await (await context.APIRequest.GetAsync(url + "/sign-in/ways")).JsonAsync())!.Value;
    var account = ways.GetProperty("accounts").EnumerateArray().First(a => a.GetProperty("role").GetString() == "REFORM_COMMISSION");
    await context.APIRequest.PostAsync(url + "/sign-in", new() { DataObject = new { account = account.GetProperty("id").GetString() } });
    var page = await context.NewPageAsync();
    var line = await context.NewCDPSessionAsync(page);
    var bytes = 0.0;
    line.Event("Network.loadingFinished").OnEvent += (_, told) => bytes += told!.Value.GetProperty("encodedDataLength").GetDouble();
    await line.SendAsync("Network.enable");
    await page.AddInitScriptAsync(WhenRead);
    await page.GotoAsync(url + "/d/500154/overview");
    await page.WaitForFunctionAsync("() => window.readAt");
    var first = await page.EvaluateAsync<double>("() => window.readAt");
    var kilobytes = bytes / 1024;
    await page.WaitForTimeoutAsync(500);
    return (first, kilobytes, await page.EvaluateAsync<double>(Next, new[] { "问题台", "问题台" }));
}

static void Say(string what, IEnumerable<double> measured, double bound, string unit)
{
    var all = measured.Order().ToList();
    var median = all[all.Count / 2];
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-66} {median,10:F1} {unit,-5} {(median < bound ? "ok    " : "MISSED")} < {bound} {unit}   "
        + $"from {all[0]:F1} to {all[^1]:F1}"));
}
