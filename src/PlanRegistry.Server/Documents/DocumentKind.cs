using System.Buffers.Binary;
using System.Text;

namespace PlanRegistry.Server.Documents;

/// <summary>
/// What kind of file it is, by its content and never by its name: PDF (ISO 32000-2, 7.5.2), OFD (GB/T 33190) and docx (ISO/IEC 29500-2),
/// which are ZIP files with a certain part, PNG, JPEG and TIFF.
/// </summary>
public sealed record DocumentKind(string Extension, string MediaType)
{
    private const int MostOfDirectory = 4 * 1024 * 1024;
    private const int EndLength = 22;

    private static readonly DocumentKind Pdf = new(".pdf", "application/pdf");
    private static readonly DocumentKind Ofd = new(".ofd", "application/ofd");
    private static readonly DocumentKind Docx =
        new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static readonly (byte[] Signature, DocumentKind Kind)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), Pdf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a], new(".png", "image/png")),
        ([0xff, 0xd8, 0xff], new(".jpg", "image/jpeg")),
        ("II*\0"u8.ToArray(), new(".tif", "image/tiff")),
        ("MM\0*"u8.ToArray(), new(".tif", "image/tiff")),
    ];

    /// <summary>Null where it is none of these, or a docx with macros.</summary>
    public static DocumentKind? Of(Stream file)
    {
        var first = new byte[8];
        file.Position = 0;
        var start = first.AsMemory(0, file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false));
        foreach (var (signature, kind) in Signatures)
        {
            if (start.Span.StartsWith(signature))
            {
                return kind;
            }
        }
        return start.Span.StartsWith("PK\u0003\u0004"u8) ? OfParts(Parts(file)) : null;
    }

    private static DocumentKind? OfParts(HashSet<string> parts) => parts.Contains("OFD.xml") ? Ofd
        : parts.Contains("[Content_Types].xml") && parts.Contains("word/document.xml") && !parts.Any(IsMacro) ? Docx
        : null;

    /// <summary>Names of parts are one whatever their case.</summary>
    private static bool IsMacro(string part) => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The names in a ZIP's central directory, which is read and nothing of what it names: no bomb goes off. None where it is not in order.
    /// </summary>
    private static HashSet<string> Parts(Stream file)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        var end = Tail(file, EndLength + ushort.MaxValue);
        var at = end.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + EndLength > end.Length)
        {
            return names;
        }
        var (length, from) = (BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at + 12)),
            BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at + 16)));
        if (length > MostOfDirectory || from + (long)length > file.Length)
        {
            return names;
        }
        var directory = new byte[length];
        file.Position = from;
        file.ReadExactly(directory);
        for (var entry = directory.AsSpan(); entry.Length >= 46 && entry.StartsWith("PK\u0001\u0002"u8);)
        {
            int name = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]), whole = 46 + name
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
            if (whole > entry.Length)
            {
                return [];
            }
            names.Add(Encoding.UTF8.GetString(entry.Slice(46, name)));
            entry = entry[whole..];
        }
        return names;
    }

    private static byte[] Tail(Stream file, int most)
    {
        var tail = new byte[Math.Min(file.Length, most)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        return tail;
    }
}
