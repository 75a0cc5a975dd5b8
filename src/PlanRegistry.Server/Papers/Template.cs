using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanRegistry.Records;
using Words = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace PlanRegistry.Server.Papers;

/// <summary>
/// Fills a .docx: {{field}} anywhere in body, headers and footers. Paragraphs that follow each other, or table rows, that name fields of
/// one list ({{findings.sentence}}) are repeated together for each of its rows. What is filled in is not read for fields again.
/// </summary>
public static partial class Template
{
    public const string PictureField = "qr";

    /// <exception cref="PaperException">A field that the paper does not have, or a file that is no .docx.</exception>
    public static byte[] Fill(string file, byte[] template, Paper paper)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        try
        {
            using var document = WordprocessingDocument.Open(stream, isEditable: true);
            var main = document.MainDocumentPart?.Document is { } root ? document.MainDocumentPart : throw Damaged(file);
            OpenXmlElement?[] roots = [root, .. main.HeaderParts.Select(h => h.Header), .. main.FooterParts.Select(f => f.Footer)];
            foreach (var part in roots.OfType<OpenXmlElement>())
            {
                new Filling(file, paper, main).Fill(part);
            }
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException)
        {
            throw Damaged(file);
        }
        return stream.ToArray();
    }

    private static PaperException Damaged(string file) => new(StatusCodes.Status500InternalServerError,
        new($"模板{file}不是可以读取的.docx文件。", $"The template {file} is no .docx file that can be read."));

    [GeneratedRegex(@"\{\{\s*([^{}\s]*)\s*\}\}")]
    private static partial Regex Field();

    /// <summary>{{agency, agency}}, ｛｛agency｝｝, {{agency name}}: with what stands beside it, up to 30 characters.</summary>
    [GeneratedRegex(@"(\{\{|｛｛|\{｛|｛\{)[^{}｛｝]{0,30}[}｝]*|[^{}｛｝\s]{0,30}(\}\}|｝｝|\}｝|｝\})")]
    private static partial Regex Broken();

    private sealed class Filling(string file, Paper paper, MainDocumentPart main)
    {
        private readonly List<Paragraph> single = [];
        private readonly List<(string List, List<OpenXmlElement> Blocks)> repeated = [];

        public void Fill(OpenXmlElement root)
        {
            foreach (var paragraph in root.Descendants<Paragraph>())
            {
                Whole(string.Concat(paragraph.Descendants<Words>().Select(t => t.Text)));
            }
            Sort(root);
            single.ForEach(p => Fill(p, null, null));
            foreach (var (name, blocks) in repeated)
            {
                var list = paper.Lists[name];
                foreach (var row in list.Rows)
                {
                    foreach (var block in blocks)
                    {
                        var copy = block.CloneNode(true);
                        blocks[0].InsertBeforeSelf(copy);
                        Fill(copy, name, row);
                    }
                }
                // That a field is not there is told also where there are no rows.
                blocks.ForEach(b => Fill(b, name, list.Fields.ToDictionary(f => f, _ => "", StringComparer.Ordinal)));
                blocks.ForEach(b => Remove(b));
            }
        }

        /// <summary>A marker that is not whole would leave as it stands.</summary>
        private void Whole(string text)
        {
            if (Broken().Match(Field().Replace(text, "")) is { Success: true } broken)
            {
                throw new PaperException(StatusCodes.Status500InternalServerError, new(
                    $"模板{file}中的字段标记“{broken.Value}”不完整：应写作{{{{字段}}}}，用半角花括号，在同一段内成对。",
                    $"The template {file} has a marker \"{broken.Value}\" that is not whole: write {{{{field}}}}, in one paragraph."));
            }
        }

        private void Sort(OpenXmlElement parent)
        {
            string? before = null;
            foreach (var child in parent.ChildElements)
            {
                var list = child is Paragraph or TableRow ? ListOf(child.InnerText) : null;
                if (list is not null && list == before)
                {
                    repeated[^1].Blocks.Add(child);
                }
                else if (list is not null)
                {
                    repeated.Add((list, [child]));
                }
                else if (child is Paragraph paragraph)
                {
                    single.Add(paragraph);
                }
                else
                {
                    Sort(child);
                }
                before = list;
            }
        }

        private string? ListOf(string text) => Field().Matches(text).Select(m => m.Groups[1].Value.Split('.'))
            .FirstOrDefault(n => n.Length == 2 && paper.Lists.ContainsKey(n[0]))?[0];

        private void Fill(OpenXmlElement block, string? list, IReadOnlyDictionary<string, string>? row)
        {
            foreach (var paragraph in block is Paragraph itself ? [itself] : block.Descendants<Paragraph>().ToList())
            {
                // From the end, so that what is filled in moves nothing that is still to be filled.
                foreach (var field in Field().Matches(string.Concat(paragraph.Descendants<Words>().Select(t => t.Text))).Reverse())
                {
                    var name = field.Groups[1].Value;
                    var isPicture = name == PictureField && paper.Picture is not null;
                    Put(paragraph, field, isPicture ? "" : Value(name, list, row));
                    if (isPicture)
                    {
                        paragraph.AppendChild(new Run(PaperPicture.Of(main, paper.Picture!)));
                    }
                }
            }
        }

        private string Value(string name, string? list, IReadOnlyDictionary<string, string>? row)
        {
            var value = row is not null && name.StartsWith(list + ".", StringComparison.Ordinal)
                ? row.GetValueOrDefault(name[(list!.Length + 1)..]) : paper.Texts.GetValueOrDefault(name);
            return value ?? throw new PaperException(StatusCodes.Status500InternalServerError,
                new($"模板{file}中的字段“{name}”不存在。", $"The template {file} names a field \"{name}\" that there is not."));
        }

        /// <summary>An editor may have cut a marker into several runs: the first takes the value.</summary>
        private static void Put(Paragraph paragraph, Match field, string value)
        {
            var at = 0;
            var written = false;
            foreach (var text in paragraph.Descendants<Words>().ToList())
            {
                var (whole, start, end) = (text.Text, Math.Max(field.Index - at, 0), field.Index + field.Length - at);
                at += whole.Length;
                if (end <= 0 || start >= whole.Length)
                {
                    continue;
                }
                var rest = end < whole.Length ? whole[end..] : "";
                Write(text, whole[..start] + (written ? "" : value) + rest);
                written = true;
            }
        }

        private static void Write(Words text, string value)
        {
            var lines = string.Concat(value.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))).Split('\n');
            (text.Text, text.Space) = (lines[0], SpaceProcessingModeValues.Preserve);
            OpenXmlElement last = text;
            foreach (var line in lines.Skip(1))
            {
                last = last.InsertAfterSelf(new Break());
                last = last.InsertAfterSelf(new Words(line) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        /// <summary>A cell holds a paragraph at least, and a table a row.</summary>
        private static void Remove(OpenXmlElement block)
        {
            var parent = block.Parent!;
            block.Remove();
            if (parent is TableCell && !parent.Elements<Paragraph>().Any())
            {
                parent.AppendChild(new Paragraph());
            }
            else if (parent is Table && !parent.Elements<TableRow>().Any())
            {
                parent.Remove();
            }
        }
    }
}
