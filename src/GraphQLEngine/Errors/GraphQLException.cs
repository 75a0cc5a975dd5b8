namespace GraphQLEngine;

/// <summary>An execution error with a message meant for the client: the field becomes null and the error is listed (specification: Handling Execution Errors).</summary>
/// <param name="message">A whole sentence, shown to the client as it is.</param>
/// <param name="code">Written as <c>extensions.code</c>; see <see cref="ErrorCodes"/>.</param>
public class GraphQLException(string message, string code = ErrorCodes.BadUserInput) : Exception(message)
{
    /// <summary>Written as <c>extensions.code</c>.</summary>
    public string Code { get; } = code;
}

/// <summary>
/// Thrown by a resolver that finds the request itself wrong (a cursor of another order, say): execution stops and the response is a request error, without data
/// (specification: Request Error Result).
/// </summary>
/// <param name="message">A whole sentence that names the argument.</param>
/// <param name="code">Written as <c>extensions.code</c>.</param>
public sealed class GraphQLRequestException(string message, string code = ErrorCodes.BadUserInput) : GraphQLException(message, code);
