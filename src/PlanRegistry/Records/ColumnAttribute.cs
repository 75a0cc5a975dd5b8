using System.Runtime.CompilerServices;

namespace PlanRegistry.Records;

/// <summary>What a column is beyond its name and type, which its property tells. The one place where a column is described.</summary>
/// <param name="label">What a Chinese sentence, a heading and the data dictionary call it.</param>
/// <param name="whenSecret">What the row of a secret plan or document may say in it. Nothing, unless it is allowed here.</param>
/// <param name="line">Where it stands: columns are told in the order of their source.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string label, WhenSecret whenSecret = WhenSecret.Refused, [CallerLineNumber] int line = 0) : Attribute
{
    public string Label { get; } = label;

    public WhenSecret WhenSecret { get; } = whenSecret;

    internal int Line { get; } = line;

    /// <summary>
    /// What an empty cell stands for, as a pack writes it; null: not recorded, or worked out by the capability's <c>…Rows</c>.
    /// </summary>
    public string? Default { get; init; }

    /// <summary>The longest text, in characters.</summary>
    public int Length { get; init; } = 500;

    /// <summary>A whole number that is a year, of four digits.</summary>
    public bool IsYear { get; init; }

    /// <summary>The column (its property) that it must not be before, or below.</summary>
    public string? NotBefore { get; init; }

    /// <summary>An approval fixes it: only an amendment or a correction changes it.</summary>
    public bool FixedByApproval { get; init; }

    /// <summary>"-" stands for nobody: not recorded, and not to be worked out either.</summary>
    public bool MayBeNobody { get; init; }

    /// <summary>无 in it is an answer, and no placeholder.</summary>
    public bool MayBeNone { get; init; }

    /// <summary>It says that something happened then: never after today.</summary>
    public bool Happened { get; init; }

    /// <summary>A title or name: one however it is typed (<see cref="TitleKey"/>).</summary>
    public bool IsName { get; init; }

    /// <summary>The record that a plain text names by its code, within the district.</summary>
    public Type? Names { get; init; }
}

/// <summary>
/// What may be said of a secret plan in a column: nothing, what the row says (never a free text), the one title allowed (涉密规划), or a
/// code of letters and digits.
/// </summary>
public enum WhenSecret { Refused, Told, TitleOnly, AsCode }
