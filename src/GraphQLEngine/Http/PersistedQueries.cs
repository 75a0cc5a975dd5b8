using System.Text;
using GraphQLEngine.Execution;
using GraphQLEngine.Language;

namespace GraphQLEngine.Http;

/// <summary>Automatic persisted queries (Apollo's protocol, version 1): a client sends a document's SHA-256, and the text only when the server does not know it.</summary>
internal sealed class PersistedQueries(int capacity)
{
    private const long MaxBytes = 8 * 1024 * 1024;

    private readonly DocumentCache<byte[]> _byHash = new(capacity, MaxBytes);

    /// <summary>The hash that a request's extensions name.</summary>
    public static string? HashOf(ValueNode? extensions)
    {
        var persisted = Field(extensions, "persistedQuery");
        var version = Field(persisted, "version");
        return version is null or { Text: "1" } && Field(persisted, "sha256Hash") is { Kind: ValueKind.String } hash ? hash.Text : null;
    }

    private static ValueNode? Field(ValueNode? value, string name) => value is null ? null : Array.Find(value.Fields, field => field.Name.Value == name)?.Value;

    public byte[]? Find(string hash) => _byHash.TryGet(Encoding.UTF8.GetBytes(hash), out var document) ? document : null;

    /// <summary>Keeps a document that is valid; anything else would fill the store with rubbish.</summary>
    public void Register(string hash, ReadOnlyMemory<byte> document, Schema schema, bool hints)
    {
        if (schema.Executor.Prepare(document.Span, hints).Errors.Count == 0)
            _byHash.Add(Encoding.UTF8.GetBytes(hash), document.ToArray());
    }
}
