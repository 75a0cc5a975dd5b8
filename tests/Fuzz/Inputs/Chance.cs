namespace Fuzz.Inputs;

/// <summary>The chance of one input: the same for the same seed and index, whatever came before.</summary>
public sealed class Chance(int seed, int index)
{
    private readonly Random _random = new(unchecked((seed * (int)0x9E3779B1) ^ index));

    public int Below(int limit) => _random.Next(limit);

    public bool OneIn(int n) => _random.Next(n) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A size that is mostly small and now and then near the largest.</summary>
    public int Size(int largest) => Math.Max(1, (int)Math.Pow(largest, _random.NextDouble()));
}
