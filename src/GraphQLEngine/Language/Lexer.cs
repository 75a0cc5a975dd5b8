using System.Text;
using GraphQLEngine.Errors;

namespace GraphQLEngine.Language;

internal enum TokenKind
{
    StartOfFile,
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenLeft,
    ParenRight,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Value)
{
    public string Describe() => Value is null ? Describe(Kind) : $"{Describe(Kind)} \"{Value}\"";

    public static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.StartOfFile => "<SOF>",
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenLeft => "\"(\"",
        TokenKind.ParenRight => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualsSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketLeft => "\"[\"",
        TokenKind.BracketRight => "\"]\"",
        TokenKind.BraceLeft => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceRight => "\"}\"",
        _ => kind.ToString(),
    };
}

/// <summary>Turns text into tokens, one at a time (specification: Source Text, Lexical Tokens). Longer than other files: it is the whole lexical grammar.</summary>
internal sealed class Lexer(string text)
{
    private const int End = -1;

    public Token Read(int position)
    {
        while (true)
        {
            var code = At(position);
            switch (code)
            {
                case End: return new Token(TokenKind.EndOfFile, text.Length, text.Length, null);
                case 0xFEFF or '\t' or ' ' or ',' or '\n' or '\r': position++; continue;
                case '#': position = SkipComment(position); continue;
                case '!': return Punctuator(TokenKind.Bang, position);
                case '$': return Punctuator(TokenKind.Dollar, position);
                case '&': return Punctuator(TokenKind.Ampersand, position);
                case '(': return Punctuator(TokenKind.ParenLeft, position);
                case ')': return Punctuator(TokenKind.ParenRight, position);
                case ':': return Punctuator(TokenKind.Colon, position);
                case '=': return Punctuator(TokenKind.EqualsSign, position);
                case '@': return Punctuator(TokenKind.At, position);
                case '[': return Punctuator(TokenKind.BracketLeft, position);
                case ']': return Punctuator(TokenKind.BracketRight, position);
                case '{': return Punctuator(TokenKind.BraceLeft, position);
                case '|': return Punctuator(TokenKind.Pipe, position);
                case '}': return Punctuator(TokenKind.BraceRight, position);
                case '.': return ReadSpread(position);
                case '"': return At(position + 1) == '"' && At(position + 2) == '"' ? ReadBlockString(position) : ReadString(position);
                case '-' or (>= '0' and <= '9'): return ReadNumber(position);
            }
            if (IsNameStart(code))
                return ReadName(position);
            throw new SyntaxErrorException(
                code == '\'' ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
                : IsScalarValue(code) || IsPair(position) ? $"Unexpected character: {Show(position)}."
                : $"Invalid character: {Show(position)}.",
                position);
        }
    }

    private static bool IsNameStart(int code) => code is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsNameContinue(int code) => IsNameStart(code) || IsDigit(code);

    private static bool IsDigit(int code) => code is >= '0' and <= '9';

    private static bool IsScalarValue(int code) => code is (>= 0 and <= 0xD7FF) or (>= 0xE000 and <= 0x10FFFF);

    private int At(int position) => (uint)position < (uint)text.Length ? text[position] : End;

