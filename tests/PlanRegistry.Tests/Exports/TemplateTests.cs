using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanRegistry.Server.Papers;

namespace PlanRegistry.Tests.Exports;

/// <summary>A template is filled, whatever an editor has made of it; the program's own are laid out as GB/T 9704-2012 says.</summary>
public sealed class TemplateTests
{
    private static readonly Paper Filled = new("提醒函", new Dictionary<string, string> { ["agency"] = "区水利局", ["note"] = "{{agency}}\n第二行" },
        new Dictionary<string, PaperRows>
        {
            ["findings"] = PaperRows.Of(["甲", "乙"], ("number", (_, n) => $"{n}"), ("sentence", (f, _) => f)),
            ["none"] = PaperRows.Of(Array.Empty<string>(), ("sentence", (f, _) => f)),
        });

    [Fact]
    public void A_marker_that_an_editor_has_cut_into_runs_is_filled()
    {
        var content = Fill(new Paragraph(Run("致："), Run("{{ag"), Run("ency"), Run("}}，你好")));

        LetterFile.Paragraphs(content).Should().Equal("致：区水利局，你好");
    }

    [Fact]
    public void Paragraphs_of_one_list_are_repeated_together_and_a_list_without_rows_leaves_nothing() =>
        LetterFile.Paragraphs(Fill(Line("{{findings.number}}、"), Line("{{findings.sentence}}归{{agency}}"),
                Line("无：{{none.sentence}}"), Line("完")))
            .Should().Equal("1、", "甲归区水利局", "2、", "乙归区水利局", "完");

    [Fact]
    public void Rows_of_a_table_are_repeated()
    {
        var table = new Table(new TableProperties(), new TableGrid(new GridColumn(), new GridColumn()),
            new TableRow(Cell("序号"), Cell("问题")),
            new TableRow(Cell("{{findings.number}}"), Cell("{{findings.sentence}}")));

        LetterFile.Paragraphs(Fill(table, Line("完"))).Should().Equal("序号", "问题", "1", "甲", "2", "乙", "完");
    }

    [Fact]
    public void What_is_filled_in_is_not_read_for_fields_and_keeps_its_lines() =>
        LetterFile.Paragraphs(Fill(Line("{{note}}"))).Should().Equal("{{agency}}\n第二行");

    [Theory]
    [InlineData("{{agencies}}", "agencies")]
    [InlineData("{{none.title}}", "none.title")]
    [InlineData("{{findings.number}}{{findings.title}}", "findings.title")]
    public void A_field_that_there_is_not_is_told_with_its_file(string words, string field) =>
        FluentActions.Invoking(() => Fill(Line(words))).Should().Throw<PaperException>().Which.Sentence.Should().Be(
            new PlanRegistry.Records.Text($"模板letter.docx中的字段“{field}”不存在。",
                $"The template letter.docx names a field \"{field}\" that there is not."));

    /// <summary>It would stand in an official letter as it is.</summary>
    [Theory]
    [InlineData("致：{{agency，你好", "{{agency，你好")]
    [InlineData("致：｛｛agency｝｝", "｛｛agency｝｝")]
    [InlineData("致：{{agency｝｝", "{{agency｝｝")]
    [InlineData("agency}}", "agency}}")]
    [InlineData("{{agency name}}", "{{agency name}}")]
    public void A_marker_that_is_not_whole_is_told_with_its_file(string words, string marker) =>
        FluentActions.Invoking(() => Fill(Line("{{agency}}"), Line(words))).Should().Throw<PaperException>().Which.Sentence.Should().Be(
            new PlanRegistry.Records.Text($"模板letter.docx中的字段标记“{marker}”不完整：应写作{{{{字段}}}}，用半角花括号，在同一段内成对。",
                $"The template letter.docx has a marker \"{marker}\" that is not whole: write {{{{field}}}}, in one paragraph."));

    [Fact]
    public void A_file_that_is_no_docx_is_told_by_its_name() =>
        FluentActions.Invoking(() => Template.Fill("letter.docx", "not a paper"u8.ToArray(), Filled)).Should().Throw<PaperException>()
            .Which.Sentence.Zh.Should().Be("模板letter.docx不是可以读取的.docx文件。");

    [Theory]
    [InlineData("reminder.docx")]
    [InlineData("certificate.docx")]
    [InlineData("report.docx")]
    [InlineData("missing.docx")]
    public void A_page_is_A4_with_the_margins_and_the_grid_of_official_documents(string file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(new PaperTemplates().Of(file)), isEditable: false);
        var main = document.MainDocumentPart!;
        var section = main.Document!.Body!.GetFirstChild<SectionProperties>()!;
        var (size, margin, grid) =
            (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!, section.GetFirstChild<DocGrid>()!);

        var spacing = main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Spacing>().Single().Val!.Value;

        (Millimetres(size.Width!.Value), Millimetres(size.Height!.Value)).Should().Be((210, 297));
        (Millimetres(margin.Top!.Value), Millimetres(margin.Bottom!.Value),
            Millimetres(margin.Left!.Value), Millimetres(margin.Right!.Value))
            .Should().Be((37, 35, 28, 26));
        var (lines, characters) = ((297 - 37 - 35) / 25.4 * 1440 / grid.LinePitch!.Value,
            (210 - 28 - 26) / 25.4 * 72 / (16 + (spacing / 20.0)));
        ((int)lines, (int)characters).Should().Be((22, 28), "22 lines of 28 characters stand on it");
        main.FooterParts.Select(f => string.Concat(f.Footer!.Descendants<Text>().Select(t => t.Text))).Should().AllBe("— 1 —");
        main.FontTablePart!.Fonts!.Elements<Font>().Should()
            .Contain(f => f.Name == "仿宋_GB2312" && f.AltName!.Val!.Value!.StartsWith("仿宋,"));
    }

    [Theory]
    [InlineData("reminder.docx")]
    [InlineData("missing.docx")]
    public void Seal_and_day_never_stand_on_a_page_of_their_own(string file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(new PaperTemplates().Of(file)), isEditable: false);
        var paragraphs = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().ToList();
        var last = paragraphs.FindLastIndex(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Body");
        var seal = paragraphs.FindIndex(p => p.InnerText == "（印章）");

        seal.Should().BeGreaterThan(last);
        paragraphs[last..seal].Should().OnlyContain(p => p.ParagraphProperties!.KeepNext != null, "the last sentence goes with them");
    }

    private static double Millimetres(double twips) => Math.Round(twips / 1440 * 25.4);

    private static Run Run(string words) => new(new Text(words));

    private static Paragraph Line(string words) => new(Run(words));

    private static TableCell Cell(string words) => new(Line(words));

    private static byte[] Fill(params DocumentFormat.OpenXml.OpenXmlElement[] blocks)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(blocks));
        }
        return Template.Fill("letter.docx", stream.ToArray(), Filled);
    }
}
