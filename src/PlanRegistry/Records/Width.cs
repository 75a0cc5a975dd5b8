namespace PlanRegistry.Records;

/// <summary>
/// Full-width forms (Ａ ０ （ ％) as their ordinary twins. Unicode's NFKC would do it, but string.Normalize leaves every
/// character outside ASCII as it is when globalization is invariant, as it is here so that no machine's ICU matters.
/// </summary>
public static class Width
{
    public static char Fold(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '　' => ' ',
        _ => c,
    };

    public static string Fold(string text) => text.Any(c => Fold(c) != c) ? string.Concat(text.Select(Fold)) : text;
}
