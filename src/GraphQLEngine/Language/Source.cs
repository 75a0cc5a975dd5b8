namespace GraphQLEngine.Language;

/// <summary>A place in a document: 1-based, columns in UTF-16 units (specification: Errors).</summary>
internal readonly record struct SourceLocation(int Line, int Column);

internal sealed class Source(string text)
{
    private List<int>? _lineStarts;

    public string Text { get; } = text;

    /// <summary>Searches the line, which is counted once: an error may have thousands of locations.</summary>
    public SourceLocation Locate(int offset)
    {
        _lineStarts ??= FindLines();
        var found = _lineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourceLocation(line + 1, offset - _lineStarts[line] + 1);
    }

    private List<int> FindLines()
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && !(i + 1 < Text.Length && Text[i + 1] == '\n')))
                starts.Add(i + 1);
        }
        return starts;
    }
}
