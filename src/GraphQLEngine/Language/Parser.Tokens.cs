using GraphQLEngine.Errors;

namespace GraphQLEngine.Language;

// The parser's hold on the token stream, with the counters that end a flood while it is still being lexed.
internal sealed partial class Parser
{
    private void Advance()
    {
        var next = _lookahead ?? _lexer.Read(_token.End);
        _lookahead = null;
        _token = next;
        if (next.Kind != TokenKind.EndOfFile && ++_work.Tokens > _limits.MaxTokens)
            throw new SyntaxErrorException($"Document contains more than {_limits.MaxTokens} tokens. Parsing aborted.", next.Start, ErrorCodes.LimitExceeded);
    }

    private Token Lookahead() => _lookahead ??= _lexer.Read(_token.End);

    private void Enter(Token token)
    {
        if (++_nesting > _limits.MaxNesting)
            throw new SyntaxErrorException($"Document is nested deeper than {_limits.MaxNesting} levels. Parsing aborted.", token.Start, ErrorCodes.LimitExceeded);
    }

    private void Count(ref int counter, int limit, string what)
    {
        if (++counter > limit)
            throw new SyntaxErrorException($"Document contains more than {limit} {what}. Parsing aborted.", _token.Start, ErrorCodes.LimitExceeded);
    }

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
            throw new SyntaxErrorException($"Expected {Token.Describe(kind)}, found {token.Describe()}.", token.Start);
        if (kind != TokenKind.EndOfFile)
            Advance();
        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
            throw new SyntaxErrorException($"Expected \"{keyword}\", found {_token.Describe()}.", _token.Start);
    }

    private bool SkipKeyword(string keyword)
    {
        if (_token.Kind != TokenKind.Name || _token.Value != keyword)
            return false;
        Advance();
        return true;
    }

    private static SyntaxErrorException Unexpected(Token token) => new($"Unexpected {token.Describe()}.", token.Start);

    private T[] Many<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
        {
            items.Add(item());
        }
        while (!Skip(close));
        return [.. items];
    }

    private T[] OptionalMany<T>(TokenKind open, Func<T> item, TokenKind close) => _token.Kind == open ? Many(open, item, close) : [];

    private T[] Any<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        while (!Skip(close))
            items.Add(item());
        return [.. items];
    }

    private T[] DelimitedMany<T>(TokenKind delimiter, Func<T> item)
    {
        Skip(delimiter);
        var items = new List<T>();
        do
        {
            items.Add(item());
        }
        while (Skip(delimiter));
        return [.. items];
    }
}
