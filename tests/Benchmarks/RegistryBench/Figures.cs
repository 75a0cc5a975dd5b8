using System.Diagnostics;

namespace RegistryBench;

/// <summary>One line of the report: what was measured, and the bound it is to stay under.</summary>
internal sealed record Figure(string What, double Measured, double Bound, string Unit, string Note = "")
{
    /// <summary>The median is the figure; the fastest run tells how much of it is the machine's other work.</summary>
    public static Figure OfTimes(string what, IEnumerable<double> times, double bound, string note)
    {
        var all = times.ToList();
        return new Figure(what, Figures.Median(all), bound, "ms", $"fastest {all.Min():N1} ms; {note}");
    }

    public override string ToString() =>
        $"{What,-62} {Measured,10:F1} {Unit,-5} {(Measured < Bound ? "ok    " : "MISSED")} < {Bound:F0} {Unit}{(Note.Length > 0 ? $"   {Note}" : "")}";
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
