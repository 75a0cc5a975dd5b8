namespace RuleEngine.Rete;

/// <summary>
/// The heads of a hash table's chains. They are prime in number and the hash codes are not scrambled, so keys that follow one
/// another lie beside one another: a batch of facts with ids in order walks through memory instead of jumping about.
/// </summary>
internal struct Buckets
{
    public const int None = -1;

    private int[]? _heads;
    private ulong _multiplier;

    public readonly int Count => _heads?.Length ?? 0;

    public readonly ReadOnlySpan<int> Heads => _heads;

    /// <summary>The head of the chain for a hash code that is not negative: the code modulo the count, without a division.</summary>
    public readonly ref int this[int hash]
    {
        get
        {
            var heads = _heads!;
            return ref heads[(int)(((((_multiplier * (uint)hash) >> 32) + 1) * (uint)heads.Length) >> 32)];
        }
    }

    public static Buckets AtLeast(int count)
    {
        var heads = new int[NextPrime(count)];
        Array.Fill(heads, None);
        return new Buckets { _heads = heads, _multiplier = ulong.MaxValue / (uint)heads.Length + 1 };
    }

    private static int NextPrime(int number)
    {
        number |= 1;
        while (!IsPrime(number)) number += 2;
        return number;
    }

    private static bool IsPrime(int odd)
    {
        for (var divisor = 3; divisor <= odd / divisor; divisor += 2)
            if (odd % divisor == 0) return false;
        return odd > 1;
    }
}
