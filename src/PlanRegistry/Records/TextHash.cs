using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PlanRegistry.Records;

/// <summary>
/// sha256 of a list of texts in a form that no other list shares: each text is its length in UTF-8 bytes, a colon and its bytes;
/// one that is not recorded is a dash. Simple enough to write again in any language: no escaping, hence no table of characters
/// that a later Unicode would change.
/// </summary>
public sealed class TextHash : IDisposable
{
    private const int FlushAt = 64 * 1024;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> pending = new(512);

    public TextHash Add(string? text)
    {
        if (text is null)
        {
            pending.Write("-"u8);
            return this;
        }
        var length = Encoding.UTF8.GetByteCount(text);
        var span = pending.GetSpan(length + 12);
        length.TryFormat(span, out var digits, default, CultureInfo.InvariantCulture);
        span[digits] = (byte)':';
        pending.Advance(digits + 1 + Encoding.UTF8.GetBytes(text, span[(digits + 1)..]));
        if (pending.WrittenCount > FlushAt)
        {
            Flush();
        }
        return this;
    }

    public TextHash Add(int? number) => Add(number?.ToString(CultureInfo.InvariantCulture));

    public string ToHex()
    {
        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private void Flush()
    {
        hash.AppendData(pending.WrittenSpan);
        pending.ResetWrittenCount();
    }
}
