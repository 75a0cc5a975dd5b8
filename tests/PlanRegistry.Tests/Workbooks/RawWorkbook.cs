using System.IO.Compression;
using System.Text;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>An .xlsx out of its own words, for what other programs write and OpenXml does not.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <param name="rows">The elements of its rows.</param>
    /// <param name="after">What stands below them.</param>
    /// <param name="strings">The elements of its shared texts.</param>
    /// <param name="book">What stands in the workbook before its sheets.</param>
    /// <param name="names">Of its sheets, which all hold the same.</param>
    public static byte[] Bytes(string rows, string after = "", string? strings = null, string book = "", string? styles = null,
        string[]? names = null)
    {
        names ??= ["附表1"];
        string Each(Func<string, int, string> of) => string.Concat(names.Select((n, i) => of(n, i + 1)));
        return Zip(CompressionLevel.Optimal,
        [
            ("[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                {Override("workbook", "sheet.main")}{Override("styles", "styles")}{Override("sharedStrings", "sharedStrings")}
                {Each((_, i) => Override($"worksheets/sheet{i}", "worksheet"))}</Types>
                """),
            ("_rels/.rels", Relations($"""<Relationship Id="r1" Type="{Related}/officeDocument" Target="xl/workbook.xml"/>""")),
            ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Related}">{book}<sheets>"""
                + Each((n, i) => $"""<sheet name="{n}" sheetId="{i}" r:id="s{i}"/>""") + "</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Relations(
                Each((_, i) => $"""<Relationship Id="s{i}" Type="{Related}/worksheet" Target="worksheets/sheet{i}.xml"/>""")
                + $"""
                <Relationship Id="t" Type="{Related}/styles" Target="styles.xml"/>
                <Relationship Id="u" Type="{Related}/sharedStrings" Target="sharedStrings.xml"/>
                """)),
            ("xl/styles.xml", styles ?? Styles()),
            ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{strings}</sst>"""),
            .. names.Select((_, i) => ($"xl/worksheets/sheet{i + 1}.xml",
                $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""")),
        ]);
    }

    /// <summary>Format 0 is plain, 1 is struck through, from 2 on come those given.</summary>
    public static string Styles(params string[] codes) => $"""
        <styleSheet xmlns="{Main}"><numFmts>{string.Concat(codes.Select((c, i) =>
            $"<numFmt numFmtId=\"{170 + i}\" formatCode=\"{System.Security.SecurityElement.Escape(c)}\"/>"))}</numFmts>
        <fonts><font/><font><strike/></font></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>
        <cellXfs><xf/><xf fontId="1"/>{string.Concat(codes.Select((_, i) => $"<xf numFmtId=\"{170 + i}\"/>"))}</cellXfs></styleSheet>
        """;

    public static string Row(int number, string attributes, params string[] cells) =>
        $"""<row r="{number}" {attributes}>{string.Concat(cells)}</row>""";

    public static string Words(string text) => $"""<c t="inlineStr"><is><t>{text}</t></is></c>""";

    /// <summary>Of parts, each with the words of its own font.</summary>
    public static string Rich(params (string Font, string Text)[] parts) => $"""<c t="inlineStr"><is>{Runs(parts)}</is></c>""";

    public static string Runs(params (string Font, string Text)[] parts) =>
        string.Concat(parts.Select(p => $"<r>{p.Font}<t>{p.Text}</t></r>"));

    public static string Figure(string value, int format = 0) => $"""<c s="{format}"><v>{value}</v></c>""";

    public static byte[] Zip(CompressionLevel level, params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, level).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    private static string Override(string part, string type) =>
        $"""<Override PartName="/xl/{part}.xml" ContentType="{Spreadsheet}{type}+xml"/>""";

    private static string Relations(string all) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>""";
}