    private bool IsPair(int position) => position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]);

    private string Show(int position)
    {
        if (position >= text.Length)
            return "<EOF>";
        var code = IsPair(position) ? char.ConvertToUtf32(text[position], text[position + 1]) : text[position];
        return code switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)code}\"",
            _ => $"U+{code:X4}",
        };
    }

    private static Token Punctuator(TokenKind kind, int position) => new(kind, position, position + 1, null);

    private Token ReadSpread(int position)
    {
        if (At(position + 1) == '.' && At(position + 2) == '.')
            return new Token(TokenKind.Spread, position, position + 3, null);
        if (At(position + 1) == '.')
            throw new SyntaxErrorException("Unexpected \"..\", did you mean \"...\"?", position);
        if (IsDigit(At(position + 1)))
            throw new SyntaxErrorException($"Invalid number, expected digit before \".\", did you mean \"0.{text[(position + 1)..ReadDigits(position + 1)]}\"?", position);
        throw new SyntaxErrorException("Unexpected character: \".\".", position);
    }

    private int SkipComment(int position)
    {
        for (position++; ; position++)
        {
            var code = At(position);
            if (code is End or '\n' or '\r')
                return position;
            if (IsScalarValue(code))
                continue;
            if (!IsPair(position))
                return position;
            position++;
        }
    }

    private Token ReadName(int start)
    {
        var position = start + 1;
        while (IsNameContinue(At(position)))
            position++;
        return new Token(TokenKind.Name, start, position, text[start..position]);
    }

    private Token ReadNumber(int start)
    {
        var position = At(start) == '-' ? start + 1 : start;
        var isFloat = false;
        if (At(position) == '0')
        {
            position++;
            if (IsDigit(At(position)))
                throw new SyntaxErrorException($"Invalid number, unexpected digit after 0: {Show(position)}.", position);
        }
        else
        {
            position = ReadDigits(position);
        }
        if (At(position) == '.')
        {
            isFloat = true;
            position = ReadDigits(position + 1);
        }
        if (At(position) is 'e' or 'E')
        {
            isFloat = true;
            position++;
            if (At(position) is '+' or '-')
                position++;
            position = ReadDigits(position);
        }
        // A number must not run into a name or another dot: 1.2.3, 1a.
        if (At(position) == '.' || IsNameStart(At(position)))
            throw new SyntaxErrorException($"Invalid number, expected digit but got: {Show(position)}.", position);
        return new Token(isFloat ? TokenKind.Float : TokenKind.Int, start, position, text[start..position]);
    }

    private int ReadDigits(int position)
    {
        if (!IsDigit(At(position)))
            throw new SyntaxErrorException($"Invalid number, expected digit but got: {Show(position)}.", position);
        while (IsDigit(At(position)))
            position++;
        return position;
    }

    private Token ReadString(int start)
    {
        var position = start + 1;
        var chunk = position;
        StringBuilder? value = null;
        while (true)
        {
            var code = At(position);
            switch (code)
            {
                case '"':
                    var last = text[chunk..position];
                    return new Token(TokenKind.String, start, position + 1, value is null ? last : value.Append(last).ToString());
                case '\\':
                    value = (value ?? new StringBuilder()).Append(text, chunk, position - chunk);
                    position = ReadEscape(position, value);
                    chunk = position;
                    continue;
                case End or '\n' or '\r':
                    throw new SyntaxErrorException("Unterminated string.", position);
            }
            position = SkipCharacter(position);
        }
    }

    private int SkipCharacter(int position)
    {
        if (IsScalarValue(At(position)))
            return position + 1;
        if (IsPair(position))
            return position + 2;
        throw new SyntaxErrorException($"Invalid character within String: {Show(position)}.", position);
    }

    private int ReadEscape(int position, StringBuilder value)
    {
        var escaped = At(position + 1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (escaped != '\0')
        {
            value.Append(escaped);
            return position + 2;
        }
        if (At(position + 1) != 'u')
            throw new SyntaxErrorException($"Invalid character escape sequence: \"{Slice(position, 2)}\".", position);
        return At(position + 2) == '{' ? ReadBracedUnicode(position, value) : ReadFixedUnicode(position, value);
    }

    private int ReadBracedUnicode(int position, StringBuilder value)
    {
        var (point, size) = (0, 3);
        while (size < 12)
        {
            var code = At(position + size++);
            if (code == '}')
            {
                if (size < 5 || !IsScalarValue(point))
                    break;
                value.Append(char.ConvertFromUtf32(point));
                return position + size;
            }
            point = (point << 4) | Hex(code);
            if (point < 0)
                break;
        }
        throw new SyntaxErrorException($"Invalid Unicode escape sequence: \"{Slice(position, size)}\".", position);
    }

    private int ReadFixedUnicode(int position, StringBuilder value)
    {
        var code = Hex4(position + 2);
        if (IsScalarValue(code))
        {
            value.Append((char)code);
            return position + 6;
        }
        // A leading surrogate is only good with its trailing half right behind it.
        if (code is >= 0xD800 and <= 0xDBFF && At(position + 6) == '\\' && At(position + 7) == 'u' && Hex4(position + 8) is >= 0xDC00 and <= 0xDFFF and var trail)
        {
            value.Append((char)code).Append((char)trail);
            return position + 12;
        }
        throw new SyntaxErrorException($"Invalid Unicode escape sequence: \"{Slice(position, 6)}\".", position);
    }

    private int Hex4(int position) => (Hex(At(position)) << 12) | (Hex(At(position + 1)) << 8) | (Hex(At(position + 2)) << 4) | Hex(At(position + 3));

    private static int Hex(int code) => code switch
    {
        >= '0' and <= '9' => code - '0',
        >= 'A' and <= 'F' => code - 'A' + 10,
        >= 'a' and <= 'f' => code - 'a' + 10,
        _ => -1,
    };

    private string Slice(int position, int length) => text.Substring(position, Math.Min(length, text.Length - position));

    private Token ReadBlockString(int start)
    {
        var position = start + 3;
        var raw = new StringBuilder();
        while (true)
        {
            var code = At(position);
            if (code == End)
                throw new SyntaxErrorException("Unterminated string.", position);
            if (code == '"' && At(position + 1) == '"' && At(position + 2) == '"')
                return new Token(TokenKind.BlockString, start, position + 3, BlockString.Dedent(raw.ToString()));
            if (code == '\\' && At(position + 1) == '"' && At(position + 2) == '"' && At(position + 3) == '"')
            {
                raw.Append("\"\"\"");
                position += 4;
                continue;
            }
            var next = SkipCharacter(position);
            raw.Append(text, position, next - position);
            position = next;
        }
    }
}
