using System.Reflection;

namespace PlanRegistry.Rules;

/// <summary>What is known of a rule without judging: one card per code, though a code may have several classes (CAT-001, CAT-001/unlinked).</summary>
public sealed record RuleCard(
    string Code, int Version, Text Sentence, Severity Severity, bool Stays, string Capability, IReadOnlyList<BasisAttribute> Bases, IReadOnlyList<Type> Classes)
{
    public DateOnly? EffectiveFrom => Bases.Min(b => BasisAttribute.Day(b.From));

    public DateOnly? EffectiveTo => Bases.Any(b => b.To is null) ? null : Bases.Max(b => BasisAttribute.Day(b.To));

    public bool InForceOn(DateOnly day) => Bases.Any(b => b.InForceOn(day));
}

public static class RuleBook
{
    /// <summary>All cards in order of their codes.</summary>
    public static IReadOnlyList<RuleCard> Cards { get; } = [.. ClassesByCode().Select(g => Card(g.Key, [.. g])).OrderBy(c => c.Code, StringComparer.Ordinal)];

    private static readonly Dictionary<string, RuleCard> ByCode = Cards.ToDictionary(c => c.Code);

    /// <summary>A token for the meaning of all rules together: codes and versions.</summary>
    public static string Version { get; } = string.Join(' ', Cards.Select(c => $"{c.Code}:{c.Version}"));

    public static RuleCard Of(string code) => ByCode[code];

    public static RuleCard? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>CAT-001 for CAT-001/unlinked.</summary>
    public static string CodeOf(string ruleName) => ruleName.Split('/')[0];

    private static IEnumerable<IGrouping<string, Type>> ClassesByCode() =>
        typeof(RuleBook).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Rule)) && !t.IsAbstract)
            .GroupBy(t => CodeOf(NameOf(t)));

    private static RuleCard Card(string code, IReadOnlyList<Type> classes)
    {
        var main = classes.SingleOrDefault(t => NameOf(t) == code) ?? throw new InvalidOperationException($"Rule {code} has no class of that name.");
        var severity = main.GetCustomAttribute<SeverityAttribute>() ?? throw new InvalidOperationException($"Rule {code} has no [Severity].");
        var version = main.GetCustomAttribute<RuleVersionAttribute>() ?? throw new InvalidOperationException($"Rule {code} has no [RuleVersion].");
        var bases = main.GetCustomAttributes<BasisAttribute>().ToList();
        return new RuleCard(code, version.Value, Messages.Of(code, "rule"), severity.Value, severity.Stays, main.Namespace!.Split('.')[^1], bases, classes);
    }

    /// <summary>Read from the attribute's argument: the engine, like NRules, keeps its value to itself.</summary>
    private static string NameOf(Type type) =>
        type.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(NameAttribute))?.ConstructorArguments[0].Value as string
        ?? throw new InvalidOperationException($"{type.Name} has no [Name].");
}
