using System.Reflection;

namespace PlanRegistry.Rules;

/// <summary>
/// What is known of a rule without judging: one card per code, though a code may have several classes (CAT-001, CAT-001/unlinked).
/// </summary>
public sealed record RuleCard(
    RuleReach Reach, int Version, Text Sentence, Severity Severity, bool Stays, string Capability,
    IReadOnlyList<BasisAttribute> Bases, IReadOnlyList<Type> Classes)
{
    public string Code => Reach.Code;

    /// <summary>In a few words.</summary>
    public Text Name { get; } = Messages.Of(Reach.Code, "name");

    public DateOnly? EffectiveFrom => Bases.Min(b => BasisAttribute.Day(b.From));

    public DateOnly? EffectiveTo => Bases.Any(b => b.To is null) ? null : Bases.Max(b => BasisAttribute.Day(b.To));

    /// <summary>It judges directory lists, and no plan.</summary>
    public bool IsAboutLists => Judge.Rules.Walks(Code)[0].IsAboutLists;

    /// <summary>It judges years of the budget, and no plan.</summary>
    public bool IsAboutYears => Judge.Rules.Walks(Code)[0].IsAboutYears;

    public bool InForceOn(AsOfDay day) => Bases.Any(b => b.InForceOn(day));
}

public static class RuleBook
{
    /// <summary>All cards in order of their codes.</summary>
    public static IReadOnlyList<RuleCard> Cards { get; } =
        [.. ClassesByCode().Select(g => Card(g.Key, [.. g])).OrderBy(c => c.Code, StringComparer.Ordinal)];

    private static readonly Dictionary<string, RuleCard> ByCode = Cards.ToDictionary(c => c.Code);

    /// <summary>A token for the meaning of all rules together: codes and versions.</summary>
    public static string Version { get; } = string.Join(' ', Cards.Select(c => $"{c.Code}:{c.Version}"));

    public static RuleCard Of(string code) => ByCode[code];

    public static RuleCard? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The rules that money asks about.</summary>
    public static MoneyRules Money { get; } = new(
        ReachOf(typeof(Catalogue.PlanStandsOnADirectoryList)), ReachOf(typeof(Funding.NoDistrictMoneyForAnUnlistedPlan)));

    /// <summary>While one of these is BLOCKING a plan is not to be approved; they are asked again of days gone by.</summary>
    public static IReadOnlyList<RuleCard> StopAnApproval { get; } =
    [
        .. new[] { typeof(Catalogue.PlanStandsOnADirectoryList), typeof(Alignment.BindingTargetIsNotWeakerThanAbove),
            typeof(Alignment.BindingAboveIsBindingHere) }.Select(t => Of(ReachOf(t).Code)),
    ];

    /// <summary>What they hold up is demanded by bodies above the district: leave to put it off (暂缓整改) is given there alone.</summary>
    public static IReadOnlySet<string> FromAbove { get; } = new[]
    {
        typeof(Alignment.AllocatedBindingTargetIsTakenUp), typeof(Implementation.HandedDownTargetsStandInAScheme),
        typeof(Hierarchy.DevelopmentPlanNamesThoseAboveIt), typeof(Hierarchy.PlanIsBasedOnTheMunicipalDevelopmentPlan),
        typeof(Approval.MunicipalFilingFollowsTheGovernmentsExamination),
    }.Select(t => ReachOf(t).Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>CAT-001 for CAT-001/unlinked.</summary>
    public static string CodeOf(string ruleName) => ruleName.Split('/')[0];

    private static IEnumerable<IGrouping<string, Type>> ClassesByCode() =>
        typeof(RuleBook).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(DistrictRule)))
            .GroupBy(t => CodeOf(NameOf(t)));

    private static RuleCard Card(string code, IReadOnlyList<Type> classes)
    {
        var main = classes.SingleOrDefault(t => NameOf(t) == code)
            ?? throw new InvalidOperationException($"Rule {code} has no class of that name.");
        var severity = main.GetCustomAttribute<SeverityAttribute>()
            ?? throw new InvalidOperationException($"Rule {code} has no [Severity].");
        var version = main.GetCustomAttribute<RuleVersionAttribute>()
            ?? throw new InvalidOperationException($"Rule {code} has no [RuleVersion].");
        var bases = main.GetCustomAttributes<BasisAttribute>().ToList();
        var reach = ReachOf(main) with
        {
            Expired = classes.Any(t => ReachOf(t).Expired), Secret = classes.Any(t => ReachOf(t).Secret),
        };
        return new RuleCard(reach, version.Value, Messages.Of(code, "rule"),
            severity.Value, severity.Stays, main.Namespace!.Split('.')[^1], bases, classes);
    }

    /// <summary>The code of a rule's first class, with its name that of a further case.</summary>
    internal static string NameOf(Type type) =>
        type.GetCustomAttribute<RuleAttribute>() is { } rule ? rule.Code
        : type.GetCustomAttribute<CaseOfAttribute>() is { } further ? $"{NameOf(further.Rule)}/{further.Name}"
        : throw new InvalidOperationException($"{type.Name} has neither [Rule] nor [CaseOf].");

    /// <summary>As the rule's first class says, or a further case of its own. The card tells of all of them together.</summary>
    internal static RuleReach ReachOf(Type type)
    {
        var main = type.GetCustomAttribute<CaseOfAttribute>()?.Rule ?? type;
        var judges = type.GetCustomAttribute<JudgesAttribute>() ?? main.GetCustomAttribute<JudgesAttribute>();
        return new RuleReach(NameOf(main), judges is { Expired: true }, judges is { Secret: true }, judges is { Ended: true },
            main.IsDefined(typeof(ExemptibleAttribute)));
    }
}
