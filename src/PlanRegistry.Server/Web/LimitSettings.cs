using System.Text.RegularExpressions;
using GraphQLEngine;

namespace PlanRegistry.Server.Web;

/// <summary>
/// GraphQL:Limits: every member of the engine's <see cref="Limits"/> under its own name. The upper ends are those with
/// which the process still survives what is sent: nesting is bounded by the stack, comparisons and fragment visits by time.
/// </summary>
internal static partial class LimitSettings
{
    private const int Million = 1_000_000;

    public static IReadOnlyDictionary<string, Func<Limits, IConfigurationSection, Limits>> Known { get; } =
        new SortedDictionary<string, Func<Limits, IConfigurationSection, Limits>>(StringComparer.OrdinalIgnoreCase)
        {
            ["MaxBodyBytes"] = (l, s) => l with { MaxBodyBytes = s.Whole(1_024, 16 * 1024 * 1024) },
            ["MaxTokens"] = (l, s) => l with { MaxTokens = s.Whole(1, Million) },
            ["MaxNesting"] = (l, s) => l with { MaxNesting = s.Whole(4, 256) },
            ["MaxFields"] = (l, s) => l with { MaxFields = s.Whole(1, Million) },
            ["MaxDepth"] = (l, s) => l with { MaxDepth = s.Whole(1, 1_000) },
            ["MaxDirectives"] = (l, s) => l with { MaxDirectives = s.Whole(0, Million) },
            ["MaxDirectivesPerLocation"] = (l, s) => l with { MaxDirectivesPerLocation = s.Whole(0, Million) },
            ["MaxAliases"] = (l, s) => l with { MaxAliases = s.Whole(0, Million) },
            ["MaxRootFieldAliases"] = (l, s) => l with { MaxRootFieldAliases = s.Whole(1, Million) },
            ["MaxCoordinateRepeats"] = (l, s) => l with { MaxCoordinateRepeats = s.Whole(1, 1_000) },
            ["CoordinateRepeats"] = (l, s) => l with { CoordinateRepeats = Repeats(l.CoordinateRepeats, s) },
            ["MaxIntrospectionListNesting"] = (l, s) => l with { MaxIntrospectionListNesting = s.Whole(1, 100) },
            ["MaxOfTypeNesting"] = (l, s) => l with { MaxOfTypeNesting = s.Whole(1, 100) },
            ["MaxFragmentVisits"] = (l, s) => l with { MaxFragmentVisits = s.Whole(1, 100_000) },
            ["MaxFieldComparisons"] = (l, s) => l with { MaxFieldComparisons = s.Whole(1, 10 * Million) },
            ["MaxValidationErrors"] = (l, s) => l with { MaxValidationErrors = s.Whole(1, 1_000) },
            ["MaxNodes"] = (l, s) => l with { MaxNodes = s.Whole(1, 1_000 * Million) },
            ["MaxFieldCost"] = (l, s) => l with { MaxFieldCost = s.Whole(1, 1_000 * Million) },
            ["MaxTypeCost"] = (l, s) => l with { MaxTypeCost = s.Whole(1, 1_000 * Million) },
            ["Timeout"] = (l, s) => l with { Timeout = s.Time(TimeSpan.Zero, TimeSpan.FromHours(1)) },
            ["MaxBatch"] = (l, s) => l with { MaxBatch = s.Whole(0, 10) },
            ["MaxSocketOperations"] = (l, s) => l with { MaxSocketOperations = s.Whole(1, 10_000) },
            ["SocketInitTimeout"] = (l, s) => l with { SocketInitTimeout = s.Time(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)) },
            ["SocketSendTimeout"] = (l, s) => l with { SocketSendTimeout = s.Time(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)) },
        };

    /// <summary>A coordinate that is not set keeps its default. That the schema has it, the engine checks.</summary>
    private static Dictionary<string, int> Repeats(IReadOnlyDictionary<string, int> defaults, IConfigurationSection section)
    {
        var read = new Dictionary<string, int>(defaults);
        foreach (var setting in section.GetChildren())
        {
            if (!Coordinate().IsMatch(setting.Key))
            {
                throw new SettingException(
                    $"{setting.Path} names no schema coordinate; allowed are a field such as Plan.superiors and a type such as PlanLink.");
            }
            read[setting.Key] = setting.Whole(1, 1_000);
        }
        return read;
    }

    [GeneratedRegex(@"^[_A-Za-z]\w*(\.[_A-Za-z]\w*)?\z", RegexOptions.ECMAScript)]
    private static partial Regex Coordinate();
}
