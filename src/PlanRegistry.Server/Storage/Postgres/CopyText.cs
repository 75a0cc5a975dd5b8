namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Rows in the text form of copy: between tabs, \N for null, and what would be taken for either behind a backslash.</summary>
internal static class CopyText
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("\\\t\n\r");

    public static void Write(TextWriter rows, ReadOnlySpan<string?> texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (i > 0)
            {
                rows.Write('\t');
            }
            WriteText(rows, texts[i]);
        }
        rows.Write('\n');
    }

    private static void WriteText(TextWriter rows, string? text)
    {
        if (text is null)
        {
            rows.Write("\\N");
            return;
        }
        if (!text.AsSpan().ContainsAny(Marks))
        {
            rows.Write(text);
            return;
        }
        foreach (var c in text)
        {
            switch (c)
            {
                case '\\': rows.Write("\\\\"); break;
                case '\t': rows.Write("\\t"); break;
                case '\n': rows.Write("\\n"); break;
                case '\r': rows.Write("\\r"); break;
                default: rows.Write(c); break;
            }
        }
    }
}
