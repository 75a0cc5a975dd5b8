using GraphQLEngine.Language;

namespace GraphQLEngine.Errors;

/// <summary>One entry of <c>errors</c> (specification: Errors).</summary>
internal sealed record GraphQLError(string Message, string Code)
{
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    public IReadOnlyList<object>? Path { get; init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}

internal sealed class SyntaxErrorException(string message, int position, string code = ErrorCodes.ParseFailed) : Exception(message)
{
    public string Code { get; } = code;

    public int Position { get; } = position;
}
