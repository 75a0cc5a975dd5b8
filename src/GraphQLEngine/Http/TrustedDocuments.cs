using System.Security.Cryptography;

namespace GraphQLEngine.Http;

/// <summary>Documents that were reviewed before deployment, by the lower case hex SHA-256 of their text.</summary>
public sealed class TrustedDocuments
{
    private readonly Dictionary<string, byte[]> _documents;

    private TrustedDocuments(Dictionary<string, byte[]> documents) => _documents = documents;

    /// <summary>Takes every <c>*.graphql</c> file of a folder; the hash is that of the file's bytes.</summary>
    public static TrustedDocuments FromFolder(string folder) =>
        From(Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories).Select(File.ReadAllBytes));

    internal static TrustedDocuments From(IEnumerable<byte[]> documents) => new(documents.DistinctBy(Hash).ToDictionary(Hash));

    internal static string HashOf(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    private static string Hash(byte[] document) => HashOf(document);

    internal byte[]? Find(string id) => _documents.GetValueOrDefault(id.StartsWith("sha256:", StringComparison.Ordinal) ? id["sha256:".Length..] : id);
}
