using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests;

namespace Web.Tests.Manual;

/// <summary>
/// Walks through a manual's day on the sample, part by part: each 「word」 is found on the page it is said of, and each picture is one
/// that the walk takes. APPROVE=1 writes the pictures (with ImageMagick's convert, which makes them small).
/// </summary>
public abstract partial class ManualTest(string name) : RegistryTest
{
    private const int Width = 1366, Height = 768, MostColours = 48;

    private readonly ManualFile manual = ManualFile.Of(name);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> walked = [];
    private readonly List<string> taken = [];

    protected ILocator Drawer => Page.Locator(".ant-drawer-open").Last;

    protected ILocator Button(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words });

    protected ILocator Summary(string words) => Page.Locator("summary", new() { HasText = words });

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Page.SetViewportSizeAsync(Width, Height);
    }

    /// <summary>Walks what a part tells, then looks whether its words were met and its pictures taken.</summary>
    protected async Task At(string heading, Func<Task> walk)
    {
        var part = manual.Parts.Should().ContainSingle(p => p.Heading == heading).Subject;
        seen.Clear();
        var before = taken.Count;
        await walk();
        await Look();
        part.Words.Where(w => !seen.Any(s => Says(s, w))).Should().BeEmpty($"what “{heading}” of {name} quotes stands on the page");
        taken[before..].Should().Equal(part.Images, $"these are the pictures of “{heading}” of {name}");
        walked.Add(heading);
    }

    /// <summary>That the whole manual was walked through.</summary>
    protected void Done()
    {
        walked.Should().Equal(manual.Parts.Select(p => p.Heading));
        (manual.Opening.Words, manual.Opening.Images).Should().BeEquivalentTo((Array.Empty<string>(), Array.Empty<string>()),
            "words are quoted where they can be met");
        Complaints.Should().BeEmpty();
    }

    /// <summary>Keeps in mind what can be pressed, opened, filled in or read as a heading now.</summary>
    protected async Task Look()
    {
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        seen.UnionWith(await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, a, summary, label, legend, th, dt, h1, h2, h3, option, input, textarea, select')]
                .filter(e => e.checkVisibility() || e.closest('select'))
                .flatMap(e => [e.textContent, [...e.childNodes].find(c => c.nodeType === 3)?.textContent, e.getAttribute('aria-label'),
                    e.getAttribute('placeholder')])
                .filter(Boolean).map(t => t.replace(/\s+/g, ''))
            """));
    }

    /// <summary>A picture of the page, what is told of it framed in red.</summary>
    protected async Task Shot(string image, ILocator told)
    {
        await Look();
        await told.ScrollIntoViewIfNeededAsync();
        taken.Add($"{image}.png");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await told.EvaluateAsync("e => { e.style.outline = '3px solid #B42318'; e.style.outlineOffset = '3px'; }");
            await Page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().map(a => a.finished))");
            var bytes = await Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
            await told.EvaluateAsync("e => { e.style.outline = ''; e.style.outlineOffset = ''; }");
            await Write(bytes, Repository.Path($"{ManualFile.Folder}/images/{image}.png"));
        }
    }

    private static async Task Write(byte[] picture, string path)
    {
        var start = new ProcessStartInfo("convert",
            ["png:-", "-strip", "+dither", "-colors", $"{MostColours}", "-define", "png:compression-level=9", $"png8:{path}"])
        {
            RedirectStandardInput = true,
        };
        using var convert = Process.Start(start)!;
        await convert.StandardInput.BaseStream.WriteAsync(picture);
        convert.StandardInput.Close();
        await convert.WaitForExitAsync();
        convert.ExitCode.Should().Be(0, "ImageMagick's convert makes {0} small", path);
    }

    /// <summary>A count, a mark or a day may follow the words.</summary>
    private static bool Says(string text, string words)
    {
        var plain = Blank().Replace(words, "");
        return text.StartsWith(plain, StringComparison.Ordinal)
            && (text.Length == plain.Length || !Han().IsMatch(text[plain.Length..][..1]));
    }

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
