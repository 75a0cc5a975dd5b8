using System.Globalization;

namespace PlanRegistry.Rules;

/// <summary>依据: the document and clause that demand it, and from when until when they are in force (ISO dates).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class BasisAttribute(string document, string clause) : Attribute
{
    public string Document { get; } = document;
    public string Clause { get; } = clause;
    public string? From { get; init; }
    public string? To { get; init; }

    public bool InForceOn(DateOnly day) => !(Day(From) > day) && !(Day(To) < day);

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
