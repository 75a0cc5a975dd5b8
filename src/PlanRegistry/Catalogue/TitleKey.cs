using System.Text;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>What is equal in two titles or names that differ only in width, quotes, brackets and spaces.</summary>
public static class TitleKey
{
    public static string Of(string title)
    {
        var text = new StringBuilder(title.Length);
        foreach (var c in Width.Fold(title))
        {
            if (!char.IsWhiteSpace(c) && c is not ('"' or '\'' or '“' or '”' or '‘' or '’' or '「' or '」' or '『' or '』' or '《' or '》'))
            {
                text.Append(char.ToLowerInvariant(c));
            }
        }
        return text.ToString();
    }
}
