using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>Whether what is said of who gave an opinion tells a person: by a number to call or to know them by, or by 先生、女士.</summary>
internal static partial class Participants
{
    public static bool TellsAPerson(string said) => TitleKey.Of(said) is var text
        && (Number().IsMatch(Between().Replace(text, "")) || Address().IsMatch(text));

    /// <summary>A telephone number has seven digits at least; a year, a house, a group have fewer.</summary>
    [GeneratedRegex("[0-9]{7}")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[0-9])[\s\-_.·]+(?=[0-9])")]
    private static partial Regex Between();

    [GeneratedRegex(@"^\p{L}{1,4}(先生|女士|小姐|某某)$")]
    private static partial Regex Address();
}
