using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanRegistry.Server.Evidence;

/// <summary>Writes files into a .zip, each with its SHA-256 in <c>manifest.txt</c>, which comes last.</summary>
internal sealed class EvidenceZip(Stream stream) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // The same records make the same bytes, but for the moment and the name in about.json.
    private static readonly DateTimeOffset Undated = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    private readonly ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);

    public void Add(string name, string text) => Add(name, file => file.Write(Encoding.UTF8.GetBytes(text)));

    public void Add(string name, object value) => Add(name, file => JsonSerializer.Serialize(file, value, Json));

    public void AddLines(string name, IEnumerable<object> lines) => Add(name, file =>
    {
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(file, line, Json);
            file.Write(LineEnd);
        }
    });

    public void Add(string name, Action<Stream> write)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Undated;
        // It passes on what it hashes.
        using var hash = SHA256.Create();
        using var file = entry.Open();
        using (var hashing = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            write(hashing);
        }
        hashes.Add(name, Convert.ToHexStringLower(hash.Hash!));
    }

    /// <summary>Ends the archive.</summary>
    public void Dispose()
    {
        var text = string.Concat(hashes.Select(h => $"{h.Value}  {h.Key}\n"));
        Add("manifest.txt", text);
        archive.Dispose();
    }
}
