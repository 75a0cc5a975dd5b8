using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlanRegistry.Server.Documents;

namespace PlanRegistry.Server.Backups;

/// <summary>
/// Reads a backup from its manifest on. Nothing is taken by the name that the archive gives it, and no byte more than the manifest says:
/// each part must be the next that the manifest names, and its hash the one that stands there.
/// </summary>
internal sealed partial class BackupReader : IDisposable
{
    private const int Buffer = 128 * 1024;
    private readonly string path;
    private readonly FileStream file;
    private readonly TarParts parts;

    private BackupReader(string path, FileStream file, TarParts parts, byte[] manifest)
    {
        (this.path, this.file, this.parts) = (path, file, parts);
        Manifest = Read(path, manifest);
        Hash = Convert.ToHexStringLower(SHA256.HashData(manifest));
    }

    public BackupManifest Manifest { get; }

    /// <summary>SHA-256 of the manifest: the name of the backup.</summary>
    public string Hash { get; }

    public long Bytes => file.Length;

    /// <exception cref="BackupException">It is no backup, or one that this program does not read.</exception>
    public static BackupReader Open(string path)
    {
        var file = File.OpenRead(path);
        try
        {
            return Told(path, () =>
            {
                var parts = new TarParts(file);
                if (parts.Next() is not (BackupManifest.FileName, > 0 and <= BackupManifest.MostBytes) named)
                {
                    throw new InvalidDataException();
                }
                var manifest = new byte[named.Bytes];
                for (var at = 0; at < manifest.Length;)
                {
                    at += parts.Read(manifest.AsSpan(at));
                }
                return new BackupReader(path, file, parts, manifest);
            });
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads it to its end.</summary>
    /// <param name="place">The path at which a part is to lie; null: it is only looked at.</param>
    public void ReadParts(Func<BackupPart, string?> place) => Told(path, () =>
    {
        foreach (var part in Manifest.Parts)
        {
            if (parts.Next() is not { } found)
            {
                throw new BackupException(BackupWords.PartMissing(path, part.Name));
            }
            if (found.Name != part.Name || found.Bytes != part.Bytes)
            {
                throw new BackupException(BackupWords.OtherPart(path, found.Name, part.Name));
            }
            if (Copy(place(part)) != part.Sha256)
            {
                throw new BackupException(BackupWords.PartChanged(path, part.Name));
            }
        }
        return parts.Next() is { } more ? throw new BackupException(BackupWords.MoreParts(path, more.Name)) : true;
    });

    public void Dispose() => file.Dispose();

    private string Copy(string? to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var output = to is null ? null : new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer);
        var buffer = new byte[Buffer];
        while (parts.Read(buffer) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            output?.Write(buffer, 0, read);
        }
        output?.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static T Told<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw new BackupException(BackupWords.NoBackup(path), inner: e);
        }
        catch (EndOfStreamException e)
        {
            throw new BackupException(BackupWords.CutOff(path), inner: e);
        }
    }

    private static BackupManifest Read(string path, byte[] bytes)
    {
        try
        {
            using var head = JsonDocument.Parse(bytes);
            if (head.RootElement.GetProperty("format").GetString() != BackupManifest.ItsFormat)
            {
                throw new InvalidDataException();
            }
            // What a later form says beside it, this program does not know.
            if (head.RootElement.GetProperty("version").GetInt32() is var version and not BackupManifest.ItsVersion)
            {
                throw new BackupException(BackupWords.OtherVersion(path, version));
            }
            var manifest = BackupManifest.Read(bytes);
            return IsInOrder(manifest) ? manifest : throw new InvalidDataException();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <summary>One database first, then documents by their hashes, none twice.</summary>
    private static bool IsInOrder(BackupManifest manifest) =>
        manifest.Parts.Count > 0 && manifest.Parts[0] is { Name: BackupManifest.Database, Bytes: > 0 }
        && manifest.Parts.Skip(1).All(d => d.Bytes is > 0 and <= DocumentStore.MostBytes && Hexadecimal().IsMatch(d.Sha256)
            && d.Name == BackupManifest.Documents + d.Sha256)
        && manifest.Parts.DistinctBy(d => d.Name).Count() == manifest.Parts.Count;

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Hexadecimal();
}
