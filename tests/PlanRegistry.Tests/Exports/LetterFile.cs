using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanRegistry.Tests.Exports;

/// <summary>A .docx as a word processor reads it: the texts of its paragraphs, in order, those in cells too.</summary>
internal static class LetterFile
{
    public static IReadOnlyList<string> Paragraphs(byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").Should()
            .BeEmpty("the paper is as the standard says");
        return [.. document.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(Words).Where(t => t != "")];
    }

    private static string Words(Paragraph paragraph) =>
        string.Concat(paragraph.Descendants().Select(e => e is Text text ? text.Text : e is Break ? "\n" : ""));
}
