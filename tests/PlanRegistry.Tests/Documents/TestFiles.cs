using System.IO.Compression;
using System.Text;

namespace PlanRegistry.Tests.Documents;

/// <summary>Small files of each kind, by their content.</summary>
internal static class TestFiles
{
    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n");

    public static byte[] Png { get; } = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];

    public static byte[] Zip(params string[] parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(part).Open());
                writer.Write("<part/>");
            }
        }
        return file.ToArray();
    }

    /// <summary>A file of a kind.</summary>
    public static byte[] Of(string kind) => kind switch
    {
        "pdf" => Pdf,
        "png" => Png,
        "jpg" => [0xff, 0xd8, 0xff, 0xe0, 0, 16],
        "tif" => [(byte)'I', (byte)'I', (byte)'*', 0, 8, 0, 0, 0],
        "ofd" => Zip("OFD.xml", "Doc_0/Document.xml"),
        "docx" => Zip("[Content_Types].xml", "word/document.xml"),
        "docm" => Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        "zip" => Zip("notes.txt"),
        "xlsx" => Zip("[Content_Types].xml", "xl/workbook.xml"),
        "cut" => Zip("[Content_Types].xml", "word/document.xml")[..60],
        "exe" => Encoding.ASCII.GetBytes("MZ program"),
        _ => Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"),
    };
}
