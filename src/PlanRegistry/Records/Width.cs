namespace PlanRegistry.Records;

/// <summary>
/// Full-width forms (Ａ ０ ． －) as their ordinary twins, for cells that a machine reads; names have <see cref="TitleKey"/>.
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
