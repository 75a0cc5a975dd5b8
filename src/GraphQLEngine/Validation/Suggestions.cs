namespace GraphQLEngine.Validation;

/// <summary>"Did you mean" for misspelt names: nearest first, at most five.</summary>
internal static class Suggestions
{
    private const int Most = 5;

    public static string DidYouMean(IReadOnlyList<string> names, string? before = null)
    {
        if (names.Count == 0)
            return "";
        var quoted = names.Take(Most).Select(name => $"\"{name}\"").ToList();
        return $" Did you mean {(before is null ? "" : before + " ")}{OrList(quoted)}?";
    }

    public static IReadOnlyList<string> For(string input, IEnumerable<string> options)
    {
        var threshold = (int)(input.Length * 0.4) + 1;
        return [.. options.Distinct()
            .Select(option => (option, distance: Distance(input, option, threshold)))
            .Where(candidate => candidate.distance <= threshold)
            .OrderBy(candidate => candidate.distance)
            .ThenBy(candidate => candidate.option, NaturalOrder.Instance)
            .Select(candidate => candidate.option)];
    }

    public static string OrList(IReadOnlyList<string> items) => items.Count switch
    {
        1 => items[0],
        2 => $"{items[0]} or {items[1]}",
        _ => $"{string.Join(", ", items.Take(items.Count - 1))}, or {items[^1]}",
    };

    // Damerau-Levenshtein without case; a difference in case alone counts one.
    private static int Distance(string input, string option, int threshold)
    {
        if (input == option)
            return 0;
        // Before anything is copied: a name may be as long as the document.
        if (Math.Abs(input.Length - option.Length) > threshold)
            return int.MaxValue;
        var (a, b) = (input.ToLowerInvariant(), option.ToLowerInvariant());
        if (a == b)
            return 1;
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}

/// <summary>Orders names so that <c>a2</c> comes before <c>a10</c>.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var (first, second) = (Number(a, ref i), Number(b, ref j));
                var byLength = first.Length - second.Length;
                var byDigits = byLength != 0 ? byLength : string.CompareOrdinal(first, second);
                if (byDigits != 0)
                    return byDigits;
                continue;
            }
            if (a[i] != b[j])
                return a[i] - b[j];
            (i, j) = (i + 1, j + 1);
        }
        return a.Length - i - (b.Length - j);
    }

    private static string Number(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
            position++;
        var digits = text[start..position].TrimStart('0');
        return digits;
    }
}
