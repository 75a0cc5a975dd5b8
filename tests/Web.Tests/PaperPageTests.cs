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
}
