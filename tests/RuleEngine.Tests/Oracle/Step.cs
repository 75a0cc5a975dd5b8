using System.Linq.Expressions;

namespace RuleEngine.Tests.Oracle;

internal enum StepKind
{
    Match, Unnamed, Not, Exists, All, Let, Having,
    Collect, Sorted, Flat, Group, Named, Lookup, From,
    Or,
}

/// <summary>One condition of a random rule, in a form that the rule builder and the naive judge both read.</summary>
internal sealed record Step(StepKind Kind, int Slot, Expression<Func<OracleFact, bool>>[] Conditions)
{
    /// <summary>For All: what every fact must satisfy; for a query: its Where.</summary>
    public Expression<Func<OracleFact, bool>>? Also { get; init; }
    public Expression<Func<bool>>? Having { get; init; }

    /// <summary>The value of Let, or the source of From.</summary>
    public Expression<Func<int>>? Value { get; init; }
    public Expression<Func<OracleFact, int>>? Key { get; init; }
    public bool OnlySpecial { get; init; }

    /// <summary>For Or: its branches.</summary>
    public IReadOnlyList<IReadOnlyList<Step>> Branches { get; init; } = [];

    public Func<OracleFact, bool>[] Tests { get; } = [.. Conditions.Select(c => c.Compile(preferInterpretation: true))];
    public Func<OracleFact, bool> AlsoTest => field ??= Also!.Compile(preferInterpretation: true);
    public Func<bool> HavingTest => field ??= Having!.Compile(preferInterpretation: true);
    public Func<int> ValueOf => field ??= Value!.Compile(preferInterpretation: true);
    public Func<OracleFact, int> KeyOf => field ??= Key!.Compile(preferInterpretation: true);

    public override string ToString()
    {
        var parts = Conditions.Cast<object?>().Append(Also).Append(Having).Append(Value).Append(Key).OfType<object>()
            .Concat(Branches.Select(branch => $"[{string.Join("; ", branch)}]"));
        return $"{Kind}{(OnlySpecial ? " special" : "")} {string.Join(", ", parts)}";
    }
}
