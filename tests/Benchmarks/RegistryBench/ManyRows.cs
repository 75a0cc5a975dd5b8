using System.Globalization;

namespace RegistryBench;

/// <summary>A pack of 100,000 rows: alone in its process, so that the peak of its memory is its own.</summary>
internal static class ManyRows
{
    public static IEnumerable<Figure> Measure(string folder)
    {
        var packs = Path.Combine(folder, "large");
        var pack = Path.Combine(packs, Packs.Code.Value);
        using var registry = Packs.WithSuperiors(folder, "rows.db", packs);
        var time = Figures.Time(() => Packs.Import(registry, pack));
        var view = registry.View(Packs.Code)!;
        yield return new Figure("peak memory of an import of 100,000 rows",
            PeakMegabytes(), 1000, "MB", $"{view.Own.Count} rows in {time / 1000:N1} s");
    }

    /// <summary>What Linux says of this process: the most memory it ever had.</summary>
    public static double PeakMegabytes()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}
