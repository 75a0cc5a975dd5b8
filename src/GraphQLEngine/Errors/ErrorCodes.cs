namespace GraphQLEngine;

/// <summary>
/// The values of <c>extensions.code</c>: those that the engine writes, and <see cref="NotFound"/>, which is a name for what resolvers have to say. A resolver may write others.
/// </summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>A variable, an argument or the request's JSON has a wrong value.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The caller may not do this: such as run what is no trusted document.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>What was named does not exist.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The operation costs more than its budget.</summary>
    public const string CostLimitExceeded = "COST_LIMIT_EXCEEDED";

    /// <summary>A size, count or depth is above its limit.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The hash names no registered document; the client should send the text with it.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Automatic persisted queries are off.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The request could have been sent by another web site: a preflight header is missing.</summary>
    public const string CsrfProtection = "CSRF_PROTECTION";

    /// <summary>The caller may not introspect.</summary>
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";

    /// <summary>The time limit has passed.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>A bug: the message is masked, <c>extensions.traceId</c> leads to the log.</summary>
    public const string Internal = "INTERNAL";
}
