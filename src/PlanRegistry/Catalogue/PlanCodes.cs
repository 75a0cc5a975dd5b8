using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>规划代码: 1 to 64 letters of any script, digits, . _ - ; generated as KIND-from-nnn.</summary>
public static partial class PlanCodes
{
    public static bool IsValid(string code) => Syntax().IsMatch(code);

    /// <summary>The first free code of the kind and year; it is taken from then on.</summary>
    public static string Next(PlanKind kind, int from, HashSet<string> taken)
    {
        for (var number = 1; ; number++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{Names.Of(kind)}-{from}-{number:000}");
            if (taken.Add(code))
            {
                return code;
            }
        }
    }

    // \p{M}: letters of some scripts are written with combining marks.
    [GeneratedRegex(@"^[\p{L}\p{M}0-9._-]{1,64}$")]
    private static partial Regex Syntax();
}

/// <summary>What a plan is known by where its row has no code.</summary>
internal readonly record struct PlanLikeness(DistrictCode District, string Title, PlanKind Kind, Horizon Horizon)
{
    public static PlanLikeness Of(Plan plan) => new(plan.Home, TitleKey.Of(plan.Title), plan.Kind, plan.Horizon);

    public static PlanLikeness Of(SuperiorPlan stub) => new(stub.District, TitleKey.Of(stub.Title), stub.Kind, stub.Horizon);
}
