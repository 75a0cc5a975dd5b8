using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>文书 on the pages: a letter to the agency that is chosen holds what is shown of it.</summary>
public sealed class PaperPageTests : RegistryTest
{
    [Fact, Trait("Category", "Pages")]
    public async Task A_letter_to_the_chosen_agency_holds_its_findings_on_the_screen()
    {
        await Open("findings?agency=KZ-WRB");
        var shown = await Page.Locator("main table tbody .col-sentence").AllTextContentsAsync();

        var download = await Page.RunAndWaitForDownloadAsync(
            () => Page.GetByRole(AriaRole.Button, new() { Name = "提醒函", Exact = true }).ClickAsync());

        download.SuggestedFilename.Should().MatchRegex(@"^提醒函-重庆市开州区水利局-\d{4}-\d\d-\d\d\.docx$");
        using var letter = WordprocessingDocument.Open(await download.PathAsync(), isEditable: false);
        var told = letter.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(p => p.InnerText)
            .Where(t => t.StartsWith("问题：", StringComparison.Ordinal)).Select(t => t["问题：".Length..]);
        shown.Should().NotBeEmpty();
        told.Should().BeEquivalentTo(shown);
        Complaints.Should().BeEmpty();
    }

    /// <summary>采纳情况说明表, 审批要件清单 and 调整修订请示 are where the officer reads the same; what was approved is told there too.</summary>
    [Theory, Trait("Category", "Pages")]
    [InlineData("plans/SPE-2025-01", "consultation", "采纳情况说明表(.docx)", "采纳情况说明表-SPE-2025-01")]
    [InlineData("plans/SPE-2025-01", "route", "审批要件清单(.docx)", "审批要件清单-SPE-2025-01")]
    [InlineData("plans/DEV-2021?asOf=2023-12-20", "amendments", "调整修订请示(.docx)", "调整修订请示-DEV-2021-2")]
    public async Task A_plans_page_gives_the_papers_that_it_is_made_with(string page, string section, string button, string file)
    {
        await Open(page);

        await Assertions.Expect(Page.Locator("#amendments")).ToContainTextAsync("现有内容与批准的一致");
        var download = await Page.RunAndWaitForDownloadAsync(
            () => Page.Locator($"#{section}").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync());

        download.SuggestedFilename.Should().StartWith(file).And.EndWith(".docx");
        Complaints.Should().BeEmpty();
    }
}
