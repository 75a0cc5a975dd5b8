using System.Buffers.Binary;
using System.Text;

namespace PlanRegistry.Server.Backups;

/// <summary>
/// Reads a tar archive (POSIX.1-1988 ustar, with GNU's sizes beyond 8 GB) one plain file after the other. Whatever else tar knows (links,
/// devices, folders, long names, extended headers, whose size may be anything) is refused unread.
/// </summary>
internal sealed class TarParts(Stream archive)
{
    private const int Block = 512;
    private readonly byte[] header = new byte[Block];
    private long left;
    private long padding;

    /// <summary>The next file's name and length; null at the end.</summary>
    /// <exception cref="InvalidDataException">It is no such archive.</exception>
    /// <exception cref="EndOfStreamException">It ends before its end.</exception>
    public (string Name, long Bytes)? Next()
    {
        if (left > 0)
        {
            throw new InvalidOperationException("The part before is not read.");
        }
        Skip(padding);
        archive.ReadExactly(header);
        if (!header.AsSpan().ContainsAnyExcept((byte)0))
        {
            return null;
        }
        if (!header.AsSpan(257).StartsWith("ustar"u8) || Octal(148, 8) != Checksum() || header[156] is not ((byte)'0' or 0))
        {
            throw new InvalidDataException();
        }
        left = Size();
        padding = (Block - (left % Block)) % Block;
        return (Encoding.UTF8.GetString(header.AsSpan(0, 100).TrimEnd((byte)0)), left);
    }

    /// <summary>Of the file that <see cref="Next"/> told of; 0 at its end.</summary>
    public int Read(Span<byte> buffer)
    {
        if (left == 0)
        {
            return 0;
        }
        var read = archive.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
        left -= read > 0 ? read : throw new EndOfStreamException();
        return read;
    }

    private long Size() => (header[124] & 0x80) == 0 ? Octal(124, 12)
        : BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(128)) is > 0 and var size ? size : throw new InvalidDataException();

    private long Octal(int at, int length)
    {
        var number = 0L;
        foreach (var digit in header.AsSpan(at, length).Trim(" \0"u8))
        {
            number = digit is >= (byte)'0' and <= (byte)'7' ? (number * 8) + digit - '0' : throw new InvalidDataException();
        }
        return number;
    }

    /// <summary>The sum of all bytes, its own taken for blanks.</summary>
    private long Checksum() => header.Sum(b => (long)b) - header.AsSpan(148, 8).ToArray().Sum(b => (long)b) + (8 * ' ');

    private void Skip(long bytes)
    {
        Span<byte> blanks = stackalloc byte[Block];
        archive.ReadExactly(blanks[..(int)bytes]);
        padding = 0;
    }
}
