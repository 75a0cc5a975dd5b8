namespace GraphQLEngine;

/// <summary>An execution error with a message meant for the client: the field becomes null and the error is listed (specification: Handling Execution Errors).</summary>
/// <param name="message">A whole sentence, shown to the client as it is.</param>
/// <param name="code">Written as <c>extensions.code</c>; see <see cref="ErrorCodes"/>.</param>
/// <param name="extensions">More entries of <c>extensions</c>: strings, booleans, numbers, lists and dictionaries of these.</param>
public class GraphQLException(string message, string code = ErrorCodes.BadUserInput, IReadOnlyDictionary<string, object?>? extensions = null) : Exception(message)
{
    /// <summary>Written as <c>extensions.code</c>.</summary>
    public string Code { get; } = code;

    /// <summary>More entries of <c>extensions</c>, or null.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; } = extensions;
}

/// <summary>
/// Thrown by a resolver that finds the request itself wrong (a cursor of another order, say): execution stops and the response is a request error, without data
/// (specification: Request Error Result).
/// </summary>
/// <param name="message">A whole sentence that names the argument.</param>
/// <param name="code">Written as <c>extensions.code</c>.</param>
/// <param name="extensions">More entries of <c>extensions</c>.</param>
public class GraphQLRequestException(string message, string code = ErrorCodes.BadUserInput, IReadOnlyDictionary<string, object?>? extensions = null)
    : GraphQLException(message, code, extensions);
