using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanRegistry.Server.Papers;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Exports;

/// <summary>An office's template stands in place of the program's own, and what is wrong in it is told.</summary>
public sealed class OwnTemplateTests : ServerTest
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("plan-registry-templates-");

    public OwnTemplateTests() : base(("Papers:Templates", Folder.FullName)) { }

    [Fact]
    public async Task The_offices_wording_stands_in_the_letter_without_a_restart()
    {
        (await Letter("report")).Should().Contain("规划评估报告报送单");

        await Own("report.docx", text => text.Replace("规划评估报告报送单", "开州区规划评估报告送达单（{{plan}}）", StringComparison.Ordinal));

        (await Letter("report")).Should().NotContain("规划评估报告报送单")
            .And.Contain(p => p.StartsWith("开州区规划评估报告送达单（《", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_that_there_is_not_is_told_with_the_files_name_and_nothing_leaves()
    {
        await Own("missing.docx", text => text.Replace("{{subject}}", "{{secret}}", StringComparison.Ordinal));

        (await Refusal("missing", "SPE-2024-01")).Should().Be("模板missing.docx中的字段“secret”不存在。");
        (await Refusal("missing", "SPE-2024-01", "en")).Should()
            .Be("The template missing.docx names a field \"secret\" that there is not.");
    }

    [Fact]
    public async Task A_damaged_template_is_told_by_its_name_and_the_others_go_on()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(Folder.FullName, "briefing.docx"), "no paper");

        (await Refusal("briefing")).Should().Be("模板briefing.docx不是可以读取的.docx文件。");

        using var letter = await Send("reminder", "KZ-WRB");
        letter.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private async Task<IReadOnlyList<string>> Letter(string paper)
    {
        var duties = await Ask("""{ district(code: "500154") { reviewDuties(first: 1) { nodes { key } } } }""");
        using var answer = await Send(paper, duties.Text("district.reviewDuties.nodes.0.key")!);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return LetterFile.Paragraphs(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<string?> Refusal(string paper, string? of = null, string language = "zh")
    {
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await Send(paper, of is null ? [] : [of]);
        Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("message");
    }

    private Task<HttpResponseMessage> Send(string paper, params string[] of) =>
        Http.PostAsJsonAsync("/papers", new { district = "500154", paper, of });

    /// <summary>As an office makes its own of the program's: other words in it.</summary>
    private static async Task Own(string file, Func<string, string> words)
    {
        using var stream = new MemoryStream();
        stream.Write(new PaperTemplates().Of(file));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            foreach (var text in document.MainDocumentPart!.Document!.Descendants<Text>())
            {
                text.Text = words(text.Text);
            }
        }
        await System.IO.File.WriteAllBytesAsync(Path.Combine(Folder.FullName, file), stream.ToArray());
    }
}
