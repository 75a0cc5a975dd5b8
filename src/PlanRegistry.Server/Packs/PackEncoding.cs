using System.Text;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Packs;

/// <summary>UTF-8, with or without a byte order mark, else GB18030, in which Chinese spreadsheets save by default.</summary>
internal static class PackEncoding
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, true);
    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text, or null with why there is none.</summary>
    public static string? Decode(byte[] bytes, out Text? misfit)
    {
        misfit = null;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            misfit = new Text("文件是 UTF-16 编码，请存为 UTF-8 或 GB18030。", "the file is UTF-16: save it as UTF-8 or GB18030.");
        }
        else if (bytes.Contains((byte)0))
        {
            misfit = new Text("文件不是文本：含有零字节。", "the file is no text: it holds zero bytes.");
        }
        if (misfit is not null)
        {
            return null;
        }
        var body = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        if (Decode(Utf8, body) is { } text || (text = Decode(Gb18030, body)) is not null)
        {
            return text;
        }
        misfit = new Text("文件不是 UTF-8 或 GB18030 编码的文本。", "the file is neither UTF-8 nor GB18030.");
        return null;
    }

    private static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
