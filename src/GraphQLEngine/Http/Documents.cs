using System.Text;
using GraphQLEngine.Errors;
using GraphQLEngine.Execution;

namespace GraphQLEngine.Http;

/// <summary>Finds the text of a request's document: sent with it, trusted, or registered before under its hash (Apollo's automatic persisted queries, version 1).</summary>
internal sealed class Documents(Schema schema, GraphQLHttpOptions options)
{
    private const long MaxBytes = 8 * 1024 * 1024;

    private readonly DocumentCache<byte[]> _byHash = new(options.PersistedQueries, MaxBytes, document => document.Length);

    public ReadOnlyMemory<byte> Find(WireRequest wire, out GraphQLError? missing)
    {
        missing = null;
        var hash = HashOf(wire);
        var id = wire.DocumentId ?? hash;
        if (id is not null && options.TrustedDocuments?.Find(id) is { } trusted)
            return trusted;
        // Not "not found": a client would take that for an invitation to send the text.
        if (options.TrustedDocumentsOnly)
            missing = new GraphQLError("Only trusted documents may be run, by their hash.", ErrorCodes.Forbidden);
        else if (wire.Query is { } query)
            return hash is null || options.PersistedQueries == 0 ? query : Register(hash, query, out missing);
        else if (id is null)
            missing = new GraphQLError("The parameter \"query\" must be a string.", ErrorCodes.BadUserInput);
        else if (options.PersistedQueries == 0)
            missing = new GraphQLError("PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported);
        else if (_byHash.TryGet(Encoding.UTF8.GetBytes(id), out var known))
            return known;
        else
            missing = new GraphQLError("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound);
        return default;
    }

    // The hash is the client's claim: a wrong one must never put a text under another's name. What is not valid would only fill the store.
    private ReadOnlyMemory<byte> Register(string hash, ReadOnlyMemory<byte> query, out GraphQLError? missing)
    {
        missing = hash == TrustedDocuments.HashOf(query.Span) ? null : new GraphQLError("The persisted query's hash is not that of its text.", ErrorCodes.BadUserInput);
        if (missing is null && schema.Executor.Prepare(query.Span, hints: true).Errors.Count == 0)
            _byHash.Add(Encoding.UTF8.GetBytes(hash), query.ToArray());
        return query;
    }

    private static string? HashOf(WireRequest wire)
    {
        var persisted = wire.Extensions?.Field("persistedQuery");
        var version = persisted?.Field("version");
        return version is null or { Text: "1" } && persisted?.Field("sha256Hash") is { Kind: Language.ValueKind.String } hash ? hash.Text : null;
    }
}
