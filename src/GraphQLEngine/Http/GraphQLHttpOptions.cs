namespace GraphQLEngine.Http;

/// <summary>Which status codes tell about request errors.</summary>
public enum HttpStatusCodes
{
    /// <summary>400 for every request error under <c>application/graphql-response+json</c>, 200 under <c>application/json</c>: what clients and the graphql-http audits expect.</summary>
    Established,

    /// <summary>The draft of 2026: 400 for syntax, 422 for validation and coercion, 294 for partial success; the same 4xx codes under <c>application/json</c>.</summary>
    Draft2026,
}

/// <summary>How GraphQL is served over HTTP (GraphQL over HTTP, draft).</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>Which status codes tell about request errors.</summary>
    public HttpStatusCodes StatusCodes { get; init; }

    /// <summary>Automatic persisted queries: how many documents clients may register by hash; 0 switches them off.</summary>
    public int PersistedQueries { get; init; } = 1_000;

    /// <summary>Documents known in advance, run by their hash.</summary>
    public TrustedDocuments? TrustedDocuments { get; init; }

    /// <summary>True runs trusted documents only.</summary>
    public bool TrustedDocumentsOnly { get; init; }
}
