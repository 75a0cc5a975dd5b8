namespace RuleEngine.Rete;

/// <summary>How arrays grow: by half; a large batch says beforehand what it needs.</summary>
internal static class Growth
{
    private const int LargeBatch = 1_000;

    public static bool IsLarge(int batch) => batch >= LargeBatch;

    public static int Of(int used) => Math.Max(4, used + used / 2 + 1);

    /// <summary>Small tables of buckets grow by four, since each growth walks all elements; large ones by two, for the memory.</summary>
    public static int OfBuckets(int buckets) => Math.Max(5, buckets < 16_384 ? buckets * 4 : buckets * 2);
}
