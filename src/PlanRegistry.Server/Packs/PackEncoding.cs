using System.Text;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Packs;

/// <summary>
/// UTF-8, with or without a byte order mark; else GB18030, in which Chinese spreadsheets save by default, where it reads as Chinese: most
/// of what any other encoding holds decodes as GB18030 too, and into nonsense. What is declared is held to.
/// </summary>
internal static class PackEncoding
{
    // 3,755 characters in common use, GB 2312 level 1; of real titles and names nearly all are among them.
    private const double MostCommon = 0.9;
    private const int SampleLength = 20;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, true);
    private static readonly Encoding Gb18030 = Strict(54936);
    private static readonly Encoding Big5 = Strict(950);

    /// <summary>What --encoding may say.</summary>
    public static IReadOnlyDictionary<string, Encoding> Declared { get; } =
        new Dictionary<string, Encoding>(StringComparer.OrdinalIgnoreCase) { ["UTF-8"] = Utf8, ["GB18030"] = Gb18030, ["Big5"] = Big5 };

    /// <summary>The text, or null with why there is none.</summary>
    /// <param name="isCommand">Whether the encoding can be declared, by --encoding.</param>
    public static string? Decode(byte[] bytes, Encoding? declared, out Text? misfit, bool isCommand = true)
    {
        misfit = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
            ? new Text("文件是UTF-16编码，请存为UTF-8或GB18030。", "the file is UTF-16: save it as UTF-8 or GB18030.")
            : Array.IndexOf(bytes, (byte)0) is >= 0 and var zero
                ? new Text($"文件不是文本：第{LineAt(bytes, zero)}行含有零字节。", $"the file is no text: line {LineAt(bytes, zero)} holds a zero byte.")
            : (Text?)null;
        if (misfit is not null)
        {
            return null;
        }
        var body = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        if (declared is not null || bytes.Length > body.Length)
        {
            return Decode(declared ?? Utf8, body, out misfit);
        }
        return System.Text.Unicode.Utf8.IsValid(body) ? Utf8.GetString(body)
            : IsDamagedUtf8(body) ? Decode(Utf8, body, out misfit)
            : Undeclared(body, isCommand, out misfit);
    }

    /// <summary>GB18030 where it reads as Chinese, else the question is put back.</summary>
    private static string? Undeclared(ReadOnlySpan<byte> body, bool isCommand, out Text? misfit)
    {
        var way = isCommand ? new Text("请另存为UTF-8，或以--encoding注明编码。", "save it as UTF-8, or name the encoding by --encoding.")
            : new Text("请另存为UTF-8编码的.csv，或者另存为.xlsx。", "save it as .csv in UTF-8, or as .xlsx.");
        var text = Decode(Gb18030, body, out misfit);
        if (text is null || ReadsAsChinese(text))
        {
            return text;
        }
        if (text.Contains("SECRET", StringComparison.OrdinalIgnoreCase))
        {
            // Its rows may say what nobody is to read in a message.
            misfit = new Text($"编码不明（文件中有涉密标记，不显示内容）。{way.Zh}",
                $"the encoding is not clear (the file has a secret mark, so nothing of it is shown): {way.En}");
            return null;
        }
        var (mainland, taiwan) = (Sample(text), Decode(Big5, body, out _) is { } other ? Sample(other) : null);
        misfit = taiwan is null
            ? new Text($"编码不明：按GB18030读作“{mainland}”。{way.Zh}",
                $"the encoding is not clear: as GB18030 it reads \"{mainland}\". S{way.En[1..]}")
            : new Text($"编码不明：按GB18030读作“{mainland}”，按Big5读作“{taiwan}”。{way.Zh}",
                $"the encoding is not clear: as GB18030 it reads \"{mainland}\", as Big5 \"{taiwan}\". S{way.En[1..]}");
        return null;
    }

    private static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes, out Text? misfit)
    {
        misfit = null;
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var (line, odd) = (LineAt(bytes, Math.Clamp(e.Index, 0, bytes.Length - 1)), Convert.ToHexString(e.BytesUnknown ?? []));
            misfit = new Text($"第{line}行有不能读作{encoding.WebName.ToUpperInvariant()}的字节（{odd}），文件可能已损坏或被截断。",
                $"line {line} has a byte that is no {encoding.WebName.ToUpperInvariant()} ({odd}): the file may be damaged or cut off.");
            return null;
        }
    }

    /// <summary>Of its sequences of several bytes nearly all are UTF-8: one lost byte makes no other encoding of it.</summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (bytes.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var taken);
            (whole, broken) = status == System.Buffers.OperationStatus.Done ? (whole + (taken > 1 ? 1 : 0), broken) : (whole, broken + 1);
            bytes = bytes[Math.Max(taken, 1)..];
        }
        return whole > 10 * broken;
    }

    private static bool ReadsAsChinese(string text)
    {
        var (han, common) = (0, 0);
        Span<byte> code = stackalloc byte[8];
        Span<char> chars = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes().Where(IsHan))
        {
            var length = Gb18030.GetBytes(chars[..rune.EncodeToUtf16(chars)], code);
            han++;
            common += length == 2 && code[0] is >= 0xB0 and <= 0xD7 && code[1] >= 0xA1 ? 1 : 0;
        }
        return han > 0 && common >= MostCommon * han;
    }

    /// <summary>From the first word that is no ASCII on.</summary>
    private static string Sample(string text)
    {
        var start = text.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f');
        var sample = text.Substring(start, Math.Min(SampleLength, text.Length - start));
        return string.Concat(sample.TakeWhile(c => c is not ('\r' or '\n'))).Trim();
    }

    private static bool IsHan(Rune rune) => rune.Value is
        (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or (>= 0xE000 and <= 0xF8FF);

    private static int LineAt(ReadOnlySpan<byte> bytes, int index) => bytes[..index].Count((byte)'\n') + 1;

    private static Encoding Strict(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
