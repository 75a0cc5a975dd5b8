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

    public override string ToString() => Zh;
}

public enum Language { Zh, En }
