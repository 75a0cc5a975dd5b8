using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace GraphQLEngine;

/// <summary>
/// Writes JSON as UTF-8 into a pooled buffer that can be cut back to an earlier length, which is how a null spreads upwards without a tree of results.
/// A scalar writes exactly one value; the engine writes names and commas.
/// </summary>
public sealed class JsonOutput : IDisposable
{
    // Characters that JSON wants escaped (RFC 8259 section 7) and surrogates, whose pairing the transcoder checks anyway.
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\']);

    private byte[] _buffer;
    private byte[]? _lent;

    internal JsonOutput() => _buffer = ArrayPool<byte>.Shared.Rent(4096);

    /// <summary>Bytes written so far.</summary>
    internal int Length { get; private set; }

    /// <summary>What was written; valid until the next write.</summary>
    internal ReadOnlyMemory<byte> Written => _lent ?? _buffer.AsMemory(0, Length);

    /// <summary>How many errors the response has, and the code of the first: what telemetry tells of it.</summary>
    internal int ErrorCount { get; private set; }

    internal string? ErrorCode { get; private set; }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _lent, Length) = ([], null, 0);
    }

    /// <summary>A whole response that is kept elsewhere, sent as it is: introspection is too large to be copied each time. Nothing is written after it.</summary>
    internal void Lend(byte[] response) => (_lent, Length) = (response, response.Length);

    internal void Truncate(int length) => Length = length;

    internal void NoteErrors(int count, string code) => (ErrorCount, ErrorCode) = (count, code);

    /// <summary>Writes <c>null</c>.</summary>
    internal void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    internal void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a number.</summary>
    internal void WriteNumber(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        Length += written;
    }

    /// <summary>Writes the shortest number that reads back as the same value.</summary>
    /// <exception cref="GraphQLException">NaN and the infinities are no JSON (specification: Float, Result Coercion).</exception>
    internal void WriteNumber(double value)
    {
        if (!double.IsFinite(value))
            throw new GraphQLException($"Float cannot represent non numeric value: {value.ToString(System.Globalization.CultureInfo.InvariantCulture)}", ErrorCodes.Internal);
        if (value is > -1e15 and < 1e15 && value == Math.Truncate(value) && (value != 0 || !double.IsNegative(value)))
        {
            WriteNumber((long)value);
            return;
        }
        value.TryFormat(Room(32), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes a number with all its digits.</summary>
    internal void WriteNumber(decimal value)
    {
        value.TryFormat(Room(40), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes a string, escaped.</summary>
    /// <exception cref="GraphQLException">The text holds half a surrogate pair and so is no Unicode.</exception>
    public void WriteString(ReadOnlySpan<char> value)
    {
        var room = Room(value.Length * 3 + 2);
        room[0] = (byte)'"';
        var length = 1;
        while (true)
        {
            var next = value.IndexOfAny(Escaped);
            var plain = next < 0 ? value : value[..next];
            if (Utf8.FromUtf16(plain, room[length..], out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
                throw new GraphQLException("String cannot represent text that is no Unicode.", ErrorCodes.Internal);
            length += written;
            if (next < 0)
                break;
            Length += length;
            Escape(value[next]);
            value = value[(next + 1)..];
            room = Room(value.Length * 3 + 1);
            length = 0;
        }
        room[length++] = (byte)'"';
        Length += length;
    }

    /// <summary>Writes a string that is ASCII and needs no escaping, such as a formatted date.</summary>
    internal void WriteAsciiString(ReadOnlySpan<byte> value)
    {
        var room = Room(value.Length + 2);
        room[0] = (byte)'"';
        value.CopyTo(room[1..]);
        room[value.Length + 1] = (byte)'"';
        Length += value.Length + 2;
    }

    /// <summary>Writes a value that formats itself as ASCII (a date, a decimal) as a string.</summary>
    public void WriteFormatted<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        var room = Room(130);
        room[0] = (byte)'"';
        if (!value.TryFormat(room[1..129], out var written, format, System.Globalization.CultureInfo.InvariantCulture))
            throw new GraphQLException("The value is too long to write.", ErrorCodes.Internal);
        room[written + 1] = (byte)'"';
        Length += written + 2;
    }

    /// <summary>Writes bytes that are JSON already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        Length += json.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteByte(byte value)
    {
        if (Length == _buffer.Length)
            Grow(1);
        _buffer[Length++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int count)
    {
        if (_buffer.Length - Length < count)
            Grow(count);
        return _buffer.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var bigger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, Length + count));
        _buffer.AsSpan(0, Length).CopyTo(bigger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = bigger;
    }

    private void Escape(char character)
    {
        switch (character)
        {
            case '"': WriteRaw("\\\""u8); break;
            case '\\': WriteRaw("\\\\"u8); break;
            case '\n': WriteRaw("\\n"u8); break;
            case '\r': WriteRaw("\\r"u8); break;
            case '\t': WriteRaw("\\t"u8); break;
            default: WriteRaw(Encoding.ASCII.GetBytes($"\\u{(int)character:x4}")); break;
        }
    }
}
