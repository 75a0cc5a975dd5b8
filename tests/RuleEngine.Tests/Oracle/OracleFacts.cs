namespace RuleEngine.Tests.Oracle;

/// <summary>A mutable fact with reference identity and values from small ranges, so that joins are frequent.</summary>
internal class OracleFact(string name)
{
    public string Name { get; } = name;
    public int A { get; set; }
    public int B { get; set; }
    public int? C { get; set; }
    public string? S { get; set; }

    /// <summary>A poisoned fact makes each condition throw that reads <see cref="Sound"/>.</summary>
    public bool IsPoisoned { get; set; }

    public int Sound => IsPoisoned ? throw new InvalidOperationException($"{Name} is poisoned") : B;

    public int[] Both => [A, B];

    public void Change(Random random)
    {
        A = random.Next(4);
        B = random.Next(4);
        C = random.Next(3) == 0 ? null : random.Next(4);
        S = random.Next(4) == 0 ? null : "xyz"[random.Next(3)].ToString();
    }

    public override string ToString() => Name;
}

/// <summary>What sessions are fed with.</summary>
internal class Given(string name) : OracleFact(name);

/// <summary>A type of its own, for patterns that want only some facts.</summary>
internal sealed class SpecialGiven(string name) : Given(name);

/// <summary>What rules of the first stratum yield and rules of the second match.</summary>
internal sealed class Derived : OracleFact
{
    public Derived(OracleMatch match) : base(match.ToString())
    {
        A = match.Facts.Sum(f => f.A) % 4;
        B = match.Facts.Sum(f => f.B) % 4;
    }
}

/// <summary>The same where many matches yield equal facts.</summary>
internal sealed class Claim : OracleFact
{
    public Claim(OracleMatch match) : base($"c{match.Facts.Sum(f => f.A) % 4}{match.Facts.Sum(f => f.B) % 2}")
    {
        A = match.Facts.Sum(f => f.A) % 4;
        B = match.Facts.Sum(f => f.B) % 2;
    }

    public override bool Equals(object? obj) => obj is Claim other && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What rules of the second stratum yield.</summary>
internal sealed class Verdict(OracleMatch match)
{
    public override string ToString() => match.ToString();
}

/// <summary>A match as both judges write it: which rule and branch, which facts, which values.</summary>
internal sealed record OracleMatch(string Rule, IReadOnlyList<OracleFact> Facts, string Values)
{
    public override string ToString() => $"{Rule}({string.Join(',', Facts)}{Values})";
}
