using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>A value that the registry starts with, where the texts have it from, and for which kind of plan alone.</summary>
/// <param name="Value">Null: the day of the district's first entry.</param>
public sealed record PolicyDefault(string? Value, string Clause, PlanKind? Kind = null);

/// <summary>One parameter: its name, what it decides, and its defaults.</summary>
public abstract record PolicyKey(string Name, Text Label, IReadOnlyList<PolicyDefault> Defaults)
{
    /// <summary>What its value looks like.</summary>
    public abstract Text Wanted { get; }

    public abstract bool Fits(string value);

    /// <summary>A value as it is said to people, with its unit; one that does not fit, as it is written.</summary>
    public abstract Text Words(string value);

    /// <summary>Whether two texts are one value: 0.2 and 0.20.</summary>
    public abstract bool Same(string one, string other);
}

/// <summary>A parameter whose value is read as a T.</summary>
public sealed record PolicyKey<T>(string Name, Text Label, PolicyFormat<T> Format, IReadOnlyList<PolicyDefault> Defaults)
    : PolicyKey(Name, Label, Defaults)
{
    public override Text Wanted => Format.Wanted;

    public override bool Fits(string value) => Format.Read(value, out _);

    public override Text Words(string value) => Format.Read(value, out var read) ? Format.Words(read) : value;

    public override bool Same(string one, string other) =>
        Format.Read(one, out var a) && Format.Read(other, out var b) && EqualityComparer<T>.Default.Equals(a, b);

    /// <summary>Of a row that came in by the door: it fits.</summary>
    public T Read(string value) =>
        Format.Read(value, out var read) ? read : throw new FormatException($"The value '{value}' does not fit {Name}.");
}
