using System.Globalization;

namespace PlanRegistry.Rules;

/// <summary>The rule's code, on its first class; further cases of it stand in the same file.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RuleAttribute(string code) : Attribute
{
    public string Code { get; } = code;
}

/// <summary>A further case of a rule, under a name of its own: CAT-001/unlinked.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CaseOfAttribute(Type rule, string name) : Attribute
{
    public Type Rule { get; } = rule;
    public string Name { get; } = name;
}

/// <summary>Plans that the rule judges beside those that every rule judges (RULE-CODES, "Whom"); on a case, those that it judges.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JudgesAttribute : Attribute
{
    /// <summary>Past their horizon.</summary>
    public bool Expired { get; init; }

    public bool Secret { get; init; }

    /// <summary>Withdrawn or superseded: what was done or paid stays so, whatever becomes of the plan.</summary>
    public bool Ended { get; init; }
}

/// <summary>An exemption covers the rule, unless its own `rules` say otherwise (003 三、(一)).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExemptibleAttribute : Attribute;

/// <summary>依据: the document and clause that demand it, and from when until when they are in force (ISO dates).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class BasisAttribute(string document, string clause) : Attribute
{
    public string Document { get; } = document;
    public string Clause { get; } = PolicyKeys.Find(clause) is { } key ? $"“{key.Label.Zh}”" : clause;

    /// <summary>The parameter that it rests on, which it names by its key; its clause is what that decides.</summary>
    public PolicyKey? Policy { get; } = PolicyKeys.Find(clause);

    public string? From { get; init; }
    public string? To { get; init; }

    public bool InForceOn(AsOfDay day) => !(Day(From) > day) && !(Day(To) < day);

    public static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The highest severity of the rule's findings.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SeverityAttribute(Severity value) : Attribute
{
    public Severity Value { get; } = value;

    /// <summary>BLOCKING also after the plan is approved; else it is then ERROR (RULE-CODES, "Severity").</summary>
    public bool Stays { get; init; }
}

/// <summary>Goes up by hand whenever the rule's meaning changes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RuleVersionAttribute(int value) : Attribute
{
    public int Value { get; } = value;
}
