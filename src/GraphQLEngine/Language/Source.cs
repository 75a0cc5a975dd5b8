namespace GraphQLEngine.Language;

/// <summary>A place in a document: 1-based, columns in UTF-16 units (specification: Errors).</summary>
internal readonly record struct SourceLocation(int Line, int Column);

internal sealed class Source(string text)
{
    public string Text { get; } = text;

    public SourceLocation Locate(int offset)
    {
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < offset && i < Text.Length; i++)
        {
            var isBreak = Text[i] == '\n' || (Text[i] == '\r' && !(i + 1 < Text.Length && Text[i + 1] == '\n'));
            if (isBreak)
                (line, lineStart) = (line + 1, i + 1);
        }
        return new SourceLocation(line, offset - lineStart + 1);
    }
}
