using System.Text.RegularExpressions;

namespace PlanRegistry.Records;

/// <summary>Whether two names are one person's: however they are typed, and whatever is remarked in brackets, 张三（审核）.</summary>
public static partial class Persons
{
    public static bool AreOne(string one, string other) => Plain(one) == Plain(other);

    private static string Plain(string name)
    {
        var folded = TitleKey.Of(name);
        return Remark().Replace(folded, "") is { Length: > 0 } plain ? plain : folded;
    }

    // Brackets of every kind are these, once folded.
    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Remark();
}
