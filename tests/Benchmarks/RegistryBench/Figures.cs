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

    /// <summary>The fastest run is the figure: what else the machine did only ever slows one down.</summary>
    public static Figure OfFastest(string what, IEnumerable<double> times, double bound, string note)
    {
        var all = times.ToList();
        return new Figure(what, all.Min(), bound, "ms", $"median {Figures.Median(all):N1} ms; {note}");
    }

    public override string ToString() =>
        $"{What,-66} {Measured.ToString(Bound < 10 ? "F2" : "F1"),10} {Unit,-5} {Verdict}{(Note.Length > 0 ? $"   {Note}" : "")}";

    private string Verdict =>
        double.IsInfinity(Bound)
            ? ""
            : $"{(Measured < Bound ? "ok    " : "MISSED")} < {(Bound < 10 ? $"{Bound:0.##}" : $"{Bound:F0}")} {Unit}";
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
