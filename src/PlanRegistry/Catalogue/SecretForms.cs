using System.Text.RegularExpressions;
using PlanRegistry.Approval;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// The forms in which something may be said of a secret plan without saying what it is about: a code, one of a few reasons. No
/// sentence fits any of them.
/// </summary>
internal static partial class SecretForms
{
    private const int MostOfACode = 60;

    /// <summary>Why a record of a secret plan is changed.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
        ["录入有误", "定密", "解密", "变更密级", "补录", "依文件变更", "不再使用"];

    private static readonly HashSet<string> Steps = 
        [.. Enum.GetValues<ActType>().Select(t => Names.Of(t)), .. Enum.GetValues<ActAbout>().Select(a => Names.Of(a))];

    /// <summary>
    /// SPE-2026-S1, 500154-2026-000012, 2010499: no more than two groups of letters alone, of five letters at most. Behind a slash a step
    /// too: SPE-2026-S1/DRAFTING_STARTED.
    /// </summary>
    public static bool IsCode(string text) => text.Length <= MostOfACode
        && text.Split('/') is [var own, .. var steps] && Code().IsMatch(own)
        && own.Split('-').Count(g => g.All(char.IsAsciiLetterUpper)) <= 2
        && steps.All(s => Steps.Contains(s) || Code().IsMatch(s));

    public static bool IsReason(string text) => Reasons.Contains(text.Trim());

    [GeneratedRegex("^([A-Z]{1,5}|[A-Z]{0,2}[0-9]{1,20}[A-Z]?)(-([A-Z]{1,5}|[A-Z]{0,2}[0-9]{1,20}[A-Z]?))*\\z")]
    private static partial Regex Code();
}
