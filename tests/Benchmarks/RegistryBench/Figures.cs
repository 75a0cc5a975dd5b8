using System.Diagnostics;

namespace RegistryBench;

/// <summary>One line of the report: what was measured, and the bound it is to stay under.</summary>
internal sealed record Figure(string What, double Measured, double Bound, string Unit, string Note = "")
{
    public override string ToString() =>
        $"{What,-62} {Measured,10:N1} {Unit,-4} {(Measured < Bound ? "ok    " : "MISSED")} < {Bound:N0} {Unit}{(Note.Length > 0 ? $"   {Note}" : "")}";
}

internal static class Figures
{
    /// <returns>0, also when a bound is missed: a benchmark tells, it does not judge.</returns>
    public static int Print(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            Console.WriteLine(figure);
        }
        return 0;
    }

    /// <summary>Milliseconds of one call.</summary>
    public static double Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    public static double Median(IEnumerable<double> times) => times.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
