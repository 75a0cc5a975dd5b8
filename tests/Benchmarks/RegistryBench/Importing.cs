namespace RegistryBench;

/// <summary>A pack of 300 plans into a registry that has only its superiors.</summary>
internal static class Importing
{
    private const int Runs = 5;

    public static IEnumerable<Figure> Measure(string folder)
    {
        var packs = Path.Combine(folder, "district");
        var times = Enumerable.Range(0, Runs).Select(_ => Run(folder, packs)).ToList();
        yield return Figure.OfTimes("import of the 300 plans' pack, median of 5",
            times, 3000, $"the first, with the code cold: {times[0]:N0} ms");
    }

    private static double Run(string folder, string packs)
    {
        using var registry = Packs.WithSuperiors(folder, "import.db", packs);
        return Figures.Time(() => Packs.Import(registry, Path.Combine(packs, Packs.Code.Value)));
    }
}
