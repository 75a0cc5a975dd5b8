namespace GraphQLEngine.Language;

/// <summary>The specification's BlockStringValue: removes common indentation and blank lines at both ends.</summary>
internal static class BlockString
{
    private static readonly string[] LineBreaks = ["\r\n", "\n", "\r"];

    public static string Dedent(string raw)
    {
        var lines = raw.Split(LineBreaks, StringSplitOptions.None);
        var commonIndent = int.MaxValue;
        var (first, last) = (-1, -1);
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = LeadingWhitespace(lines[i]);
            if (indent == lines[i].Length)
                continue;
            first = first < 0 ? i : first;
            last = i;
            if (i != 0)
                commonIndent = Math.Min(commonIndent, indent);
        }
        if (first < 0)
            return "";
        var kept = lines.Select((line, i) => i == 0 ? line : line[Math.Min(commonIndent, line.Length)..]).Take(last + 1).Skip(first);
        return string.Join('\n', kept);
    }

    private static int LeadingWhitespace(string line)
    {
        var count = 0;
        while (count < line.Length && line[count] is (' ' or '\t'))
            count++;
        return count;
    }
}
