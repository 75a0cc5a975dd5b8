using System.Security.Cryptography;
using System.Text;

namespace PlanRegistry.Server.Documents;

/// <summary>
/// The files of documents, each under the SHA-256 of its bytes, in one folder. What is uploaded waits in <c>incoming</c>, under whose it
/// is, until a document that names it is recorded, and a day at most. A file comes whole or not at all: it is written under another name,
/// flushed and renamed.
/// </summary>
public sealed class DocumentStore(string folder, TimeProvider clock)
{
    public const int MostBytes = 50 * 1024 * 1024;

    /// <summary>Of all that waits.</summary>
    public const long MostIncoming = 2L * 1024 * 1024 * 1024;

    private static readonly TimeSpan Waiting = TimeSpan.FromDays(1);

    public string Folder => folder;

    private string Incoming => Path.Combine(folder, "incoming");

    /// <summary>The path of a file that a document names; null where it is not there.</summary>
    public string? Find(string sha256) => Path.Combine(folder, sha256) is var path && File.Exists(path) ? path : null;

    /// <summary>What lies in the folder, without what waits.</summary>
    public IEnumerable<string> Names() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)) : [];

    /// <summary>The file's own SHA-256, in lower case hexadecimal.</summary>
    public static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Whether there is room for more that nobody has recorded yet; what has waited too long is taken away first.</summary>
    public bool HasRoom()
    {
        Directory.CreateDirectory(Incoming);
        var (since, held) = (clock.GetUtcNow().UtcDateTime - Waiting, 0L);
        foreach (var file in new DirectoryInfo(Incoming).EnumerateFiles())
        {
            if (file.LastWriteTimeUtc < since)
            {
                file.Delete();
            }
            else
            {
                held += file.Length;
            }
        }
        return held + MostBytes <= MostIncoming;
    }

    /// <summary>A file to write into, gone when it is closed unless it was taken in.</summary>
    public IncomingFile Begin() => new(Path.Combine(Incoming, Path.GetRandomFileName() + ".part"), clock);

    /// <summary>Where a whole file waits for its owner to record it.</summary>
    public string PlaceOf(string owner, string sha256) => Path.Combine(Incoming, $"{Short(owner)}-{sha256}");

    public bool Waits(string owner, string sha256) => File.Exists(PlaceOf(owner, sha256));

    /// <summary>
    /// Keeps what its owner records; what waits goes on waiting, since a command may be decided again, or refused after this.
    /// </summary>
    public void Keep(string owner, string sha256)
    {
        using var file = Begin();
        using (var waiting = File.OpenRead(PlaceOf(owner, sha256)))
        {
            waiting.CopyTo(file.Stream);
        }
        file.TakeIn(Path.Combine(folder, sha256));
    }

    private static string Short(string owner) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner)))[..16];
}

/// <summary>A file on its way in.</summary>
public sealed class IncomingFile : IDisposable
{
    private readonly TimeProvider clock;

    internal IncomingFile(string path, TimeProvider clock)
    {
        (Path, this.clock) = (path, clock);
        Stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
    }

    public string Path { get; }

    public FileStream Stream { get; }

    /// <summary>Ends it under its own name, whole and on the disk.</summary>
    public void TakeIn(string place)
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.SetLastWriteTimeUtc(Path, clock.GetUtcNow().UtcDateTime);
        File.Move(Path, place, overwrite: true);
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(Path);
    }
}
