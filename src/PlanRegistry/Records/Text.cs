namespace PlanRegistry.Records;

/// <summary>One thing said in Chinese and in English.</summary>
public readonly record struct Text(string Zh, string En)
{
    /// <summary>A name that has no translation, such as a plan's title.</summary>
    public static implicit operator Text(string same) => new(same, same);

    public string In(Language language) => language == Language.Zh ? Zh : En;

    public static Text Join(IEnumerable<Text> parts)
    {
        var list = parts.ToList();
        return new Text(string.Join("、", list.Select(p => p.Zh)), string.Join(", ", list.Select(p => p.En)));
    }

    /// <summary>
    /// The same with quotation marks within quotation marks single (GB/T 15834): a title that quotes stands quoted in a sentence.
    /// </summary>
    public Text WithInnerQuotes() => new(InnerQuotes(Zh), InnerQuotes(En));

    public override string ToString() => Zh;

    private static string InnerQuotes(string text)
    {
        if (text.IndexOf('“') is < 0 || text.IndexOf('“', text.IndexOf('“') + 1) < 0)
        {
            return text;
        }
        var depth = 0;
        return string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                span[i] = source[i] switch
                {
                    '“' => depth++ == 0 ? '“' : '‘',
                    '”' when depth > 0 => --depth == 0 ? '”' : '’',
                    var other => other,
                };
            }
        });
    }
}

public enum Language { Zh, En }
